//! Secrets stand nowhere in plain: not in the database, not in the queue of jobs, not in the log, not in a cookie.

use std::{
    collections::BTreeSet,
    io::Write,
    sync::{Arc, Mutex},
};

use orion_runtime::ctx::begin_unscoped;
use orion_testing::{Actor, TestApp};
use reqwest::{Method, Response};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use sqlx::AssertSqlSafe;
use tracing_subscriber::{
    EnvFilter, Layer as _, Registry, fmt::MakeWriter, layer::SubscriberExt as _, util::SubscriberInitExt as _,
};

use super::{MEMBER, set_cookies};
use crate::tables::tables;

/// A secret and what it is.
struct Mark {
    what: String,
    value: String,
    /// Whether somebody could guess it: then a plain hash of it is as good as it.
    is_guessable: bool,
}

/// Every secret that was used.
#[derive(Default)]
struct Marks(Vec<Mark>);

impl Marks {
    /// A password of this test's own.
    fn password(&mut self, what: &str) -> String {
        let value = format!("Geheimwort {} fir {what}", self.0.len());
        self.0.push(Mark { what: format!("the password of {what}"), value: value.clone(), is_guessable: true });
        value
    }

    /// A key of a service that somebody types in.
    fn key(&mut self, what: &str) -> String {
        let value = format!("sk_marked_{:03}_{}", self.0.len(), "k".repeat(24));
        self.add(what, &value);
        value
    }

    fn add(&mut self, what: &str, value: &str) {
        assert!(value.len() >= 12, "{what} is too short to look for: {value:?}");
        self.0.push(Mark { what: what.to_owned(), value: value.to_owned(), is_guessable: false });
    }

    /// The tokens of cookies that open something.
    fn cookies(&mut self, who: &str, answer: &Response) {
        for cookie in set_cookies(answer.headers()) {
            let pair = cookie.split(';').next().and_then(|pair| pair.split_once('='));
            // Carts and forms are no secrets, and short values are no tokens.
            if let Some((name, value)) = pair.filter(|(name, value)| value.len() >= 20 && !name.contains("form")) {
                self.add(&format!("{who}'s cookie {name}"), value);
            }
        }
    }

    /// Which of them stand in a text, in plain or as somebody could read them.
    fn found_in(&self, text: &str) -> BTreeSet<&str> {
        let stands = |mark: &&Mark| mark.readings().iter().any(|reading| text.contains(reading));
        self.0.iter().filter(stands).map(|mark| mark.what.as_str()).collect()
    }
}

impl Mark {
    /// The value, and what is read back without knowing anything.
    fn readings(&self) -> Vec<String> {
        let bytes = self.value.as_bytes();
        let mut readings = vec![
            self.value.clone(),
            hex::encode(bytes),
            url::form_urlencoded::byte_serialize(bytes).collect(),
            base64(bytes),
            base64(bytes).replace('+', "-").replace('/', "_"),
        ];
        if self.is_guessable {
            readings.push(hex::encode(Sha256::digest(bytes)));
        }
        readings
    }
}

/// Without the end, which depends on what follows.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digit = |three: &[u8], place: usize| {
        let bits = three.iter().fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte));
        char::from(DIGITS[((bits >> (18 - 6 * place)) & 63) as usize])
    };
    bytes.chunks_exact(3).flat_map(|three| (0..4).map(move |place| digit(three, place))).collect()
}

/// Everything that is logged, in as much detail as an operator could ask for.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Begins to keep it. Before anything else logs: there is one log in a process.
    fn begin() -> Self {
        let log = Self::default();
        let filter =
            EnvFilter::new("debug,orion_runtime=trace,orion_app=trace,orion_tenancy=trace,orion_customers=trace");
        let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(log.clone()).with_filter(filter);
        Registry::default().with(lines).try_init().expect("nothing logs yet");
        log
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("the log")).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("the log").extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

/// Keeps what jobs carried: they are gone when they are done, and stand in a dump made before.
async fn keep_jobs(app: &TestApp) {
    sqlx::raw_sql(
        "create table public.seen_jobs (job text not null);
         create function public.see_job() returns trigger language plpgsql as
         $$ begin insert into public.seen_jobs values (to_jsonb(new)::text); return null; end $$;
         create trigger see_job after insert or update on graphile_worker._private_jobs
         for each row execute function public.see_job();",
    )
    .execute(app.app.pool())
    .await
    .expect("jobs are kept");
}

/// Every row of every table, with the table.
async fn dump(app: &TestApp) -> Vec<(String, String)> {
    let mut dumped = Vec::new();
    for table in tables(app).await {
        let question = format!("select coalesce(string_agg(to_jsonb(t)::text, e'\\n'), '') from {} t", table.name);
        let rows: String = if table.is_readable {
            let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
            sqlx::query_scalar(AssertSqlSafe(question)).fetch_one(&mut *tx).await.expect("rows")
        } else {
            sqlx::query_scalar(AssertSqlSafe(question)).fetch_one(app.app.pool()).await.expect("rows")
        };
        dumped.push((table.name, rows));
    }
    dumped
}

/// A function called as the page's script does, with what it sets.
async fn call(actor: &Actor, path: &str, fields: &[(&str, &str)]) -> Response {
    let request = actor.request(Method::POST, path).header("accept", "application/json").form(fields);
    request.header("sec-fetch-site", "same-origin").send().await.expect("an answer")
}

async fn done(actor: &Actor, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = call(actor, path, fields).await;
    let (status, body) = (answer.status().as_u16(), answer.text().await.expect("a body"));
    assert!(status < 400, "{path} answers {status} {body}");
    body
}

/// What customers do with their secrets.
async fn as_customers(app: &TestApp, marks: &mut Marks) {
    let email = "marked@example.test";
    let (shopper, first) = (app.shopper("lumiere"), marks.password("a customer"));
    app.register(&shopper, email, &first).await;
    marks.add("the token of a registration", &app.mailed_token(email, "/account/confirm?token=").await);
    let guess = marks.password("a customer, guessed");
    call(&shopper, "/api/v1/storefront/customers/sign_in", &[("email", email), ("password", &guess)]).await;
    let answer =
        call(&shopper, "/api/v1/storefront/customers/sign_in", &[("email", email), ("password", &first)]).await;
    marks.cookies("a customer", &answer);
    done(&shopper, "/api/v1/storefront/customers/request_reset", &[("email", email)]).await;
    let token = app.mailed_token(email, "/account/new-password?token=").await;
    marks.add("the token of a reset", &token);
    let second = marks.password("a customer, chosen anew");
    done(&shopper, "/api/v1/storefront/customers/reset_password", &[("token", &token), ("password", &second)]).await;
    // Forgotten, and never used: it still opens the account.
    done(&app.shopper("lumiere"), "/api/v1/storefront/customers/request_reset", &[("email", "anna@example.test")])
        .await;
    marks.add(
        "a reset's token that was not used",
        &app.mailed_token("anna@example.test", "/account/new-password?token=").await,
    );
}

/// What a merchant's team does with its secrets.
async fn as_members(app: &TestApp, marks: &mut Marks) {
    let visitor = app.visitor();
    let guess = marks.password("a member, guessed");
    call(&visitor, MEMBER.sign_in, &[("email", MEMBER.email), ("password", &guess), ("next", "")]).await;
    let answer = MEMBER.sign_in_with(&visitor, None).await;
    marks.cookies("a member", &answer);
    let owner = app.member("owner@lumiere.test", "lumiere").await;
    for key in ["card_api_key", "card_webhook_secret"] {
        let (value, field) = (marks.key(key), format!("secrets[{key}]"));
        let fields = [("module", "payments"), ("values[transfer_enabled]", "true"), (field.as_str(), value.as_str())];
        done(&owner, "/api/v1/store/tenancy/save_settings", &fields).await;
    }
    let key = done(
        &owner,
        "/api/v1/store/tenancy/create_api_key",
        &[("input[name]", "Cash desk"), ("input[scopes][0]", "orders.view"), ("input[days]", "30")],
    )
    .await;
    let key: Value = serde_json::from_str(&key).expect("a key");
    marks.add("a program's key", key["key"].as_str().expect("the key"));
    let new = marks.password("a member, chosen anew");
    let staff = visitor.at("/store/lumiere");
    let fields = [("current_password", super::PASSWORD), ("new_password", new.as_str())];
    let answer = call(&staff, "/api/v1/store/tenancy/change_password", &fields).await;
    assert!(answer.status().as_u16() < 400, "{answer:?}");
    marks.cookies("a member with a new password", &answer);
}

/// What an operator keeps for a platform.
async fn as_operators(app: &TestApp, marks: &mut Marks) {
    let operator = app.operator().await;
    for key in ["card_api_key", "card_webhook_secret"] {
        let (value, field) = (marks.key(&format!("{key} of a platform")), format!("secrets[{key}]"));
        let fields = [("module", "payments"), ("values[transfer_enabled]", "true"), (field.as_str(), value.as_str())];
        done(&operator, "/api/v1/admin/tenancy/save_settings", &fields).await;
    }
}

/// A form without scripts comes back with what was written into it, in a cookie. Not with a password.
async fn as_people_without_scripts(app: &TestApp, marks: &mut Marks) {
    let guess = marks.password("a form that came back");
    for (actor, page, path) in [
        (app.shopper("lumiere"), "/account/sign-in", "/api/v1/storefront/customers/sign_in"),
        (app.visitor(), "/sign-in", MEMBER.sign_in),
    ] {
        let request =
            actor.request(Method::POST, path).header("accept", "text/html").header("sec-fetch-site", "same-origin");
        let origin =
            if path.contains("storefront") { app.app.config().public_origin.of_store("lumiere") } else { app.origin() };
        let request = request.header("referer", format!("{}{page}", origin.trim_end_matches('/')));
        let answer =
            request.form(&[("email", "nobody@example.test"), ("password", &guess)]).send().await.expect("an answer");
        assert_eq!(answer.status().as_u16(), 303, "it comes back");
        for cookie in set_cookies(answer.headers()) {
            let found = marks.found_in(&cookie);
            assert!(found.is_empty(), "{found:?} in {cookie}");
        }
        let page = actor.get(page).await;
        assert!(!page.shows(&guess), "the page shows the password");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn secrets_stand_in_no_dump_and_in_no_log() {
    let log = Log::begin();
    let app = TestApp::start().await;
    keep_jobs(&app).await;
    let mut marks = Marks::default();
    as_customers(&app, &mut marks).await;
    as_members(&app, &mut marks).await;
    as_operators(&app, &mut marks).await;
    as_people_without_scripts(&app, &mut marks).await;
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
    assert!(marks.0.len() > 15, "{} secrets", marks.0.len());
    let mut faults = Vec::new();
    for (table, rows) in dump(&app).await {
        faults.extend(marks.found_in(&rows).into_iter().map(|what| format!("{what} stands in {table}")));
    }
    let log = log.text();
    assert!(log.contains("answered"), "requests are logged");
    faults.extend(marks.found_in(&log).into_iter().map(|what| format!("{what} stands in the log")));
    assert!(faults.is_empty(), "{faults:#?}");
    app.stop().await;
}

#[test]
fn a_mark_is_found_however_it_is_written() {
    let mut marks = Marks::default();
    let secret = marks.password("somebody");
    for text in [
        format!("x {secret} y"),
        format!("x{}y", hex::encode(&secret)),
        secret.replace(' ', "+"),
        base64(secret.as_bytes()),
        hex::encode(Sha256::digest(&secret)),
    ] {
        assert_eq!(marks.found_in(&text).len(), 1, "{text}");
    }
    assert!(marks.found_in("nothing of the sort").is_empty());
    assert_eq!(base64(b"Many hands make light work."), "TWFueSBoYW5kcyBtYWtlIGxpZ2h0IHdvcmsu");
}
