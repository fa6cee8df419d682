//! Placing orders.

use orion_contracts::orders::Orders;
use orion_kernel::{Currency, Money};
use orion_testing::TestApp;

use crate::builders::{OWNER, STORE, new_order, page, place, store_ctx};

#[tokio::test(flavor = "multi_thread")]
async fn a_checkout_is_placed_once_even_at_the_same_time() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let order = new_order(&ctx);
    let (first, second) = tokio::join!(place(&ctx, order.clone()), place(&ctx, order.clone()));
    assert_eq!(first, second);
    assert_eq!(place(&ctx, order).await, first);
    let count: i64 = app.one("select count(*) from orders.orders where email = 'lea.wagner@example.com'").await;
    assert_eq!(count, 1);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_are_never_given_twice() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let placed = futures::future::join_all((0..8).map(|_| place(&ctx, new_order(&ctx)))).await;
    let mut numbers: Vec<i64> = placed.iter().map(|placed| placed.number.parse().expect("a number")).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 8);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn orders_are_called_as_the_store_wants_and_numbers_only_grow() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let number = async |prefix: &str, start: &str| {
        let fields = [("prefix", prefix), ("suffix", ".lu"), ("start", start)];
        let saved = owner.call("/api/v1/store/tenancy/save_order_numbers", &fields).await;
        assert_eq!(saved.status, 200, "{saved:?}");
        store_ctx(&app).await
    };
    let ctx = store_ctx(&app).await;
    let before = place(&ctx, new_order(&ctx)).await;
    assert_eq!(before.name, format!("#{}", before.number));
    let ctx = number("LUM-", "5000").await;
    let placed = futures::future::join_all((0..6).map(|_| place(&ctx, new_order(&ctx)))).await;
    let mut names: Vec<&str> = placed.iter().map(|placed| placed.name.as_str()).collect();
    names.sort_unstable();
    let expected: Vec<String> = (5_000..5_006).map(|number| format!("LUM-{number}.lu")).collect();
    assert_eq!(names, expected);
    let ctx = number("", "1").await;
    let after = place(&ctx, new_order(&ctx)).await;
    assert_eq!((after.number.as_str(), after.name.as_str()), ("5006", "5006.lu"));
    let list = owner.get("/orders?q=lum-5003.lu").await;
    assert!(list.shows("LUM-5003.lu") && !list.shows("LUM-5004.lu"), "{list:?}");
    let page = owner.get(&format!("/orders/{}", before.number)).await;
    assert!(page.shows(&before.name), "what was placed before keeps its name");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_does_not_add_up_is_refused() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let wrong = orion_contracts::orders::NewOrder { total: Money::new(1, Currency::EUR), ..new_order(&ctx) };
    let mut tx = ctx.begin().await.expect("a transaction");
    assert!(ctx.port::<dyn Orders>().place(&mut tx, wrong).await.is_err());
    drop(tx);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_port_gives_back_what_was_placed() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let order = new_order(&ctx);
    let placed = place(&ctx, order.clone()).await;
    let orders = ctx.port::<dyn Orders>();
    let mut tx = ctx.begin().await.expect("a transaction");
    let view = orders.view(&mut tx, placed.id).await.expect("read").expect("there");
    assert_eq!(
        (view.order, view.access_token, view.number),
        (order.clone(), placed.access_token.clone(), placed.number.clone())
    );
    assert_eq!(orders.of_checkout(&mut tx, order.checkout_id).await.expect("read"), Some(placed));
    drop(tx);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_back_office_lists_and_finds_it() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let placed = place(&ctx, new_order(&ctx)).await;
    let owner = app.member(OWNER, STORE).await;
    let list = owner.get(&format!("/orders?q={}", placed.number)).await;
    assert!(list.status == 200 && list.shows("Léa Wagner"), "{list:?}");
    let details = owner.get(&format!("/orders/{}", placed.number)).await;
    assert!(details.status == 200 && details.shows("Bougie &lt;Tilleul&gt;"), "{details:?}");
    assert_eq!(owner.get("/orders/999999").await.status, 404);
    let slip = owner.get(&format!("/orders/{}/packing-slip", placed.number)).await;
    assert!(slip.status == 200 && slip.shows("SKU-1") && !slip.shows("€24"), "{slip:?}");
    assert_eq!(page(&owner, &placed).await["order"]["total"]["minor"], 10_290);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn money_that_comes_twice_is_noted_once() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let unpaid = orion_contracts::orders::NewOrder { is_paid: false, ..new_order(&ctx) };
    let placed = place(&ctx, unpaid).await;
    for _ in 0..2 {
        let mut tx = ctx.begin().await.expect("a transaction");
        ctx.port::<dyn Orders>().mark_paid(&mut tx, placed.id).await.expect("noted");
        tx.commit().await.expect("committed");
    }
    let owner = app.member(OWNER, STORE).await;
    let page = page(&owner, &placed).await;
    assert_eq!(page["order"]["states"]["payment"], "paid");
    let paid =
        page["timeline"].as_array().expect("a timeline").iter().filter(|item| item["happening"]["kind"] == "paid");
    assert_eq!(paid.count(), 1);
    let again = owner.call("/api/v1/store/orders/mark_paid", &[("order", &placed.id.to_string())]).await;
    assert_eq!(again.error().code, "order_paid");
    app.stop().await;
}
