//! Payments to test with, begun as the checkout begins them. There is no checkout behind them, so money that comes goes back.

use orion_contracts::{
    CheckoutId, PaymentId,
    payments::{NewPayment, Payments, pay_path},
};
use orion_kernel::{Currency, Locale, Money};
use orion_runtime::{Ctx, ctx::begin_unscoped, jobs::JobScope};
use orion_testing::{Actor, TestApp};

pub const STORE: &str = "lumiere";
pub const OWNER: &str = "owner@lumiere.test";
pub const CARD: &str = "4242424242424242";
pub const NEVER_TOLD: &str = "4000000000000127";
pub const SLOW_BANK: &str = "4000000000000135";

/// A context in the test's store.
pub async fn store_ctx(app: &TestApp) -> Ctx {
    let directory = app.app.directory();
    let platform = directory.platforms(&app.app).await.expect("platforms").remove(0);
    let store = directory.store_by_code(&app.app, &platform, STORE).await.expect("stores").expect("the store");
    let scope = JobScope {
        platform_id: platform.id,
        merchant_id: Some(store.merchant_id),
        store_id: Some(store.id),
        locale: Locale::Fr,
    };
    Ctx::for_job(&app.app, &scope, "test").await.expect("a context")
}

/// Begins a payment.
pub async fn start(app: &TestApp, method: &str) -> PaymentId {
    let ctx = store_ctx(app).await;
    let mut tx = ctx.begin().await.expect("a transaction");
    let payment = NewPayment {
        checkout_id: ctx.new_id::<CheckoutId>(),
        amount: Money::new(4_200, Currency::EUR),
        method: method.to_owned(),
        return_url: ctx.scope().absolute("/thanks"),
        cancel_url: ctx.scope().absolute("/checkout"),
        locale: Locale::Fr,
        email: "lea@example.test".to_owned(),
    };
    let started = ctx.port::<dyn Payments>().start(&mut tx, payment).await.expect("starts");
    tx.commit().await.expect("commits");
    started.id
}

/// Opens the provider's page of a payment; its address.
pub async fn open(shopper: &Actor, payment: PaymentId) -> String {
    let answer = shopper.get(&pay_path(payment)).await;
    answer.location.clone().unwrap_or_else(|| panic!("{answer:?}"))
}

/// How a payment stands.
pub async fn status(app: &TestApp) -> String {
    app.one("select status from payments.payments order by created_at desc limit 1").await
}

/// Slow banks decide now.
pub async fn decide(app: &TestApp) {
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query("update payments.fake_sessions set settles_at = now()").execute(&mut *tx).await.expect("a decision");
    tx.commit().await.expect("a decision");
}
