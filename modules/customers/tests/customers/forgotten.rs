//! A forgotten password.

use orion_runtime::PlatformCtx;
use orion_testing::{Actor, Answer, TestApp};

use crate::builders::{ANNA, PASSWORD, STORE, door, email_of, faults, sign_in, store_ctx};

const NEW: &str = "véier Wierder ouni Reim";
const LINKS: &str = "select count(*) from customers.password_resets";

async fn ask(actor: &Actor, email: &str) -> Answer {
    actor.call(&door("request_reset"), &[("email", email)]).await
}

async fn reset(actor: &Actor, token: &str, password: &str) -> Answer {
    actor.call(&door("reset_password"), &[("token", token), ("password", password)]).await
}

/// The token in the latest mail.
async fn token(app: &TestApp) -> String {
    let mail = app.until("the mail", || async { app.mails().await.into_iter().next() }).await;
    assert_eq!(mail.to, ANNA);
    let (_, rest) = mail.text.split_once("/account/new-password?token=").expect("a link");
    rest.split_whitespace().next().expect("a token").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_opens_the_account_once() {
    let app = TestApp::start().await;
    let thief = app.customer(ANNA, STORE).await;
    let shopper = app.shopper(STORE);
    assert_eq!(ask(&shopper, "Anna@Example.test").await.status, 200);
    let token = token(&app).await;
    let page = shopper.get(&format!("/account/new-password?token={token}")).await;
    assert!(page.status == 200 && page.shows(&token), "{page:?}");
    assert_eq!(faults(&reset(&shopper, &token, "12345678").await)[0].1, "password_common");
    let done = reset(&shopper, &token, NEW).await;
    assert_eq!((done.status, done.location.as_deref()), (200, Some("/account")), "{done:?}");
    assert_eq!(email_of(&shopper).await.as_deref(), Some(ANNA));
    assert_eq!(email_of(&thief).await, None, "whoever had the old password is out");
    assert_eq!(reset(&app.shopper(STORE), &token, NEW).await.error().code, "link_expired");
    assert_eq!(sign_in(&thief, ANNA, PASSWORD).await.error().code, "wrong_credentials");
    assert_eq!(sign_in(&thief, ANNA, NEW).await.status, 200);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_answer_does_not_tell_who_is_known() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    let (unknown, known) = (ask(&shopper, "nobody@example.test").await, ask(&shopper, ANNA).await);
    assert_eq!((unknown.status, &unknown.body, &unknown.location), (known.status, &known.body, &known.location));
    assert_eq!(known.location.as_deref(), Some("/account/forgotten?sent=true"));
    let elsewhere = ask(&app.shopper("kaffi"), ANNA).await;
    assert_eq!(elsewhere.status, known.status);
    token(&app).await;
    assert_eq!((app.one::<i64>(LINKS).await, app.mails().await.len()), (1, 1), "one store knows her");
    assert_eq!(faults(&ask(&shopper, "anna@").await)[0].1, "invalid_email");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn links_of_others_stores_and_times_open_nothing() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    ask(&shopper, ANNA).await;
    let token = token(&app).await;
    let elsewhere = app.shopper("kaffi");
    for (actor, token) in [(&elsewhere, token.as_str()), (&shopper, ""), (&shopper, "x"), (&shopper, &token[1..])] {
        assert_eq!(reset(actor, token, NEW).await.error().code, "link_expired");
    }
    let ctx = store_ctx(&app).await;
    let mut tx = ctx.begin().await.expect("a transaction");
    let aged = "update customers.password_resets set expires_at = now() - interval '1 second'";
    sqlx::query(aged).execute(tx.conn()).await.expect("aged");
    tx.commit().await.expect("committed");
    assert_eq!(reset(&shopper, &token, NEW).await.error().code, "link_expired");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn links_that_work_no_more_are_thrown_away_at_night() {
    let app = TestApp::start().await;
    ask(&app.shopper(STORE), ANNA).await;
    ask(&app.shopper("kaffi"), "chloe@example.test").await;
    let ctx = store_ctx(&app).await;
    let night = async || {
        let mut tx = PlatformCtx::system(&ctx).begin().await.expect("a transaction");
        orion_customers::server::remove_expired(tx.conn()).await.expect("removed");
        tx.commit().await.expect("committed");
    };
    night().await;
    assert_eq!(app.one::<i64>(LINKS).await, 2);
    let mut tx = ctx.begin().await.expect("a transaction");
    let aged = "update customers.password_resets set expires_at = now() - interval '1 second'";
    sqlx::query(aged).execute(tx.conn()).await.expect("aged");
    tx.commit().await.expect("committed");
    night().await;
    assert_eq!(app.one::<i64>(LINKS).await, 1, "the other store's is still good");
    app.stop().await;
}
