//! Paying on the provider's page, and everything that can go wrong there.

use orion_testing::TestApp;

use crate::builders::{
    BROWSER_CLOSES, CARD, DECLINED, NEVER_TOLD, STORE, TWICE, add, come_back, go_to_provider, imbalance, jobs,
    kept_money, order, orders, other_variant, press, set_stock, shopper_with, stock, succeeded_payments, variant,
};

#[tokio::test(flavor = "multi_thread")]
async fn the_way_to_the_provider_and_back() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let shopper = shopper_with(&app, variant, 2).await;
    let page = go_to_provider(&shopper).await;
    assert_eq!(stock(&app, variant).await, (3, 2), "held while paying");
    assert!(shopper.open(&page).await.shows("4242 4242 4242 4242"));
    let pressed = press(&shopper, &page, CARD).await;
    let back = come_back(&shopper, &pressed).await;
    let thanks = shopper.open(back.location.as_deref().expect("it leads on")).await;
    assert!(thanks.shows("lea@example.test"), "{thanks:?}");
    assert_eq!((orders(&app).await, succeeded_payments(&app).await, imbalance(&app).await), (1, 1, 0));
    assert_eq!(stock(&app, variant).await, (3, 0));
    let paid: String =
        app.one("select payment from orders.orders o join checkout.checkouts c on c.id = o.checkout_id").await;
    assert_eq!(paid, "paid");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_declined_card_can_be_tried_again_and_pays_once() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let shopper = shopper_with(&app, variant, 1).await;
    let page = go_to_provider(&shopper).await;
    let back = come_back(&shopper, &press(&shopper, &page, DECLINED).await).await;
    assert!(back.location.as_deref().is_some_and(|path| path.ends_with("/checkout")), "{back:?}");
    let checkout = shopper.get("/checkout").await;
    assert!(checkout.shows("role=\"alert\"") && checkout.shows("lea@example.test"), "{checkout:?}");
    assert_eq!(stock(&app, variant).await, (5, 0), "the goods are free again");
    assert_eq!((orders(&app).await, kept_money(&app).await), (0, 0));

    let page = go_to_provider(&shopper).await;
    come_back(&shopper, &press(&shopper, &page, CARD).await).await;
    assert_eq!((orders(&app).await, succeeded_payments(&app).await), (1, 1));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_browser_may_close_and_the_message_may_come_twice() {
    let app = TestApp::start().await;
    let variant = variant(&app, 9).await;
    for card in [BROWSER_CLOSES, TWICE] {
        let before = orders(&app).await;
        let shopper = shopper_with(&app, variant, 1).await;
        let page = go_to_provider(&shopper).await;
        press(&shopper, &page, card).await;
        app.until("the order", || async { (orders(&app).await == before + 1).then_some(()) }).await;
    }
    app.until("an empty queue", || async { (jobs(&app).await == 0).then_some(()) }).await;
    assert_eq!((orders(&app).await, succeeded_payments(&app).await, imbalance(&app).await), (2, 2, 0));
    let events: i64 = app.one("select count(*) from payments.provider_events").await;
    assert_eq!(events, 2, "the same message is noted once");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn money_for_goods_that_are_gone_goes_back() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let shopper = shopper_with(&app, variant, 2).await;
    let page = go_to_provider(&shopper).await;
    // Somebody counts the shelf and finds less than is held.
    set_stock(&app, variant, 0).await;
    let back = come_back(&shopper, &press(&shopper, &page, NEVER_TOLD).await).await;
    assert!(back.location.as_deref().is_some_and(|path| path.ends_with("/checkout")), "{back:?}");
    assert_eq!(orders(&app).await, 0);
    let sent = "select count(*) from payments.refunds where status = 'succeeded'";
    app.until("the refund", || async { (app.one::<i64>(sent).await == 1).then_some(()) }).await;
    assert_eq!((kept_money(&app).await, imbalance(&app).await), (0, 0));
    let at_provider: i64 = app.one("select count(*) from payments.fake_refunds").await;
    assert_eq!(at_provider, 1);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_method_takes_the_place_of_a_payment_under_way() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let shopper = shopper_with(&app, variant, 1).await;
    let page = go_to_provider(&shopper).await;
    let again = go_to_provider(&shopper).await;
    assert_eq!(page, again, "ordering the same again goes on with the same payment");
    let answer = order(&shopper, "transfer").await;
    assert!(answer.location.as_deref().is_some_and(|path| path.contains("/complete/")), "{answer:?}");
    // The page in the other tab is still open; whoever pays there gets the money back, unless it is closed by then.
    press(&shopper, &page, CARD).await;
    app.until("an empty queue", || async { (jobs(&app).await == 0).then_some(()) }).await;
    assert_eq!((orders(&app).await, kept_money(&app).await), (1, 0));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn giving_up_leads_back_to_the_checkout() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let shopper = shopper_with(&app, variant, 1).await;
    let page = go_to_provider(&shopper).await;
    let pressed = shopper.send(&page, &[("action", "cancel")]).await;
    let back = come_back(&shopper, &pressed).await;
    assert!(back.location.as_deref().is_some_and(|path| path.ends_with("/checkout")), "{back:?}");
    let closed = press(&shopper, &page, CARD).await;
    assert!(closed.location.is_some(), "the provider's page is closed: {closed:?}");
    assert_eq!((orders(&app).await, succeeded_payments(&app).await, stock(&app, variant).await), (0, 0, (5, 0)));
    assert_eq!(app.shopper(STORE).get("/checkout").await.status, 200);
    app.stop().await;
}

/// Signing in merges the guest's cart, which is being paid, into the one the customer left earlier.
#[tokio::test(flavor = "multi_thread")]
async fn who_signs_in_while_paying_does_not_keep_what_they_bought() {
    let app = TestApp::start().await;
    let (variant, other) = (variant(&app, 9).await, other_variant(&app, 9).await);
    let at_home = app.customer("anna@example.test", STORE).await;
    add(&at_home, variant, 1).await;
    add(&at_home, other, 2).await;
    let shopper = shopper_with(&app, variant, 3).await;
    let page = go_to_provider(&shopper).await;
    let fields = [("email", "anna@example.test"), ("password", "demo-orion-2026"), ("next", "")];
    let signed_in = shopper.call("/api/v1/storefront/customers/sign_in", &fields).await;
    assert_eq!(signed_in.status, 200, "{signed_in:?}");
    let counted = async || -> i64 {
        let cart: serde_json::Value = shopper.call("/api/v1/storefront/cart/show_cart", &[]).await.value();
        cart["count"].as_i64().unwrap_or_default()
    };
    assert_eq!(counted().await, 6, "both carts are one");
    let thanked = come_back(&shopper, &press(&shopper, &page, CARD).await).await;
    assert!(thanked.status < 400, "{thanked:?}");
    assert_eq!(orders(&app).await, 1);
    assert_eq!(counted().await, 3, "what was left at home is still there, and nothing that was bought");
    let merged: i64 =
        app.one("select count(*) from cart.carts where merged_into is not null and state = 'bought'").await;
    assert_eq!(merged, 1);
    app.stop().await;
}
