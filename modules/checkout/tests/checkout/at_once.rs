//! Several things at the same moment: double clicks, two tabs, the return page and the provider's message, two shoppers.

use futures::future::{join, join_all};
use orion_contracts::VariantId;
use orion_kernel::ErrorKind;
use orion_testing::{Answer, TestApp};

use crate::builders::{
    BROWSER_CLOSES, CARD, CUSTOMER, STORE, add, assert_stock_balances, call, come_back, follow, form, go_to_provider,
    imbalance, offer, order_at, orders, press, shopper_with, stock, succeeded_payments, variant,
};

#[tokio::test(flavor = "multi_thread")]
async fn two_presses_at_once_make_one_order() {
    let app = TestApp::start().await;
    let variant = variant(&app, 20).await;
    for payment in ["transfer", "card"] {
        let before = orders(&app).await;
        let shopper = shopper_with(&app, variant, 1).await;
        let (total, shipping) = offer(&shopper).await;
        let presses = (0..6).map(|_| order_at(&shopper, payment, &total, &shipping));
        let answers = join_all(presses).await;
        let mut places: Vec<_> = answers.iter().map(|answer| answer.location.clone().expect("it leads on")).collect();
        places.sort();
        places.dedup();
        assert_eq!(places.len(), 1, "all lead to the same place: {answers:?}");
        if payment == "transfer" {
            assert_eq!(orders(&app).await, before + 1);
        } else {
            let pending: i64 = app.one("select count(*) from payments.payments where status = 'pending'").await;
            assert_eq!(pending, 1);
        }
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_message_and_the_return_page_settle_once() {
    let app = TestApp::start().await;
    let variant = variant(&app, 20).await;
    for round in 1..=5 {
        let shopper = shopper_with(&app, variant, 1).await;
        let page = go_to_provider(&shopper).await;
        let pressed = press(&shopper, &page, CARD).await;
        // The message is on its way by now; three tabs come back at the same moment.
        let answers = join_all((0..3).map(|_| come_back(&shopper, &pressed))).await;
        for answer in &answers {
            assert!(answer.location.as_deref().is_some_and(|path| path.contains("/complete/")), "{answer:?}");
        }
        let noted = "select count(*) from payments.provider_events";
        app.until("the message", || async { (app.one::<i64>(noted).await == round).then_some(()) }).await;
        assert_eq!((orders(&app).await, succeeded_payments(&app).await, imbalance(&app).await), (round, round, 0));
    }
    assert_eq!(stock(&app, variant).await, (15, 0));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_who_orders_on_two_devices_at_once_orders_once() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let (laptop, phone) = join(app.customer(CUSTOMER, STORE), app.customer(CUSTOMER, STORE)).await;
    add(&laptop, variant, 1).await;
    let ((total, shipping), _) = join(offer(&laptop), offer(&phone)).await;
    let filled = form("transfer", &total, &shipping);
    let (one, other) = join(call(&laptop, &filled), call(&phone, &filled)).await;
    for answer in [&one, &other] {
        let is_placed = answer.location.as_deref().is_some_and(|path| path.contains("/complete/"));
        assert!(is_placed || answer.error().code == "cart_empty", "{answer:?}");
    }
    assert_eq!((orders(&app).await, stock(&app, variant).await), (1, (4, 0)));
    assert_stock_balances(&app).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_hundred_who_order_the_last_unit_one_gets_it() {
    let app = TestApp::start().await;
    let variant = variant(&app, 1).await;
    let winner = last_unit(&app, variant, "transfer").await;
    assert!(winner.location.as_deref().is_some_and(|path| path.contains("/complete/")), "{winner:?}");
    assert_eq!((orders(&app).await, stock(&app, variant).await), (1, (0, 0)));
    let payments: i64 = app.one("select count(*) from payments.payments").await;
    assert_eq!(payments, 1, "nobody owes money for what they do not get");
    assert_stock_balances(&app).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_hundred_who_want_to_pay_the_last_unit_one_may() {
    let app = TestApp::start().await;
    let variant = variant(&app, 1).await;
    let winner = last_unit(&app, variant, "card").await;
    let pay = winner.location.as_deref().expect("it leads to the payment");
    assert!(pay.contains("/pay/"), "{winner:?}");
    assert_eq!((orders(&app).await, stock(&app, variant).await), (0, (0, 1)));
    let payments: i64 = app.one("select count(*) from payments.payments").await;
    assert_eq!(payments, 1);
    // The provider needs no cookie, so anybody who knows the address can pay.
    let stranger = app.shopper(STORE);
    let page = follow(&stranger, pay).await;
    press(&stranger, &page, BROWSER_CLOSES).await;
    app.until("the order", || async { (orders(&app).await == 1).then_some(()) }).await;
    assert_eq!((succeeded_payments(&app).await, imbalance(&app).await, stock(&app, variant).await), (1, 0, (0, 0)));
    assert_stock_balances(&app).await;
    app.stop().await;
}

/// A hundred shoppers who all have the last unit in their carts order at once; the answer of the one who got it.
async fn last_unit(app: &TestApp, variant: VariantId, payment: &str) -> Answer {
    let crowd = app.crowd(STORE, 100);
    join_all(crowd.iter().map(|shopper| add(shopper, variant, 1))).await;
    let (total, shipping) = offer(&crowd[0]).await;
    let filled = form(payment, &total, &shipping);
    let answers = join_all(crowd.iter().map(|shopper| call(shopper, &filled))).await;
    let (mut won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status < 300);
    for answer in &lost {
        let refusal = answer.error();
        assert_eq!((answer.status, refusal.kind, &*refusal.code), (409, ErrorKind::Conflict, "out_of_stock"));
        assert!(refusal.params.iter().any(|(name, text)| name == "titles" && text.ends_with("(0)")), "{refusal:?}");
    }
    assert_eq!((won.len(), lost.len()), (1, 99));
    let kept: i64 = app
        .one("select count(*) from checkout.checkouts where state = 'open' and draft ->> 'email' = 'lea@example.test'")
        .await;
    assert_eq!(kept, 99, "nobody has to type everything again");
    won.remove(0)
}
