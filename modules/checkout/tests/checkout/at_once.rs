//! Several things at the same moment: double clicks, two tabs, the return page and the provider's message, two shoppers.

use std::sync::Arc;

use futures::future::join_all;
use orion_testing::TestApp;

use crate::builders::{
    CARD, come_back, go_to_provider, imbalance, offer, order_at, orders, press, shopper_with, stock,
    succeeded_payments, variant,
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
async fn the_last_unit_is_sold_once() {
    let app = Arc::new(TestApp::start().await);
    let variant = variant(&app, 1).await;
    let shoppers = join_all((0..6).map(|_| shopper_with(&app, variant, 1))).await;
    let offers = join_all(shoppers.iter().map(offer)).await;
    let payments = ["transfer", "card"].into_iter().cycle();
    let orders_placed = shoppers.iter().zip(&offers).zip(payments);
    let answers = join_all(
        orders_placed.map(|((shopper, (total, shipping)), payment)| order_at(shopper, payment, total, shipping)),
    )
    .await;
    let won = answers.iter().filter(|answer| {
        answer.location.as_deref().is_some_and(|path| path.contains("/complete/") || path.contains("/pay/"))
    });
    assert_eq!(won.count(), 1, "{answers:?}");
    let (available, held) = stock(&app, variant).await;
    assert_eq!(available, 0);
    assert_eq!(orders(&app).await + held, 1);
    Arc::into_inner(app).expect("nobody else has it").stop().await;
}
