//! Ordering on a promise: the order is there at once.

use orion_testing::TestApp;

use crate::builders::{STORE, add, between, offer, order, order_at, orders, set_stock, shopper_with, stock, variant};

#[tokio::test(flavor = "multi_thread")]
async fn a_transfer_places_the_order_and_shows_where_to_pay() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let shopper = shopper_with(&app, variant, 2).await;
    let answer = order(&shopper, "transfer").await;
    let path = answer.location.clone().expect("it leads on");
    assert!(path.contains("/checkout/complete/"), "{answer:?}");
    let thanks = shopper.get(&path).await;
    assert!(thanks.shows("LU28 0019 4006 4475 0000") && thanks.shows("lea@example.test"), "{thanks:?}");
    let number: i64 =
        app.one("select number from orders.orders o join checkout.checkouts c on c.id = o.checkout_id").await;
    assert!(thanks.shows(&number.to_string()));
    assert_eq!(stock(&app, variant).await, (3, 0));
    let order = between(&thanks.body, "href=\"/orders/", "\"");
    assert_eq!(shopper.get(&format!("/orders/{}", order.replace("&amp;", "&"))).await.status, 200);

    let stranger = app.shopper(STORE);
    let seen = stranger.get(&path).await;
    assert_eq!(seen.status, 200);
    assert!(!seen.shows("lea@example.test") && !seen.shows("LU28"), "{seen:?}");
    assert!(shopper.get("/checkout").await.shows("/products"), "the cart is empty again");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_shown_is_what_is_ordered() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let shopper = shopper_with(&app, variant, 1).await;
    let (total, shipping) = offer(&shopper).await;
    let forged = order_at(&shopper, "transfer", "1", &shipping).await;
    assert!(forged.location.as_deref().is_some_and(|path| path.ends_with("/checkout")), "{forged:?}");
    let page = shopper.get("/checkout").await;
    assert!(
        page.shows("role=\"alert\"") && page.shows("lea@example.test"),
        "the reason and the input are there: {page:?}"
    );
    assert_eq!(orders(&app).await, 0);

    add(&shopper, variant, 1).await;
    order_at(&shopper, "transfer", &total, &shipping).await;
    assert_eq!(orders(&app).await, 0, "the cart holds more than was shown");
    order_at(&shopper, "transfer", &total, "teleport").await;
    order_at(&shopper, "trust", &total, &shipping).await;
    assert_eq!(orders(&app).await, 0, "nothing that is not on offer");
    order(&shopper, "transfer").await;
    assert_eq!(orders(&app).await, 1);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_promised_that_is_not_there() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let shopper = shopper_with(&app, variant, 3).await;
    let (total, shipping) = offer(&shopper).await;
    set_stock(&app, variant, 2).await;
    for payment in ["transfer", "card"] {
        order_at(&shopper, payment, &total, &shipping).await;
        assert_eq!(orders(&app).await, 0);
        assert_eq!(stock(&app, variant).await, (2, 0), "nothing is held");
        let payments: i64 = app.one("select count(*) from payments.payments").await;
        assert_eq!(payments, 0, "no payment was begun");
    }
    assert!(shopper.get("/checkout").await.shows("lea@example.test"), "what was entered is kept");
    app.stop().await;
}
