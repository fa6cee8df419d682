//! What these tests have in common.

use std::net::Ipv4Addr;

use http::Method;
use orion_runtime::ctx::begin_unscoped;
use orion_testing::{Actor, Answer, TestApp};
use serde_json::Value;
use time::OffsetDateTime;
use totp_rs::{Builder, Secret};

/// The password of everybody in the demo.
pub const PASSWORD: &str = "demo-orion-2026";
/// Somebody in the demo's team of a store.
pub const STAFF: &str = "staff@minett.test";
/// Their store.
pub const STORE: &str = "bierger";
/// The members' door.
pub const DOOR: &str = "/api/v1/platform/tenancy/";
/// The members' back office.
pub const OFFICE: &str = "/api/v1/store/tenancy/";

/// Tries a password at the members' door.
pub async fn sign_in(actor: &Actor, email: &str, password: &str) -> Answer {
    actor.call(&format!("{DOOR}sign_in"), &[("email", email), ("password", password), ("next", "")]).await
}

/// Somebody new whose requests come from another address.
pub fn from(app: &TestApp, network: u8, host: u8) -> Actor {
    Actor::from_address(app.origin(), "", Ipv4Addr::new(127, 0, network, host))
}

/// Whether somebody is signed in to the store's back office.
pub async fn is_in(actor: &Actor) -> bool {
    actor.at(&format!("/store/{STORE}")).get("/profile").await.status == 200
}

/// Brings something about that takes time.
pub async fn change(app: &TestApp, statement: &'static str) {
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query(statement).execute(&mut *tx).await.expect("changes");
    tx.commit().await.expect("commits");
}

/// The code that an app shows, so many steps from now.
pub fn code(secret: &str, steps: i64) -> String {
    #[expect(clippy::disallowed_methods, reason = "an app on a phone goes by the clock on the wall")]
    let now = OffsetDateTime::now_utc().unix_timestamp() + 30 * steps;
    let totp = Builder::new().with_secret(Secret::try_from_base32(secret).expect("a secret")).build().expect("an app");
    totp.generate(now.try_into().expect("after 1970")).to_string()
}

/// Sets an app up for somebody who is signed in: the secret, and the recovery codes.
pub async fn set_up_app(member: &Actor) -> (String, Vec<String>) {
    let setup: Value = member.call(&format!("{OFFICE}set_up_app"), &[]).await.value();
    let secret = setup["secret"].as_str().expect("a secret").to_owned();
    let codes = member.call(&format!("{OFFICE}confirm_app"), &[("code", &code(&secret, 0))]).await.value();
    (secret, codes)
}

/// Answers the second step.
pub async fn answer(actor: &Actor, code: &str) -> Answer {
    actor.call(&format!("{DOOR}pass_second_step"), &[("code", code)]).await
}

/// Asks with a cookie of one's own choice, and says which cookies were set.
pub async fn with_cookie(app: &TestApp, path: &str, cookie: &str) -> (u16, Vec<String>) {
    let stranger = app.visitor();
    let request = stranger.request(Method::GET, path).header("accept", "text/html").header("cookie", cookie);
    let response = request.send().await.expect("an answer");
    let set = response.headers().get_all("set-cookie").iter();
    let set = set.filter_map(|value| value.to_str().ok()).map(str::to_owned).collect();
    (response.status().as_u16(), set)
}

/// Signs in and shows the session's cookie, `orion_member=…`.
pub async fn session_cookie(app: &TestApp, email: &str, planted: &str) -> String {
    let visitor = app.visitor();
    let form = [("email", email), ("password", PASSWORD), ("next", "")];
    let request = visitor.request(Method::POST, &format!("{DOOR}sign_in")).header("accept", "application/json");
    let response = request.header("cookie", planted).form(&form).send().await.expect("an answer");
    let cookies = response.headers().get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    let session =
        cookies.filter_map(|cookie| cookie.split(';').next()).find(|cookie| cookie.starts_with("orion_member="));
    session.expect("a session").to_owned()
}
