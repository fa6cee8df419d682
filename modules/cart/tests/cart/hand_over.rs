//! What becomes of the cart when somebody signs in.

use futures::future::join_all;
use orion_contracts::carts::Carts;
use orion_kernel::CustomerId;
use orion_testing::{Actor, TestApp};
use uuid::Uuid;

use crate::builders::{STORE, add, cart, put, quantity_of, store_ctx, variants};

async fn sign_in(actor: &Actor) {
    let fields = [("email", "anna@example.test"), ("password", "demo-orion-2026"), ("next", "")];
    let answer = actor.call("/api/v1/storefront/customers/sign_in", &fields).await;
    assert!(answer.status < 400, "{answer:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cart_comes_along_and_joins_the_one_left_earlier() {
    let app = TestApp::start().await;
    let [variant, other] = variants(&app).await;
    put(&app, variant, 5).await;
    let laptop = app.shopper(STORE);
    add(&laptop, variant, 3).await;
    sign_in(&laptop).await;
    assert_eq!(quantity_of(&cart(&laptop).await, variant), Some(3));
    let phone = app.shopper(STORE);
    add(&phone, variant, 4).await;
    add(&phone, other, 1).await;
    sign_in(&phone).await;
    for device in [&phone, &laptop] {
        let both = cart(device).await;
        assert_eq!(quantity_of(&both, variant), Some(5), "no more than there are");
        assert_eq!(quantity_of(&both, other), Some(1));
    }
    let open: i64 = app.one("select count(*) from cart.carts where state = 'open'").await;
    assert_eq!(open, 1);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_s_cart_opens_for_that_customer_alone() {
    let app = TestApp::start().await;
    let [variant, _] = variants(&app).await;
    let shopper = app.shopper(STORE);
    add(&shopper, variant, 3).await;
    sign_in(&shopper).await;
    assert_eq!(cart(&shopper).await["count"], 3);
    let out = shopper.call("/api/v1/storefront/customers/sign_out", &[]).await;
    assert!(out.status < 400, "{out:?}");
    assert_eq!(cart(&shopper).await["count"], 0);
    sign_in(&shopper).await;
    assert_eq!(cart(&shopper).await["count"], 3);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_twice_at_once_leaves_one_cart() {
    let app = TestApp::start().await;
    let [variant, _] = variants(&app).await;
    let devices: Vec<_> = (0..6).map(|_| app.shopper(STORE)).collect();
    for device in &devices {
        assert_eq!(add(device, variant, 2).await.status, 200);
    }
    join_all(devices.iter().map(sign_in)).await;
    assert_eq!(quantity_of(&cart(&devices[0]).await, variant), Some(12));
    let open: i64 = app.one("select count(*) from cart.carts where state = 'open'").await;
    assert_eq!(open, 1);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_any_cart_there_is_nothing_to_hand_over() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let mut tx = ctx.begin().await.expect("a transaction");
    let somebody = CustomerId(Uuid::from_u128(1));
    let token = ctx.port::<dyn Carts>().hand_over(&mut tx, Some("made up"), somebody).await.expect("handed over");
    assert_eq!(token, None);
    drop(tx);
    app.stop().await;
}
