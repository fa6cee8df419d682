//! Secrets stand nowhere in plain: not in the database, not in the queue of jobs, not in the log, not in a cookie.

use orion_runtime::ctx::begin_unscoped;
use orion_testing::{Actor, TestApp};
use reqwest::{Method, Response};
use serde_json::Value;
use sqlx::AssertSqlSafe;

use super::{MEMBER, log::Log, marks::Marks, set_cookies};
use crate::tables::tables;

/// Keeps what jobs carried: they are gone when they are done, and stand in a dump made before.
async fn keep_jobs(app: &TestApp) {
    sqlx::raw_sql(
        "create table orion.seen_jobs (job text not null);
         create function orion.see_job() returns trigger language plpgsql as
         $$ begin insert into orion.seen_jobs values (to_jsonb(new)::text); return null; end $$;
         create trigger see_job after insert or update on graphile_worker._private_jobs
         for each row execute function orion.see_job();",
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
        &[("name", "Cash desk"), ("scopes[0]", "orders.view"), ("days", "30")],
    )
    .await;
    let key: Value = serde_json::from_str(&key).expect("a key");
    marks.add("a program's key", key["key"].as_str().expect("the key"));
    let setup = done(&owner, "/api/v1/store/tenancy/set_up_app", &[]).await;
    let setup: Value = serde_json::from_str(&setup).expect("an app's secret");
    marks.authenticator(setup["secret"].as_str().expect("the secret"));
    let invited = [("email", "invited@example.test"), ("role", "viewer"), ("all_stores", "true")];
    done(&owner, "/api/v1/store/tenancy/invite_member", &invited).await;
    marks.add("an invitation's token", &app.mailed_token("invited@example.test", "/invitations/").await);
    done(&app.visitor(), "/api/v1/platform/tenancy/request_reset", &[("email", "owner@minett.test")]).await;
    let token = app.mailed_token("owner@minett.test", "/new-password?token=").await;
    marks.add("a member's token of a reset", &token);
    let new = marks.password("a member, chosen anew");
    let staff = visitor.at("/store/lumiere");
    let fields = [("current_password", super::PASSWORD), ("new_password", new.as_str())];
    let answer = call(&staff, "/api/v1/store/tenancy/change_password", &fields).await;
    assert!(answer.status().as_u16() < 400, "{answer:?}");
    marks.cookies("a member with a new password", &answer);
}

/// A storefront behind a password: the last thing, for nobody gets in without it from then on.
async fn behind_a_password(app: &TestApp, marks: &mut Marks) {
    let owner = app.member("owner@lumiere.test", "lumiere").await;
    let word = marks.password("a storefront");
    done(&owner, "/api/v1/store/tenancy/save_access", &[("mode", "password"), ("password", word.as_str())]).await;
    let guess = marks.password("a storefront, guessed");
    let shopper = app.shopper("lumiere");
    call(&shopper, "/api/v1/storefront/tenancy/enter", &[("password", guess.as_str()), ("next", "")]).await;
    let answer = call(&shopper, "/api/v1/storefront/tenancy/enter", &[("password", word.as_str()), ("next", "")]).await;
    assert!(answer.status().as_u16() < 400, "{answer:?}");
    marks.cookies("somebody with the word", &answer);
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
    behind_a_password(&app, &mut marks).await;
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
