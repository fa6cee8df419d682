//! Signing in with another address.

use futures::future::join_all;
use orion_testing::{Actor, Answer, TestApp};

use crate::builders::{
    ANNA, PASSWORD, STORE, ask, door, email_of, faults, mails_to, registration_token, rest, sign_in,
};

const NEW: &str = "anna.weis@example.test";
const BERTA: &str = "berta@example.test";

async fn change(actor: &Actor, email: &str, password: &str) -> Answer {
    actor.call(&door("change_email"), &[("email", email), ("current_password", password)]).await
}

async fn token(app: &TestApp, email: &str) -> String {
    app.mailed_token(email, "/account/confirm-email?token=").await
}

async fn follow(actor: &Actor, token: &str) -> Answer {
    actor.call(&door("confirm_email"), &[("token", token)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_changes_before_the_new_mailbox_has_confirmed() {
    let app = TestApp::start().await;
    let (anna, elsewhere) = (app.customer(ANNA, STORE).await, app.customer(ANNA, STORE).await);
    for (email, password, field, code) in
        [(NEW, "wrong", "current_password", "wrong_password"), ("anna", PASSWORD, "email", "invalid_email")]
    {
        assert_eq!(faults(&change(&anna, email, password).await), [(field.to_owned(), code.to_owned())]);
    }
    let asked = change(&anna, "Anna.Weis@example.test", PASSWORD).await;
    assert_eq!((asked.status, asked.location.as_deref()), (200, Some("/account/details?sent=email")), "{asked:?}");
    assert!(anna.get("/account/details?sent=email").await.shows("role=\"status\""));
    let token = token(&app, NEW).await;
    rest(&app).await;
    assert!(mails_to(&app, ANNA).await.iter().any(|subject| subject.contains("Lumière")), "the old one hears of it");
    assert_eq!(email_of(&anna).await.as_deref(), Some(ANNA));

    let page = app.shopper(STORE).get(&format!("/account/confirm-email?token={token}")).await;
    assert!(page.status == 200 && page.shows(NEW), "{page:?}");
    assert_eq!(email_of(&anna).await.as_deref(), Some(ANNA), "looking at the page confirms nothing");
    assert_eq!(follow(&app.shopper("kaffi"), &token).await.error().code, "link_expired");
    assert_eq!(follow(&anna, &token).await.location.as_deref(), Some("/account/details?done=email"));
    assert_eq!(email_of(&anna).await.as_deref(), Some(NEW));
    assert_eq!(email_of(&elsewhere).await, None, "sessions elsewhere end");
    assert_eq!(follow(&anna, &token).await.error().code, "link_used");
    let again = app.shopper(STORE);
    assert_eq!(sign_in(&again, ANNA, PASSWORD).await.error().code, "wrong_credentials");
    assert_eq!(sign_in(&again, NEW, PASSWORD).await.status, 200);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_taken_is_told_to_its_mailbox_alone() {
    let app = TestApp::start().await;
    app.register(&app.shopper(STORE), BERTA, "véier Wierder ouni Reim").await;
    let anna = app.customer(ANNA, STORE).await;
    let (taken, free) = (change(&anna, BERTA, PASSWORD).await, change(&anna, NEW, PASSWORD).await);
    assert_eq!((taken.status, &taken.body, &taken.location), (free.status, &free.body, &free.location));
    token(&app, NEW).await;
    rest(&app).await;
    let links: i64 =
        app.one("select count(*) from customers.links where kind = 'email' and token_hash is not null").await;
    assert_eq!((links, mails_to(&app, BERTA).await.len()), (1, 2), "hers is told, and opens nothing");
    let told = mails_to(&app, ANNA).await;
    assert_eq!(told.len(), 2, "and the asker's mailbox reads the same both times: {told:?}");
    assert_eq!(told[0], told[1]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_registration_that_nobody_confirmed_takes_no_address() {
    let app = TestApp::start().await;
    ask(&app.shopper(STORE), NEW).await;
    let squatted = registration_token(&app, NEW).await;
    let anna = app.customer(ANNA, STORE).await;
    assert_eq!(change(&anna, NEW, PASSWORD).await.status, 200);
    let token = token(&app, NEW).await;
    let crowd = app.crowd(STORE, 4);
    let answers = join_all(crowd.iter().map(|actor| follow(actor, &token))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
    assert_eq!(sign_in(&app.shopper(STORE), NEW, PASSWORD).await.status, 200);
    let fields = [("token", squatted.as_str()), ("password", "gréngen Hond")];
    let late = app.shopper(STORE).call(&door("confirm_registration"), &fields).await;
    assert_eq!(late.error().code, "link_expired");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_stops_a_change_that_is_under_way() {
    let app = TestApp::start().await;
    let anna = app.customer(ANNA, STORE).await;
    assert_eq!(change(&anna, NEW, PASSWORD).await.status, 200);
    let token = token(&app, NEW).await;
    let fields = [("current_password", PASSWORD), ("new_password", "véier Wierder ouni Reim")];
    assert_eq!(anna.call(&door("change_password"), &fields).await.status, 200);
    assert_eq!(follow(&anna, &token).await.error().code, "link_used");
    assert_eq!(email_of(&anna).await.as_deref(), Some(ANNA));
    app.stop().await;
}
