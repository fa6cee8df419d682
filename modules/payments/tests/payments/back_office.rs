//! Payments in the back office.

use orion_contracts::payments::Payments;
use orion_kernel::{Currency, Money};
use orion_testing::TestApp;
use serde_json::Value;

use crate::builders::{OWNER, STORE, start, status, store_ctx};

const REFUND: &str = "/api/v1/store/payments/refund_payment";

#[tokio::test(flavor = "multi_thread")]
async fn a_transfer_is_sent_back_by_hand() {
    let app = TestApp::start().await;
    let payment = start(&app, "transfer").await;
    let id = payment.to_string();
    let owner = app.member(OWNER, STORE).await;
    assert!(owner.get("/payments").await.shows("lea@example.test"));
    let early = owner.call(REFUND, &[("payment", &id), ("amount", "10"), ("reason", "")]).await;
    assert_eq!(early.error().code, "payment_not_received");

    let ctx = store_ctx(&app).await;
    let mut tx = ctx.begin().await.expect("a transaction");
    let port = ctx.port::<dyn Payments>();
    port.refund(&mut tx, payment, Money::new(1_200, Currency::EUR), "broken").await.expect("refunds");
    tx.commit().await.expect("commits");
    assert_eq!(status(&app).await, "succeeded", "who sends money back has got it");

    let much = owner.call(REFUND, &[("payment", &id), ("amount", "30.01"), ("reason", "")]).await;
    assert_eq!(much.error().fields[0].code, "refund_out_of_range");
    let rest = owner.call(REFUND, &[("payment", &id), ("amount", "30"), ("reason", "the rest")]).await;
    assert_eq!(rest.status, 200, "{rest:?}");
    let refunds: Vec<String> = {
        let text: String =
            app.one("select string_agg(id::text, ' ') from payments.refunds where status = 'manual'").await;
        text.split(' ').map(str::to_owned).collect()
    };
    assert_eq!(refunds.len(), 2);
    for (index, refund) in refunds.iter().enumerate() {
        let sent = owner.call("/api/v1/store/payments/mark_refund_sent", &[("refund", refund)]).await;
        assert_eq!(sent.status, 200, "{sent:?}");
        let again = owner.call("/api/v1/store/payments/mark_refund_sent", &[("refund", refund)]).await;
        assert_eq!(again.error().code, "refund_not_manual");
        let page: Value = owner.call("/api/v1/store/payments/payment_page", &[("payment", &id)]).await.value();
        assert_eq!(page["payment"]["is_partly_refunded"], index == 0, "one of two went back: {page:?}");
    }
    assert_eq!(status(&app).await, "refunded");
    let bank: i64 = app
        .one("select sum(debit_minor - credit_minor)::bigint from payments.ledger_entries where account = 'bank'")
        .await;
    assert_eq!(bank, 0);
    let page = owner.get(&format!("/payments/{id}")).await;
    assert!(page.shows("broken") && page.shows("the rest"), "{page:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ledger_is_never_changed() {
    let app = TestApp::start().await;
    let payment = start(&app, "transfer").await;
    let ctx = store_ctx(&app).await;
    let mut tx = ctx.begin().await.expect("a transaction");
    ctx.port::<dyn Payments>().refund(&mut tx, payment, Money::new(100, Currency::EUR), "x").await.expect("refunds");
    tx.commit().await.expect("commits");
    for statement in ["update payments.ledger_entries set debit_minor = 1", "delete from payments.ledger_entries"] {
        let mut tx = ctx.begin().await.expect("a transaction");
        assert!(sqlx::query(statement).execute(tx.conn()).await.is_err(), "{statement}");
    }
    app.stop().await;
}
