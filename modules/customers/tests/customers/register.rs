//! Getting an account.

use futures::future::join_all;
use orion_runtime::{PlatformCtx, database::count_statements};
use orion_testing::{Actor, TestApp};

use crate::builders::{
    ANNA, PASSWORD, STORE, ask, change, confirm, door, email_of, faults, mails_to, registration_token, rest, sign_in,
    store_ctx,
};

const NEW: &str = "zoe.klein@example.test";
const GOOD: &str = "gréngen Hond op der Strooss";
const SENT: Option<&str> = Some("/account/register?sent=true");

/// Somebody who bought without an account, in the demo.
async fn guest(app: &TestApp) -> String {
    app.one(
        "select c.email from customers.customers c join tenancy.stores s on s.id = c.store_id
         where s.code = 'lumiere' and c.password_phc is null order by c.email limit 1",
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_in_the_mail_completes_the_account_in_this_store_alone() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    let asked = ask(&shopper, " Zoe.Klein@Example.TEST ").await;
    assert_eq!((asked.status, asked.location.as_deref()), (200, SENT), "{asked:?}");
    let token = registration_token(&app, NEW).await;
    assert_eq!(email_of(&shopper).await, None, "nobody is anybody before");
    assert_eq!(sign_in(&shopper, NEW, GOOD).await.error().code, "wrong_credentials");

    let page = shopper.get(&format!("/account/confirm?token={token}")).await;
    assert!(page.status == 200 && page.shows("Zoé") && page.shows(NEW) && page.shows("new-password"), "{page:?}");
    let done = confirm(&shopper, &token, GOOD).await;
    assert_eq!((done.status, done.location.as_deref()), (200, Some("/account")), "{done:?}");
    assert_eq!(email_of(&shopper).await.as_deref(), Some(NEW));
    assert!(shopper.get("/account").await.shows("Zoé"));
    let language: String = app.one("select locale from customers.customers where email like 'zoe%'").await;
    assert_eq!(language, "fr");

    let elsewhere = app.shopper("kaffi");
    assert_eq!(sign_in(&elsewhere, NEW, GOOD).await.error().code, "wrong_credentials");
    app.register(&elsewhere, NEW, GOOD).await;
    let known: i64 = app.one("select count(*) from customers.customers where email like 'zoe%'").await;
    assert_eq!(known, 2, "the same person is another customer there");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_answer_does_not_tell_who_is_known() {
    let app = TestApp::start_without_workers().await;
    let guest = guest(&app).await;
    let shopper = app.shopper(STORE);
    ask(&shopper, "first@example.test").await;
    let mut answers = Vec::new();
    for email in [NEW, ANNA, guest.as_str()] {
        let (answer, statements, _) = count_statements(ask(&shopper, email)).await;
        assert!(statements > 0, "nothing was counted");
        answers.push((answer.status, answer.body, answer.location, statements));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "not even by what it costs: {answers:?}");
    let again = shopper.call(&door("resend_confirmation"), &[("email", ANNA)]).await;
    assert_eq!((again.status, again.location.as_deref()), (200, SENT));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_an_account_is_told_so_in_their_mailbox() {
    let app = TestApp::start().await;
    ask(&app.shopper(STORE), &ANNA.to_uppercase()).await;
    rest(&app).await;
    let mails = app.mails().await;
    assert_eq!((mails.len(), mails[0].to.as_str()), (1, ANNA));
    assert!(mails[0].text.contains("/account/sign-in") && !mails[0].text.contains("token="), "{}", mails[0].text);
    assert_eq!(sign_in(&app.shopper(STORE), ANNA, PASSWORD).await.status, 200, "nothing else has happened");
    app.stop().await;
}

/// Marie is in the demo as somebody who bought without an account: her orders must not open for whoever knows her address.
#[tokio::test(flavor = "multi_thread")]
async fn a_known_address_is_nobody_elses_to_take() {
    let app = TestApp::start().await;
    let guest = guest(&app).await;
    let shopper = app.shopper(STORE);
    ask(&shopper, &guest).await;
    let token = registration_token(&app, &guest).await;
    let untouched: i64 =
        app.one("select count(*) from customers.customers where first_name = 'Zoé' and last_name = 'Klein'").await;
    assert_eq!(untouched, 0, "before the mailbox has shown whose it is, nothing changes");
    assert_eq!(confirm(&shopper, &token, GOOD).await.status, 200);
    assert_eq!(email_of(&shopper).await.as_deref(), Some(guest.as_str()));
    let orders: i64 = app
        .one(
            "select count(*) from orders.orders o join customers.customers c on c.id = o.customer_id
             where c.first_name = 'Zoé' and c.last_name = 'Klein'",
        )
        .await;
    let account = shopper.get("/account").await;
    assert!(orders == 0 || account.shows("href=\"/orders/"), "{account:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_that_is_wrong_is_said_at_once() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    let wrong = [("first_name", " "), ("last_name", "x\u{7}"), ("email", "zoe@")];
    let answer = shopper.call(&door("register"), &wrong).await;
    let expected = [("first_name", "required"), ("last_name", "invalid_characters"), ("email", "invalid_email")];
    assert_eq!(faults(&answer), expected.map(|(field, code)| (field.to_owned(), code.to_owned())));

    let page = "/account/register";
    let back = shopper.submit(page, &door("register"), &wrong).await;
    assert!(back.location.as_deref().is_some_and(|address| address.ends_with(page)), "{back:?}");
    assert!(shopper.get(page).await.shows("value=\"zoe@\""), "what was typed is kept");
    let sent =
        shopper.submit(page, &door("register"), &[("first_name", "Zoé"), ("last_name", "Klein"), ("email", NEW)]).await;
    assert!(sent.location.as_deref().is_some_and(|to| to.ends_with("/account/register?sent=true")), "{sent:?}");
    let told = shopper.get("/account/register?sent=true").await;
    assert!(told.shows("resend_confirmation") && !told.shows("first_name"), "{told:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_weak_password_is_refused_and_the_link_still_works() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    ask(&shopper, NEW).await;
    let token = registration_token(&app, NEW).await;
    for (password, code) in [
        ("", "required"),
        ("kuerz", "too_short"),
        ("password1", "password_common"),
        ("zoe.klein@example.test", "password_contains_personal"),
    ] {
        let answer = confirm(&shopper, &token, password).await;
        assert_eq!(faults(&answer), [("password".to_owned(), code.to_owned())], "{password}");
    }
    assert_eq!(confirm(&shopper, &token, GOOD).await.status, 200);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn links_that_are_used_forged_old_or_of_another_store_open_nothing() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    ask(&shopper, NEW).await;
    let token = registration_token(&app, NEW).await;
    let elsewhere = app.shopper("kaffi");
    for (actor, token) in [(&elsewhere, token.as_str()), (&shopper, ""), (&shopper, "x"), (&shopper, &token[1..])] {
        assert_eq!(confirm(actor, token, GOOD).await.error().code, "link_expired");
    }
    for other in ["reset_password", "confirm_email"] {
        let fields = [("token", token.as_str()), ("password", GOOD)];
        assert_eq!(shopper.call(&door(other), &fields).await.error().code, "link_expired", "{other}");
    }
    change(&app, "update customers.links set expires_at = now() - interval '1 second'").await;
    assert_eq!(confirm(&shopper, &token, GOOD).await.error().code, "link_expired");
    let dead = shopper.get(&format!("/account/confirm?token={token}")).await;
    assert!(dead.status == 200 && dead.shows("/account/register?again=true") && !dead.shows("name=\"password\""));

    let again = shopper.call(&door("resend_confirmation"), &[("email", NEW)]).await;
    assert_eq!(again.location.as_deref(), SENT);
    rest(&app).await;
    let fresh = registration_token(&app, NEW).await;
    assert_ne!(fresh, token);
    assert_eq!(confirm(&shopper, &fresh, GOOD).await.status, 200);
    assert!(shopper.get("/account").await.shows("Zoé"), "what was entered the first time is kept");
    assert_eq!(confirm(&app.shopper(STORE), &fresh, GOOD).await.error().code, "link_used");
    let hashed: i64 =
        app.one("select count(*) from customers.links where token_hash is not null and length(token_hash) = 32").await;
    assert_eq!(hashed, 2, "only hashes are kept");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn several_at_once_are_one_customer_and_one_gets_in() {
    let app = TestApp::start().await;
    let crowd = app.crowd(STORE, 6);
    let asked = join_all(crowd.iter().map(|actor| ask(actor, NEW))).await;
    assert!(asked.iter().all(|answer| answer.location.as_deref() == SENT), "{asked:?}");
    rest(&app).await;
    let made: i64 = app.one("select count(*) from customers.customers where email = 'zoe.klein@example.test'").await;
    assert_eq!((made, mails_to(&app, NEW).await.len()), (1, 3), "one customer, and no flood of mail");
    let token = registration_token(&app, NEW).await;
    let answers = join_all(crowd.iter().map(|actor| confirm(actor, &token, GOOD))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
    let still: i64 = app.one("select count(*) from customers.links where used_at is null").await;
    assert_eq!(still, 0, "the other links are used up with it");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn news_are_sent_to_whoever_has_asked_for_them_and_confirmed() {
    let app = TestApp::start().await;
    let wants = async |email: &str, ticked: bool| {
        let mut fields = vec![("first_name", "Zoé"), ("last_name", "Klein"), ("email", email)];
        if ticked {
            fields.push(("accepts_marketing", "true"));
        }
        let shopper = app.shopper(STORE);
        assert_eq!(shopper.call(&door("register"), &fields).await.status, 200);
        let token = registration_token(&app, email).await;
        let before: i64 =
            app.one("select count(*) from customers.customers where accepts_marketing and verified_at is null and registered_at is not null").await;
        assert_eq!(before, 0, "not before");
        assert_eq!(confirm(&shopper, &token, GOOD).await.status, 200);
        let profile: serde_json::Value = shopper.call(&door("profile"), &[]).await.value();
        profile["accepts_marketing"].as_bool()
    };
    assert_eq!(wants("zoe.no@example.test", false).await, Some(false));
    assert_eq!(wants("zoe.yes@example.test", true).await, Some(true));
    let when: i64 = app.one("select count(*) from customers.customers where marketing_at is not null").await;
    assert_eq!(when, 1);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_never_confirms_is_forgotten() {
    let app = TestApp::start().await;
    ask(&app.shopper(STORE), NEW).await;
    registration_token(&app, NEW).await;
    let known = async || -> i64 {
        app.one("select count(*) from customers.customers where email = 'zoe.klein@example.test'").await
    };
    let night = async || {
        let ctx = store_ctx(&app).await;
        let mut tx = PlatformCtx::system(&ctx).begin().await.expect("a transaction");
        orion_customers::server::remove_expired(tx.conn()).await.expect("removed");
        tx.commit().await.expect("committed");
    };
    night().await;
    assert_eq!(known().await, 1);
    change(&app, "update customers.customers set registered_at = registered_at - interval '8 days' where email = 'zoe.klein@example.test'").await;
    night().await;
    assert_eq!(known().await, 0);
    app.stop().await;
}

/// Registers on the way to somewhere, and says where confirming leads.
async fn register_for(app: &TestApp, shopper: &Actor, email: &str, next: &str) -> Option<String> {
    let fields = [("first_name", "Zoé"), ("last_name", "Klein"), ("email", email), ("next", next)];
    assert_eq!(shopper.call(&door("register"), &fields).await.status, 200);
    let token = registration_token(app, email).await;
    confirm(shopper, &token, GOOD).await.location
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_confirms_goes_on_where_they_were_and_nowhere_else() {
    let app = TestApp::start().await;
    let (one, other) = (app.shopper(STORE), app.shopper(STORE));
    assert_eq!(register_for(&app, &one, NEW, "/cart").await.as_deref(), Some("/cart"));
    assert_eq!(register_for(&app, &other, "zoe.two@example.test", "//evil.test").await.as_deref(), Some("/account"));
    app.stop().await;
}
