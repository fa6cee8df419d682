//! People and places to test with.

use orion_kernel::Locale;
use orion_runtime::{Ctx, jobs::JobScope};
use orion_testing::{Actor, Answer, TestApp};
use serde_json::Value;
use uuid::Uuid;

pub const STORE: &str = "lumiere";
pub const ANNA: &str = "anna@example.test";
pub const PASSWORD: &str = "demo-orion-2026";
pub const OWNER: &str = "owner@lumiere.test";
pub const STAFF: &str = "staff@lumiere.test";

/// The path of a server function of the storefront.
pub fn door(name: &str) -> String {
    format!("/api/v1/storefront/customers/{name}")
}

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

/// Asks for an account.
pub async fn ask(actor: &Actor, email: &str) -> Answer {
    let fields = [("first_name", "Zoé"), ("last_name", "Klein"), ("email", email), ("next", "")];
    actor.call(&door("register"), &fields).await
}

/// The token in the latest mail to whoever asked for an account.
pub async fn registration_token(app: &TestApp, email: &str) -> String {
    app.mailed_token(email, "/account/confirm?token=").await
}

/// Follows the link of a registration.
pub async fn confirm(actor: &Actor, token: &str, password: &str) -> Answer {
    actor.call(&door("confirm_registration"), &[("token", token), ("password", password)]).await
}

/// Does something to the store's data that no door does, such as letting time pass.
pub async fn change(app: &TestApp, statement: &'static str) {
    let ctx = store_ctx(app).await;
    let mut tx = ctx.begin().await.expect("a transaction");
    sqlx::query(statement).execute(tx.conn()).await.expect("changed");
    tx.commit().await.expect("committed");
}

/// Waits until the background has nothing left to do.
pub async fn rest(app: &TestApp) {
    app.until("the background to rest", || async {
        let waiting: i64 = sqlx::query_scalar(
            "select count(*) from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts",
        )
        .fetch_one(app.app.pool())
        .await
        .expect("the queue");
        (waiting == 0).then_some(())
    })
    .await;
}

/// The subjects of the mails to somebody, the latest first.
pub async fn mails_to(app: &TestApp, email: &str) -> Vec<String> {
    app.mails().await.into_iter().filter(|mail| mail.to == email).map(|mail| mail.subject).collect()
}

/// Tries to sign in.
pub async fn sign_in(actor: &Actor, email: &str, password: &str) -> Answer {
    actor.call(&door("sign_in"), &[("email", email), ("password", password), ("next", "")]).await
}

/// Who somebody is signed in as; `None` for nobody.
pub async fn email_of(actor: &Actor) -> Option<String> {
    let answer = actor.call(&door("profile"), &[]).await;
    if answer.status == 401 {
        return None;
    }
    answer.value::<Value>()["email"].as_str().map(str::to_owned)
}

/// The customer with this address, who has no other store.
pub async fn anna(app: &TestApp) -> Uuid {
    app.one("select id from customers.customers where email = 'anna@example.test'").await
}

/// What is wrong with which field.
pub fn faults(answer: &Answer) -> Vec<(String, String)> {
    answer.error().fields.into_iter().map(|fault| (fault.field, fault.code.into_owned())).collect()
}
