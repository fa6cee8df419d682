//! Payments of which nothing was heard.

use orion_kernel::{AppError, ErrorKind};
use orion_testing::TestApp;
use time::Duration;

use crate::builders::{NEVER_TOLD, SLOW_BANK, STORE, decide, open, start, status, store_ctx};

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
