//! Goods held while somebody pays: for them they are there, for everybody else they are gone.

use orion_testing::TestApp;

use crate::builders::{
    CARD, CUSTOMER, STORE, add, assert_stock_balances, come_back, go_to_provider, order, orders, press, shopper_with,
    stock, variant,
};

const SOLD_OUT: &str = "Épuisé";

#[tokio::test(flavor = "multi_thread")]
async fn the_last_unit_is_not_sold_out_to_whoever_is_paying_for_it() {
    let app = TestApp::start().await;
    let variant = variant(&app, 1).await;
    let (shopper, other) = (shopper_with(&app, variant, 1).await, shopper_with(&app, variant, 1).await);
    let page = go_to_provider(&shopper).await;
    assert_eq!(stock(&app, variant).await, (0, 1), "held");

    let returned = shopper.get("/cart").await;
    assert!(!returned.shows(SOLD_OUT) && returned.shows("href=\"/checkout\""), "{returned:?}");
    let too_late = other.get("/cart").await;
    assert!(too_late.shows(SOLD_OUT) && !too_late.shows("href=\"/checkout\""), "{too_late:?}");

    // Paying otherwise takes what is held already.
    let answer = order(&shopper, "transfer").await;
    assert!(answer.location.as_deref().is_some_and(|path| path.contains("/complete/")), "{answer:?}");
    assert_eq!((orders(&app).await, stock(&app, variant).await), (1, (0, 0)));
    // Whoever still pays in the other tab gets the money back, and the order keeps its goods.
    press(&shopper, &page, CARD).await;
    assert_eq!((orders(&app).await, stock(&app, variant).await), (1, (0, 0)));
    assert_stock_balances(&app).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_given_up_is_there_for_everybody_again() {
    let app = TestApp::start().await;
    let variant = variant(&app, 1).await;
    let (shopper, other) = (shopper_with(&app, variant, 1).await, shopper_with(&app, variant, 1).await);
    let page = go_to_provider(&shopper).await;
    let given_up = shopper.send(&page, &[("action", "cancel")]).await;
    come_back(&shopper, &given_up).await;
    assert_eq!(stock(&app, variant).await, (1, 0));
    let answer = order(&other, "transfer").await;
    assert!(answer.location.as_deref().is_some_and(|path| path.contains("/complete/")), "{answer:?}");
    assert!(shopper.get("/cart").await.shows(SOLD_OUT));
    assert_eq!((orders(&app).await, stock(&app, variant).await), (1, (0, 0)));
    assert_stock_balances(&app).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_finds_what_is_held_on_another_device() {
    let app = TestApp::start().await;
    let variant = variant(&app, 1).await;
    let laptop = app.customer(CUSTOMER, STORE).await;
    add(&laptop, variant, 1).await;
    go_to_provider(&laptop).await;
    let phone = app.customer(CUSTOMER, STORE).await;
    assert!(!phone.get("/cart").await.shows(SOLD_OUT));
    let answer = order(&phone, "transfer").await;
    assert!(answer.location.as_deref().is_some_and(|path| path.contains("/complete/")), "{answer:?}");
    assert_eq!((orders(&app).await, stock(&app, variant).await), (1, (0, 0)));
    app.stop().await;
}
