//! What the cart shows, and what it asks of the database.

use orion_contracts::carts::Carts;
use orion_runtime::{ctx::begin_unscoped, database::count_statements};
use orion_testing::TestApp;

use crate::builders::{STORE, add, cart, put, quantity_of, store_ctx, variants};

#[tokio::test(flavor = "multi_thread")]
async fn lines_that_changed_say_so_and_block_the_checkout() {
    let app = TestApp::start().await;
    let [variant, other] = variants(&app).await;
    let shopper = app.shopper(STORE);
    add(&shopper, variant, 4).await;
    add(&shopper, other, 1).await;
    assert!(shopper.get("/cart").await.shows("href=\"/checkout\""));
    put(&app, variant, 2).await;
    put(&app, other, 0).await;
    let page = shopper.get("/cart").await;
    assert!(page.shows("Plus que 2") && page.shows("Épuisé"), "{page:?}");
    assert!(!page.shows("href=\"/checkout\""));
    let after = cart(&shopper).await;
    assert_eq!(after["lines"][0]["state"]["short"]["available"], 2);
    assert_eq!(after["lines"][1]["state"], "sold_out");
    assert_eq!(quantity_of(&after, variant), Some(4), "nothing is changed behind the shopper's back");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_that_changed_is_told_and_asked_for() {
    let app = TestApp::start().await;
    let [variant, _] = variants(&app).await;
    let shopper = app.shopper(STORE);
    add(&shopper, variant, 2).await;
    let before = cart(&shopper).await;
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query("update catalog.variants set price_minor = price_minor + 100 where id = $1")
        .bind(variant.0)
        .execute(&mut *tx)
        .await
        .expect("a new price");
    tx.commit().await.expect("committed");
    let after = cart(&shopper).await;
    assert_eq!(after["lines"][0]["former_price"], before["lines"][0]["unit_price"]);
    let risen = before["subtotal"]["minor"].as_i64().map(|minor| minor + 200);
    assert_eq!(after["subtotal"]["minor"].as_i64(), risen);
    assert!(shopper.get("/cart").await.shows("Prix passé de"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_offered_any_more_keeps_its_name() {
    let app = TestApp::start().await;
    let [variant, _] = variants(&app).await;
    let shopper = app.shopper(STORE);
    add(&shopper, variant, 2).await;
    let title = cart(&shopper).await["lines"][0]["title"].as_str().expect("a title").to_owned();
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query("update catalog.products set status = 'archived' where id in (select product_id from catalog.variants where id = $1)")
        .bind(variant.0)
        .execute(&mut *tx)
        .await
        .expect("archived");
    tx.commit().await.expect("committed");
    let after = cart(&shopper).await;
    assert_eq!(after["lines"][0]["state"], "gone");
    assert_eq!(after["lines"][0]["title"], title);
    assert_eq!(after["subtotal"]["minor"], 0);
    assert_eq!(add(&shopper, variant, 1).await.error().code, "product_unavailable");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_asks_at_most_four_things() {
    let app = TestApp::start_without_workers().await;
    let [variant, other] = variants(&app).await;
    let shopper = app.shopper(STORE);
    add(&shopper, variant, 4).await;
    add(&shopper, other, 1).await;
    shopper.get("/cart").await;
    let (page, count, statements) = count_statements(shopper.get("/cart")).await;
    assert_eq!(page.status, 200);
    assert!(count <= 4, "{statements:#?}");
    let stranger = app.shopper(STORE);
    stranger.get("/cart").await;
    let (_, count, statements) = count_statements(stranger.get("/cart")).await;
    assert_eq!(count, 0, "{statements:#?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_bought_is_gone_from_the_cart() {
    let app = TestApp::start().await;
    let [variant, other] = variants(&app).await;
    let shopper = app.shopper(STORE);
    add(&shopper, variant, 4).await;
    let id: uuid::Uuid = app.one("select id from cart.carts where state = 'open'").await;
    let ctx = store_ctx(&app).await;
    for _ in 0..2 {
        let mut tx = ctx.begin().await.expect("a transaction");
        ctx.port::<dyn Carts>().close(&mut tx, id.into()).await.expect("closed");
        tx.commit().await.expect("committed");
    }
    assert_eq!(cart(&shopper).await["count"], 0);
    add(&shopper, other, 1).await;
    let after = cart(&shopper).await;
    assert_eq!((quantity_of(&after, variant), quantity_of(&after, other)), (None, Some(1)));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn carts_that_nobody_came_back_for_are_removed() {
    let app = TestApp::start().await;
    let [variant, _] = variants(&app).await;
    let (gone, back) = (app.shopper(STORE), app.shopper(STORE));
    add(&gone, variant, 1).await;
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query("update cart.carts set updated_at = now() - interval '31 days'").execute(&mut *tx).await.expect("aged");
    tx.commit().await.expect("committed");
    add(&back, variant, 2).await;
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    let platforms = app.app.directory().platforms(&app.app).await.expect("the platforms");
    orion_cart::server::remove_expired(&mut tx, &platforms).await.expect("removed");
    tx.commit().await.expect("committed");
    assert_eq!(cart(&gone).await["count"], 0);
    assert_eq!(cart(&back).await["count"], 2);
    app.stop().await;
}
