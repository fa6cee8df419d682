//! A forgotten password.

use orion_testing::{Actor, Answer, TestApp};

use super::builders::{DOOR, PASSWORD, STAFF, STORE, change, is_in, set_up_app, sign_in};

const NEW: &str = "véier Wierder ouni Reim";

async fn ask(actor: &Actor, email: &str) -> Answer {
    actor.call(&format!("{DOOR}request_reset"), &[("email", email)]).await
}

async fn reset(actor: &Actor, token: &str, password: &str) -> Answer {
    actor.call(&format!("{DOOR}reset_password"), &[("token", token), ("password", password)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_is_good_once_and_ends_every_session() {
    let app = TestApp::start().await;
    let thief = app.member(STAFF, STORE).await;
    let visitor = app.visitor();
    assert_eq!(ask(&visitor, "Staff@Minett.test").await.location.as_deref(), Some("/forgotten-password?sent=1"));
    let token = app.mailed_token(STAFF, "/new-password?token=").await;
    let page = visitor.get(&format!("/new-password?token={token}")).await;
    assert!(page.status == 200 && page.shows(&token), "{page:?}");
    assert_eq!(reset(&visitor, &token, "12345678").await.error().fields[0].code, "password_common");
    assert_eq!(reset(&visitor, &token, NEW).await.location.as_deref(), Some("/sign-in?done=password"));
    assert!(!is_in(&thief).await, "whoever had the old password is out");
    assert!(!is_in(&visitor).await, "nobody is signed in by it");
    assert_eq!(reset(&visitor, &token, NEW).await.error().code, "link_expired");
    assert_eq!(sign_in(&visitor, STAFF, PASSWORD).await.error().code, "wrong_credentials");
    assert_eq!(sign_in(&visitor, STAFF, NEW).await.status, 200);
    app.until("the notice", || async { (app.mails().await.len() == 2).then_some(()) }).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_learns_who_has_an_account() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let (known, unknown) = (ask(&visitor, STAFF).await, ask(&visitor, "nobody@minett.test").await);
    assert_eq!((known.status, &known.body, &known.location), (unknown.status, &unknown.body, &unknown.location));
    assert_eq!(ask(&visitor, "operator@orion.test").await.status, 200, "no member: another door");
    app.mailed_token(STAFF, "/new-password?token=").await;
    ask(&visitor, STAFF).await;
    let links: i64 = app.one("select count(*) from tenancy.user_links").await;
    assert_eq!(links, 1, "one a minute, and none for strangers");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_link_opens_nothing() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    ask(&visitor, STAFF).await;
    let token = app.mailed_token(STAFF, "/new-password?token=").await;
    change(&app, "update tenancy.user_links set expires_at = now() - interval '1 second'").await;
    assert_eq!(reset(&visitor, &token, NEW).await.error().code, "link_expired");
    assert_eq!(sign_in(&visitor, STAFF, PASSWORD).await.status, 200);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_does_not_stand_in_for_the_second_factor() {
    let app = TestApp::start().await;
    let member = app.member(STAFF, STORE).await;
    set_up_app(&member).await;
    let visitor = app.visitor();
    ask(&visitor, STAFF).await;
    let token = app.mailed_token(STAFF, "/new-password?token=").await;
    assert_eq!(reset(&visitor, &token, NEW).await.status, 200);
    let answer = sign_in(&visitor, STAFF, NEW).await;
    assert_eq!(answer.location.as_deref(), Some("/sign-in/second-step"));
    assert!(!is_in(&visitor).await);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn operators_have_a_door_of_their_own() {
    let app = TestApp::start().await;
    let visitor = app.visitor().at("/admin");
    assert_eq!(visitor.get("/forgotten-password").await.status, 200);
    visitor.call("/api/v1/admin/tenancy/request_reset", &[("email", "operator@orion.test")]).await;
    let token = app.mailed_token("operator@orion.test", "/admin/new-password?token=").await;
    let fields = [("token", token.as_str()), ("password", NEW)];
    let answer = visitor.call("/api/v1/admin/tenancy/reset_password", &fields).await;
    assert_eq!(answer.location.as_deref(), Some("/admin/sign-in?done=password"), "{answer:?}");
    app.stop().await;
}
