//! Money that a bank does not take back: the order does not say that it went, the team is told, and it can be asked for anew.

use orion_runtime::ctx::begin_unscoped;
use orion_testing::{Actor, TestApp};
use serde_json::Value;

use crate::builders::{STORE, come_back, go_to_provider, kept_money, press, shopper_with, variant};

const OWNER: &str = "owner@lumiere.test";
const REFUSES_REFUNDS: &str = "4000000000005126";

/// The payment and the order's number of a purchase whose card takes no money back.
async fn bought(app: &TestApp) -> (String, String) {
    let variant = variant(app, 5).await;
    let shopper = shopper_with(app, variant, 1).await;
    let page = go_to_provider(&shopper).await;
    let pressed = press(&shopper, &page, REFUSES_REFUNDS).await;
    come_back(&shopper, &pressed).await;
    let payment: String = app
        .one("select p.id::text from payments.payments p join checkout.checkouts c on c.id = p.checkout_id where p.status = 'succeeded'")
        .await;
    let number: String =
        app.one("select o.number::text from orders.orders o join checkout.checkouts c on c.id = o.checkout_id").await;
    (payment, number)
}

async fn order(owner: &Actor, number: &str) -> Value {
    owner.call("/api/v1/store/orders/read_order_page", &[("number", number)]).await.value()
}

fn state(page: &Value) -> &str {
    page["order"]["states"]["payment"].as_str().expect("a state")
}

async fn refund(app: &TestApp, payment: &str) -> String {
    let page: Value = app
        .member(OWNER, STORE)
        .await
        .call("/api/v1/store/payments/payment_page", &[("payment", payment)])
        .await
        .value();
    page["refunds"][0]["status"].as_str().expect("a refund").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refund_that_the_bank_refuses_is_still_to_be_sent() {
    let app = TestApp::start().await;
    let (payment, number) = bought(&app).await;
    let paid = kept_money(&app).await;
    let owner = app.member(OWNER, STORE).await;
    let id = order(&owner, &number).await["order"]["id"].as_str().expect("an id").to_owned();
    let cancelled = owner
        .call("/api/v1/store/orders/cancel_order", &[("order", &id), ("reason", "customer"), ("restock", "true")])
        .await;
    assert_eq!(cancelled.status, 200, "{cancelled:?}");
    let page = app
        .until("the refusal", || async {
            let page = order(&owner, &number).await;
            (state(&page) == "paid").then_some(page)
        })
        .await;
    assert_eq!(
        (page["order"]["states"]["status"].as_str(), &page["order"]["refunded"]["minor"]),
        (Some("cancelled"), &0.into())
    );
    assert_eq!(page["timeline"][0]["happening"]["kind"], "refund_refused");
    assert_eq!((refund(&app, &payment).await.as_str(), kept_money(&app).await), ("failed", paid));
    app.until("the notice", || async {
        owner.get("/notifications").await.shows(&format!("/payments/{payment}")).then_some(())
    })
    .await;

    let refunds: String = app.one("select id::text from payments.refunds where status = 'failed'").await;
    let retry = async || owner.call("/api/v1/store/payments/retry_refund", &[("refund", &refunds)]).await;
    assert_eq!(retry().await.status, 200);
    app.until("the second refusal", || async {
        let page = order(&owner, &number).await;
        let refusals = page["timeline"].as_array()?.iter().filter(|item| item["happening"]["kind"] == "refund_refused");
        (refusals.count() == 2 && state(&page) == "paid").then_some(())
    })
    .await;

    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query("update payments.fake_sessions set refuses_refunds = false").execute(&mut *tx).await.expect("changes");
    tx.commit().await.expect("the bank has changed its mind");
    let answers = futures::future::join(retry(), retry()).await;
    let mut statuses = [answers.0.status, answers.1.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{answers:?}");
    app.until("the money", || async { (kept_money(&app).await == 0).then_some(()) }).await;
    assert_eq!(state(&order(&owner, &number).await), "refunded");
    assert_eq!(refund(&app, &payment).await, "succeeded");
    app.stop().await;
}
