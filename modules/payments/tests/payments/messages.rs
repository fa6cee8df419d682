//! The provider's messages: only genuine ones count, and each once.

use orion_testing::TestApp;

use crate::builders::{CARD, STORE, open, start, status};

const WEBHOOK: &str = "/webhooks/payments/card";

#[tokio::test(flavor = "multi_thread")]
async fn what_anybody_could_have_sent_is_refused() {
    let app = TestApp::start().await;
    let payment = start(&app, "card").await;
    let shopper = app.shopper(STORE);
    open(&shopper, payment).await;
    let body = format!(
        r#"{{"id":"evt_1","kind":"session.paid","session":{{"id":"cs_1","reference":"{payment}","url":"http://x.test","amount_minor":4200,"currency":"EUR","status":"paid","failure":null}}}}"#
    );
    for signature in ["", "t=1,v1=00", "t=9999999999,v1=00"] {
        let request =
            shopper.request(reqwest::Method::POST, WEBHOOK).header("card-signature", signature).body(body.clone());
        assert_eq!(request.send().await.expect("an answer").status(), 403, "{signature}");
    }
    assert_eq!(status(&app).await, "pending");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_return_address_alone_pays_nothing() {
    let app = TestApp::start().await;
    let payment = start(&app, "card").await;
    let shopper = app.shopper(STORE);
    open(&shopper, payment).await;
    let back = shopper.get(&format!("/pay/{payment}/return?status=paid&success=true")).await;
    assert!(back.location.as_deref().is_some_and(|path| path.ends_with("/checkout")), "{back:?}");
    assert_eq!(status(&app).await, "failed");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn money_that_nobody_waits_for_goes_back() {
    let app = TestApp::start().await;
    let payment = start(&app, "card").await;
    let shopper = app.shopper(STORE);
    let page = open(&shopper, payment).await;
    shopper.send(&page, &[("card", CARD)]).await;
    let back = "select count(*) from payments.refunds where status = 'succeeded'";
    app.until("the refund", || async { (app.one::<i64>(back).await == 1).then_some(()) }).await;
    assert_eq!(status(&app).await, "refunded");
    let bookings: i64 = app.one("select count(distinct booking_id) from payments.ledger_entries").await;
    let balance: i64 = app
        .one("select sum(debit_minor - credit_minor)::bigint from payments.ledger_entries where account = 'provider'")
        .await;
    assert_eq!((bookings, balance), (2, 0));
    app.stop().await;
}
