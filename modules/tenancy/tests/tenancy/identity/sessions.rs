//! Sessions: planted, stolen, ended, renewed.

use orion_testing::TestApp;
use serde_json::Value;

use super::builders::{
    DOOR, OFFICE, PASSWORD, STAFF, STORE, change, from, is_in, session_cookie, sign_in, with_cookie,
};

const PAGE: &str = "/store/bierger/profile";

#[tokio::test(flavor = "multi_thread")]
async fn a_planted_token_is_worth_nothing() {
    let app = TestApp::start().await;
    let planted = session_cookie(&app, STAFF, "orion_other=1").await;
    assert_eq!(with_cookie(&app, PAGE, &planted).await.0, 200);
    let fresh = session_cookie(&app, STAFF, &planted).await;
    assert_ne!(fresh, planted);
    assert_eq!(with_cookie(&app, PAGE, &fresh).await.0, 200);
    assert_eq!(with_cookie(&app, PAGE, &planted).await.0, 303, "whoever planted it is out");
    assert_eq!(with_cookie(&app, PAGE, "orion_member=chosen").await.0, 303);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stolen_token_ends_with_the_session() {
    let app = TestApp::start().await;
    let stolen = session_cookie(&app, STAFF, "orion_other=1").await;
    let victim = app.visitor();
    let out = victim.request(http::Method::POST, &format!("{DOOR}sign_out")).header("cookie", &stolen).send();
    assert!(out.await.expect("an answer").status().is_success());
    assert_eq!(with_cookie(&app, PAGE, &stolen).await.0, 303);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn idle_and_absolute_ends_are_kept() {
    let app = TestApp::start().await;
    for statement in [
        "update orion.sessions set last_used_at = last_used_at - interval '12 hours 1 minute'",
        "update orion.sessions set expires_at = now() - interval '1 second'",
    ] {
        let cookie = session_cookie(&app, STAFF, "orion_other=1").await;
        assert_eq!(with_cookie(&app, PAGE, &cookie).await.0, 200);
        change(&app, statement).await;
        assert_eq!(with_cookie(&app, PAGE, &cookie).await.0, 303, "{statement}");
    }
    let remembering = app.visitor();
    let fields = [("email", STAFF), ("password", PASSWORD), ("remember", "true")];
    remembering.call(&format!("{DOOR}sign_in"), &fields).await;
    change(&app, "update orion.sessions set last_used_at = last_used_at - interval '13 days'").await;
    assert!(is_in(&remembering).await, "who asked to stay signed in has 14 days");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn changed_rights_give_a_new_token() {
    let app = TestApp::start().await;
    let before = session_cookie(&app, STAFF, "orion_other=1").await;
    change(&app, "update orion.sessions set renew = true").await;
    let (status, set) = with_cookie(&app, PAGE, &before).await;
    let renewed = set.iter().find(|cookie| cookie.starts_with("orion_member=")).expect("a new token");
    let renewed = renewed.split(';').next().expect("a cookie").to_owned();
    assert!(status == 200 && renewed != before);
    assert_eq!(with_cookie(&app, PAGE, &before).await.0, 200, "requests under way are let in");
    change(&app, "update orion.sessions set renewed_at = renewed_at - interval '11 seconds'").await;
    assert_eq!(with_cookie(&app, PAGE, &before).await.0, 303);
    assert_eq!(with_cookie(&app, PAGE, &renewed).await.0, 200);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_see_and_end_their_sessions() {
    let app = TestApp::start().await;
    let here = app.member(STAFF, STORE).await;
    let elsewhere = app.member(STAFF, STORE).await;
    let stranger = app.member("owner@lumiere.test", "lumiere").await;
    let list: Vec<Value> = here.call(&format!("{OFFICE}list_sessions"), &[]).await.value();
    assert_eq!(list.len(), 2);
    assert!(list[0]["is_this"] == true && list[1]["is_this"] == false && list[1]["address"] == "127.0.0.1", "{list:?}");
    let id = list[1]["id"].as_str().expect("an id");
    assert_eq!(stranger.call(&format!("{OFFICE}end_session"), &[("id", id)]).await.status, 404);
    assert_eq!(here.call(&format!("{OFFICE}end_session"), &[("id", id)]).await.status, 200);
    assert!(!is_in(&elsewhere).await);
    let third = app.member(STAFF, STORE).await;
    assert_eq!(here.call(&format!("{OFFICE}end_other_sessions"), &[]).await.status, 200);
    assert!(is_in(&here).await && !is_in(&third).await);
    assert!(here.get("/profile/sessions").await.shows("127.0.0.1"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_from_elsewhere_is_told_by_mail() {
    let app = TestApp::start().await;
    let known = app.visitor();
    sign_in(&known, STAFF, PASSWORD).await;
    sign_in(&known, STAFF, PASSWORD).await;
    sign_in(&app.visitor(), STAFF, PASSWORD).await;
    sign_in(&from(&app, 9, 7), STAFF, PASSWORD).await;
    let mail = app.until("the mail", || async { app.mails().await.into_iter().next() }).await;
    assert!(mail.to == STAFF && mail.text.contains("127.0.9.7"), "{mail:?}");
    assert_eq!(app.mails().await.len(), 1, "the same network is nothing new");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn next_leads_to_no_other_site() {
    let app = TestApp::start().await;
    for next in [
        "//evil.test",
        "/\\evil.test",
        "\\\\evil.test",
        "https://evil.test/store/bierger",
        "/%2Fevil.test",
        "%2F%2Fevil.test",
        "/store/bierger/../../..//evil.test",
        "/store/bierger\t//evil.test",
        "javascript:alert(1)",
        " //evil.test",
    ] {
        let visitor = from(&app, 3, 1);
        let fields = [("email", STAFF), ("password", PASSWORD), ("next", next)];
        let answer = visitor.call(&format!("{DOOR}sign_in"), &fields).await;
        assert_eq!(answer.location.as_deref(), Some("/de/store/bierger"), "{next}");
        visitor.call(&format!("{DOOR}sign_out"), &[]).await;
    }
    app.stop().await;
}
