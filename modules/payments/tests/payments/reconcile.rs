//! Payments of which nothing was heard.

use orion_kernel::{AppError, ErrorKind};
use orion_testing::TestApp;
use time::Duration;

use crate::builders::{CARD, NEVER_TOLD, OWNER, SLOW_BANK, STORE, decide, open, start, status, store_ctx};

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_whose_message_never_came_is_asked_after() {
    let app = TestApp::start().await;
    let payment = start(&app, "card").await;
    let shopper = app.shopper(STORE);
    let page = open(&shopper, payment).await;
    shopper.send(&page, &[("card", NEVER_TOLD)]).await;
    assert_eq!(status(&app).await, "pending");
    let ctx = store_ctx(&app).await;
    let asked =
        orion_payments::server::reconcile_payments(&ctx, Duration::ZERO, Duration::hours(1)).await.expect("asks");
    assert_eq!((asked, status(&app).await.as_str()), (1, "refunded"), "there is no checkout, so the money goes back");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_pays_in_time_is_given_up() {
    let app = TestApp::start().await;
    start(&app, "card").await;
    let ctx = store_ctx(&app).await;
    let reconcile = || orion_payments::server::reconcile_payments(&ctx, Duration::ZERO, Duration::hours(1));
    reconcile().await.expect("asks");
    assert_eq!(status(&app).await, "pending", "there is still time");
    orion_payments::server::reconcile_payments(&ctx, Duration::ZERO, Duration::ZERO).await.expect("asks");
    assert_eq!(status(&app).await, "failed");
    let open: i64 = app.one("select count(*) from payments.fake_sessions where status = 'open'").await;
    assert_eq!(open, 0, "the provider's page is closed");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_bank_has_not_decided_is_asked_for_until_it_has() {
    let app = TestApp::start().await;
    let payment = start(&app, "card").await;
    let shopper = app.shopper(STORE);
    let page = open(&shopper, payment).await;
    shopper.send(&page, &[("card", SLOW_BANK)]).await;
    let ctx = store_ctx(&app).await;
    let undecided = orion_payments::server::close_payment(&ctx, payment).await;
    assert!(undecided.is_err_and(|error| AppError::from(error).kind == ErrorKind::Unavailable));
    decide(&app).await;
    orion_payments::server::close_payment(&ctx, payment).await.expect("decided");
    assert_eq!(status(&app).await, "refunded", "there is no checkout, so the money goes back");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refund_without_an_answer_is_asked_for_again_and_the_team_is_told() {
    let app = TestApp::start_without_workers().await;
    let payment = start(&app, "card").await;
    let shopper = app.shopper(STORE);
    let page = open(&shopper, payment).await;
    let pressed = shopper.send(&page, &[("card", CARD)]).await;
    shopper.open(pressed.location.as_deref().expect("the provider leads back")).await;
    let ctx = store_ctx(&app).await;
    let late = |hours| orion_payments::server::send_late_refunds(&ctx, Duration::hours(hours));
    assert_eq!(late(36).await.expect("asks"), 0, "its job is still at it");
    assert_eq!(late(0).await.expect("asks"), 1);

    let workers = app.second_process().await;
    let owner = app.member(OWNER, STORE).await;
    app.until("the notice", || async {
        owner.get("/notifications").await.shows(&format!("/payments/{payment}")).then_some(())
    })
    .await;
    app.until("the refund", || async { (status(&app).await == "refunded").then_some(()) }).await;
    let back: i64 = app.one("select sum(amount_minor)::bigint from payments.fake_refunds").await;
    assert_eq!((back, late(0).await.expect("asks")), (4_200, 0), "once, however often it is asked for");
    workers.stop().await;
    app.stop().await;
}
