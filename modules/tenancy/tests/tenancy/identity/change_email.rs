//! Another e-mail address.

use orion_testing::TestApp;

use super::builders::{DOOR, OFFICE, PASSWORD, STAFF, STORE, is_in, sign_in};

const NEW: &str = "hugo.marchal@minett.test";

#[tokio::test(flavor = "multi_thread")]
async fn it_counts_once_its_link_was_followed() {
    let app = TestApp::start().await;
    let member = app.member(STAFF, STORE).await;
    let ask = async |email: &str, password: &str| {
        member.call(&format!("{OFFICE}change_email"), &[("email", email), ("current_password", password)]).await
    };
    assert_eq!(ask(NEW, "guessed").await.error().fields[0].code, "wrong_password");
    assert_eq!(ask(STAFF, PASSWORD).await.error().fields[0].code, "email_unchanged");
    let asked = ask(NEW, PASSWORD).await;
    assert_eq!(asked.status, 200);
    let token = app.mailed_token(NEW, "/confirm-email?token=").await;
    assert_eq!(sign_in(&app.visitor(), NEW, PASSWORD).await.status, 422, "not yet");
    let visitor = app.visitor();
    assert!(visitor.get(&format!("/confirm-email?token={token}")).await.shows(NEW));
    let confirm = async || visitor.call(&format!("{DOOR}confirm_email"), &[("token", &token)]).await;
    assert_eq!(confirm().await.location.as_deref(), Some("/confirm-email?done=1"));
    assert_eq!(confirm().await.error().code, "link_expired", "once");
    assert!(is_in(&member).await, "the session goes on");
    assert_eq!(sign_in(&app.visitor(), NEW, PASSWORD).await.status, 200);
    assert_eq!(sign_in(&app.visitor(), STAFF, PASSWORD).await.status, 422);
    app.until("the notice to the address of before", || async {
        app.mails().await.iter().any(|mail| mail.to == STAFF).then_some(())
    })
    .await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_elses_address_is_not_told_apart() {
    let app = TestApp::start().await;
    let member = app.member(STAFF, STORE).await;
    let fields = [("email", "owner@lumiere.test"), ("current_password", PASSWORD)];
    assert_eq!(member.call(&format!("{OFFICE}change_email"), &fields).await.status, 200);
    let fields = [("email", NEW), ("current_password", PASSWORD)];
    member.call(&format!("{OFFICE}change_email"), &fields).await;
    app.mailed_token(NEW, "/confirm-email?token=").await;
    assert!(app.mails().await.iter().all(|mail| mail.to == NEW), "its owner is left in peace");
    app.stop().await;
}
