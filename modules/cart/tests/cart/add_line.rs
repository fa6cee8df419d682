//! Putting things in and taking them out.

use futures::future::join_all;
use orion_contracts::VariantId;
use orion_testing::TestApp;
use uuid::Uuid;

use crate::builders::{STORE, add, cart, put, quantity_of, variants};

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_the_form_leads_to_the_cart_and_back() {
    let app = TestApp::start().await;
    let [variant, _] = variants(&app).await;
    let shopper = app.shopper(STORE);
    let id = variant.to_string();
    let empty = shopper.get("/cart").await;
    assert!(empty.status == 200 && empty.shows("Votre panier est vide"), "{empty:?}");
    let added = shopper
        .submit("/products/x", "/api/v1/storefront/cart/add_line", &[("variant_id", &id), ("quantity", "2")])
        .await;
    assert_eq!(added.location.as_deref(), Some("/cart?notice=added"));
    let page = shopper.get("/cart?notice=added").await;
    assert!(page.shows("Ajouté à votre panier") && page.shows("2 articles") && page.shows(&id), "{page:?}");
    assert!(page.shows("/checkout"));
    let set = [("variant_id", id.as_str()), ("quantity", "5")];
    assert_eq!(
        shopper.submit("/cart", "/api/v1/storefront/cart/set_quantity", &set).await.location.as_deref(),
        Some("/cart")
    );
    assert_eq!(quantity_of(&cart(&shopper).await, variant), Some(5));
    let removed = shopper.submit("/cart", "/api/v1/storefront/cart/remove_line", &[("variant_id", &id)]).await;
    let back = removed.location.expect("leads back");
    assert_eq!(back, format!("/cart?removed={id}&quantity=5"));
    let page = shopper.get(&back).await;
    assert!(page.shows("Remettre") && page.shows("Votre panier est vide"), "{page:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_that_add_at_once_add_up() {
    let app = TestApp::start().await;
    let [variant, other] = variants(&app).await;
    let shopper = app.shopper(STORE);
    assert_eq!(add(&shopper, other, 1).await.status, 200);
    let answers = join_all((0..12).map(|_| add(&shopper, variant, 2))).await;
    assert!(answers.iter().all(|answer| answer.status == 200));
    let after = cart(&shopper).await;
    assert_eq!(quantity_of(&after, variant), Some(24));
    assert_eq!(after["count"], 25);
    let page = shopper.get("/products").await;
    assert!(page.shows("\"cart.count\":25") || page.shows("cart.count"), "the header counts");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cart_holds_what_there_is_and_no_more() {
    let app = TestApp::start().await;
    let [variant, other] = variants(&app).await;
    put(&app, variant, 3).await;
    put(&app, other, 0).await;
    let shopper = app.shopper(STORE);
    let change: serde_json::Value = add(&shopper, variant, 5).await.value();
    assert_eq!((&change["quantity"], &change["is_capped"]), (&3.into(), &true.into()));
    let again: serde_json::Value = add(&shopper, variant, 1).await.value();
    assert_eq!((&again["quantity"], &again["is_capped"]), (&3.into(), &true.into()));
    assert_eq!(add(&shopper, other, 1).await.error().code, "sold_out");
    assert_eq!(add(&shopper, variant, 0).await.error().fields[0].code, "out_of_range");
    assert_eq!(add(&shopper, variant, i64::MAX).await.error().fields[0].code, "out_of_range");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn variants_of_other_stores_and_made_up_ones_do_not_exist() {
    let app = TestApp::start().await;
    let [variant, _] = variants(&app).await;
    let elsewhere = app.shopper("bierger");
    assert_eq!(add(&elsewhere, variant, 1).await.status, 404);
    assert_eq!(add(&elsewhere, VariantId(Uuid::from_u128(7)), 1).await.status, 404);
    assert_eq!(cart(&elsewhere).await["count"], 0);
    let carts: i64 = app.one("select count(*) from cart.carts").await;
    assert_eq!(carts, 0, "no cart is made for what cannot be had");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_was_made_up_opens_nothing() {
    let app = TestApp::start().await;
    let [variant, _] = variants(&app).await;
    let shopper = app.shopper(STORE);
    assert_eq!(add(&shopper, variant, 2).await.status, 200);
    let stranger = app.shopper(STORE);
    assert_eq!(cart(&stranger).await["count"], 0);
    let name = format!("orion_cart_{STORE}");
    let forged = stranger
        .request(reqwest::Method::POST, "/api/v1/storefront/cart/show_cart")
        .header("cookie", format!("{name}={}", "A".repeat(43)))
        .header("accept", "application/json")
        .header("content-type", "application/x-www-form-urlencoded")
        .send()
        .await
        .expect("an answer");
    let forged: serde_json::Value = serde_json::from_str(&forged.text().await.expect("a body")).expect("a cart");
    assert_eq!(forged["count"], 0);
    let kept: i64 = app.one("select count(*) from cart.carts where length(token_hash) = 32").await;
    assert_eq!(kept, 1);
    app.stop().await;
}
