//! A forgotten password.

use orion_runtime::PlatformCtx;
use orion_testing::{Actor, Answer, TestApp};

use crate::builders::{ANNA, PASSWORD, STORE, change, door, email_of, faults, rest, sign_in, store_ctx};

const NEW: &str = "véier Wierder ouni Reim";
const AGED: &str = "update customers.links set expires_at = now() - interval '1 second'";
const LINKS: &str = "select count(*) from customers.links where token_hash is not null";

async fn ask(actor: &Actor, email: &str) -> Answer {
    actor.call(&door("request_reset"), &[("email", email)]).await
}

async fn reset(actor: &Actor, token: &str, password: &str) -> Answer {
    actor.call(&door("reset_password"), &[("token", token), ("password", password)]).await
}

/// The token in the latest mail.
async fn token(app: &TestApp) -> String {
    app.mailed_token(ANNA, "/account/new-password?token=").await
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
    assert_eq!(reset(&app.shopper(STORE), &token, NEW).await.error().code, "link_used");
    let used = app.shopper(STORE).get(&format!("/account/new-password?token={token}")).await;
    assert!(used.status == 200 && used.shows("href=\"/account/forgotten\"") && !used.shows("name=\"password\""));
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
    rest(&app).await;
    assert_eq!((app.one::<i64>(LINKS).await, app.mails().await.len()), (1, 1), "one store knows her");
    let rows: i64 = app.one("select count(*) from customers.links").await;
    assert_eq!(rows, 1, "of addresses that nobody has, none is kept");
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
    change(&app, AGED).await;
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
    rest(&app).await;
    night().await;
    assert_eq!(app.one::<i64>(LINKS).await, 2);
    change(&app, AGED).await;
    night().await;
    assert_eq!(app.one::<i64>(LINKS).await, 1, "the other store's is still good");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_who_follow_one_link_at_once_one_gets_in() {
    let app = TestApp::start().await;
    ask(&app.shopper(STORE), ANNA).await;
    let token = token(&app).await;
    let crowd = app.crowd(STORE, 6);
    let answers = futures::future::join_all(crowd.iter().map(|actor| reset(actor, &token, NEW))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
    let codes: Vec<_> =
        answers.iter().filter(|answer| answer.status != 200).map(|answer| answer.error().code).collect();
    assert!(codes.iter().all(|code| code == "link_used"), "{codes:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_flooded_with_mail() {
    let app = TestApp::start().await;
    let crowd = app.crowd(STORE, 8);
    let answers = futures::future::join_all(crowd.iter().map(|actor| ask(actor, ANNA))).await;
    assert!(answers.iter().all(|answer| answer.status == 200 && answer.body == answers[0].body), "{answers:?}");
    rest(&app).await;
    assert_eq!(app.mails().await.len(), 3);
    app.stop().await;
}
