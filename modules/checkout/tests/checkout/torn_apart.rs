//! The process fails between two steps: what was begun is gone or goes on, and never half.

use orion_contracts::VariantId;
use orion_runtime::failpoint::{Failure, arm};
use orion_testing::TestApp;

use crate::builders::{
    CARD, come_back, go_to_provider, imbalance, kept_money, offer, order, order_at, orders, press, shopper_with, stock,
    succeeded_payments, variant,
};

async fn nothing_happened(app: &TestApp, variant: VariantId, on_hand: i64, orders_before: i64, point: &str) {
    assert_eq!(orders(app).await, orders_before, "{point}");
    assert_eq!(stock(app, variant).await, (on_hand, 0), "{point}");
    assert_eq!(imbalance(app).await, 0, "{point}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ordering_on_a_promise_is_all_or_nothing() {
    let app = TestApp::start().await;
    let mut on_hand = 20;
    let variant = variant(&app, on_hand).await;
    let points = ["after_keep", "after_start", "after_place", "after_claim", "after_complete", "before_commit"];
    for (before, point) in (0..).zip(points) {
        let shopper = shopper_with(&app, variant, 1).await;
        let (total, shipping) = offer(&shopper).await;
        let name = format!("checkout.{point}");
        arm(&name, Some(Failure::Error));
        order_at(&shopper, "transfer", &total, &shipping).await;
        nothing_happened(&app, variant, on_hand, before, point).await;
        arm(&name, None);
        let answer = order(&shopper, "transfer").await;
        assert!(answer.location.as_deref().is_some_and(|path| path.contains("/complete/")), "{point}: {answer:?}");
        on_hand -= 1;
        assert_eq!((orders(&app).await, stock(&app, variant).await), (before + 1, (on_hand, 0)), "{point}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_got_lost_is_no_second_order() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let shopper = shopper_with(&app, variant, 1).await;
    let (total, shipping) = offer(&shopper).await;
    arm("checkout.after_commit", Some(Failure::Error));
    order_at(&shopper, "transfer", &total, &shipping).await;
    arm("checkout.after_commit", None);
    assert_eq!(orders(&app).await, 1);
    let answer = order_at(&shopper, "transfer", &total, &shipping).await;
    assert!(answer.location.as_deref().is_some_and(|path| path.contains("/complete/")), "{answer:?}");
    assert_eq!((orders(&app).await, stock(&app, variant).await), (1, (4, 0)));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_whose_answer_got_lost_is_opened_once() {
    let app = TestApp::start().await;
    let variant = variant(&app, 5).await;
    let shopper = shopper_with(&app, variant, 1).await;
    arm("payments.after_open", Some(Failure::Error));
    let pay = order(&shopper, "card").await.location.expect("it leads on");
    assert_eq!(shopper.get(&pay).await.status, 500);
    arm("payments.after_open", None);
    let page = shopper.get(&pay).await.location.expect("the provider's page");
    let sessions: i64 = app.one("select count(*) from payments.fake_sessions").await;
    assert_eq!(sessions, 1, "the same key is the same page");
    come_back(&shopper, &press(&shopper, &page, CARD).await).await;
    assert_eq!((orders(&app).await, succeeded_payments(&app).await), (1, 1));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn money_is_settled_with_its_order_or_not_at_all() {
    let app = TestApp::start().await;
    let mut on_hand = 20;
    let variant = variant(&app, on_hand).await;
    let points = [
        "checkout.after_place",
        "checkout.after_claim",
        "checkout.after_complete",
        "payments.after_outcome",
        "payments.before_commit",
    ];
    for (before, point) in (0..).zip(points) {
        let shopper = shopper_with(&app, variant, 1).await;
        let page = go_to_provider(&shopper).await;
        let money = kept_money(&app).await;
        arm(point, Some(Failure::Error));
        let pressed = press(&shopper, &page, crate::builders::NEVER_TOLD).await;
        assert_eq!(come_back(&shopper, &pressed).await.status, 500, "{point}");
        assert_eq!((orders(&app).await, kept_money(&app).await), (before, money), "{point}");
        arm(point, None);
        let back = come_back(&shopper, &pressed).await;
        assert!(back.location.as_deref().is_some_and(|path| path.contains("/complete/")), "{point}: {back:?}");
        on_hand -= 1;
        assert_eq!((orders(&app).await, stock(&app, variant).await), (before + 1, (on_hand, 0)), "{point}");
        assert_eq!((succeeded_payments(&app).await, imbalance(&app).await), (before + 1, 0), "{point}");
    }
    app.stop().await;
}
