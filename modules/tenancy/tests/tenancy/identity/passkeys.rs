//! Passkeys.

use orion_testing::{Actor, Answer, TestApp};
use serde_json::Value;

use super::{
    authenticator::Authenticator,
    builders::{DOOR, OFFICE, PASSWORD, STAFF, STORE, answer, change, is_in, sign_in},
};

async fn add(member: &Actor, key: &mut Authenticator) -> Vec<String> {
    let options: String = member.call(&format!("{OFFICE}start_passkey"), &[]).await.value();
    let made = key.create(&options);
    member.call(&format!("{OFFICE}add_passkey"), &[("name", "Telephone"), ("answer", &made)]).await.value()
}

async fn sign_in_with(visitor: &Actor, answer: &str) -> Answer {
    visitor.call(&format!("{DOOR}sign_in_with_passkey"), &[("answer", answer), ("next", "")]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_is_both_factors() {
    let app = TestApp::start().await;
    let member = app.member(STAFF, STORE).await;
    let mut key = Authenticator::new(&app.origin());
    let codes = add(&member, &mut key).await;
    assert_eq!(codes.len(), 10);
    assert!(is_in(&member).await);
    let visitor = app.visitor();
    let options: String = visitor.call(&format!("{DOOR}ask_for_passkey"), &[]).await.value();
    let shown = key.get(&options);
    let landing: String = sign_in_with(&visitor, &shown).await.value();
    assert_eq!(landing, "/de/store/bierger");
    assert!(is_in(&visitor).await);
    assert_eq!(sign_in_with(&visitor, &shown).await.error().code, "passkey_refused", "an answer is good once");
    let thief = app.visitor();
    assert_eq!(sign_in_with(&thief, &shown).await.error().code, "passkey_refused", "and in its own browser");
    thief.call(&format!("{DOOR}ask_for_passkey"), &[]).await;
    assert_eq!(sign_in_with(&thief, &shown).await.error().code, "passkey_refused", "to its own question");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_alone_is_not_enough_beside_a_passkey() {
    let app = TestApp::start().await;
    let member = app.member(STAFF, STORE).await;
    let mut key = Authenticator::new(&app.origin());
    let codes = add(&member, &mut key).await;
    let visitor = app.visitor();
    assert_eq!(sign_in(&visitor, STAFF, PASSWORD).await.location.as_deref(), Some("/sign-in/second-step"));
    assert!(!is_in(&visitor).await);
    assert_eq!(answer(&visitor, &codes[0]).await.status, 200);
    let page: Value = member.call(&format!("{OFFICE}security_page"), &[]).await.value();
    let id = page["passkeys"][0]["id"].as_str().expect("a passkey");
    let stranger = app.member("owner@lumiere.test", "lumiere").await;
    assert_eq!(stranger.call(&format!("{OFFICE}remove_passkey"), &[("id", id)]).await.status, 404);
    assert_eq!(member.call(&format!("{OFFICE}remove_passkey"), &[("id", id)]).await.status, 200);
    assert!(!is_in(&visitor).await, "other sessions end");
    let alone = sign_in(&app.visitor(), STAFF, PASSWORD).await;
    assert_eq!(alone.location.as_deref(), Some("/de/store/bierger"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_false_page_gets_nothing() {
    let app = TestApp::start().await;
    let member = app.member(STAFF, STORE).await;
    let mut key = Authenticator::new("https://evil.test");
    let options: String = member.call(&format!("{OFFICE}start_passkey"), &[]).await.value();
    let made = key.create(&options);
    let fields = [("name", "Telephone"), ("answer", made.as_str())];
    assert_eq!(member.call(&format!("{OFFICE}add_passkey"), &fields).await.error().code, "passkey_refused");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_of_another_host_is_a_second_factor_all_the_same() {
    let app = TestApp::start().await;
    let member = app.member(STAFF, STORE).await;
    let mut key = Authenticator::new(&app.origin());
    let codes = add(&member, &mut key).await;
    change(&app, "update tenancy.passkeys set host = 'elsewhere.test'").await;
    let visitor = app.visitor();
    assert_eq!(sign_in(&visitor, STAFF, PASSWORD).await.location.as_deref(), Some("/sign-in/second-step"));
    assert!(!is_in(&visitor).await);
    let page = visitor.get("/sign-in/second-step").await;
    assert!(page.status == 200 && page.shows("name=\"code\""), "{page:?}");
    assert_eq!(answer(&visitor, &codes[0]).await.status, 200);
    assert!(is_in(&visitor).await);
    app.stop().await;
}
