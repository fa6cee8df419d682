//! Getting an account.

use orion_testing::TestApp;

use crate::builders::{ANNA, PASSWORD, STORE, door, email_of, faults, register, sign_in};

const NEW: &str = "zoe.klein@example.test";
const GOOD: &str = "gréngen Hond op der Strooss";

#[tokio::test(flavor = "multi_thread")]
async fn whoever_registers_is_signed_in_at_once_in_this_store_alone() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    let answer = register(&shopper, " Zoe.Klein@Example.TEST ", GOOD).await;
    assert_eq!((answer.status, answer.location.as_deref()), (200, Some("/account")), "{answer:?}");
    assert_eq!(email_of(&shopper).await.as_deref(), Some(NEW));
    assert!(shopper.get("/account").await.shows("Zoé"));
    let language: String = app.one("select locale from customers.customers where email like 'zoe%'").await;
    assert_eq!(language, "fr");

    let elsewhere = app.shopper("kaffi");
    assert_eq!(sign_in(&elsewhere, NEW, GOOD).await.error().code, "wrong_credentials");
    assert_eq!(register(&elsewhere, NEW, GOOD).await.status, 200, "the same person is another customer there");
    let known: i64 = app.one("select count(*) from customers.customers where email like 'zoe%'").await;
    assert_eq!(known, 2);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_that_is_wrong_is_said_at_once() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    let wrong = [("first_name", " "), ("last_name", "x\u{7}"), ("email", "zoe@"), ("password", "12345678")];
    let answer = shopper.call(&door("register"), &wrong).await;
    let expected = [
        ("first_name", "required"),
        ("last_name", "invalid_characters"),
        ("email", "invalid_email"),
        ("password", "password_common"),
    ];
    assert_eq!(faults(&answer), expected.map(|(field, code)| (field.to_owned(), code.to_owned())));

    let page = "/account/register";
    let back = shopper.submit(page, &door("register"), &wrong).await;
    assert!(back.location.as_deref().is_some_and(|address| address.ends_with(page)), "{back:?}");
    let shown = shopper.get(page).await;
    assert!(shown.shows("value=\"zoe@\"") && !shown.shows("12345678"), "what was typed is kept but for the password");
    assert_eq!(email_of(&shopper).await, None);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_weak_password_is_refused() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    for (password, code) in [
        ("", "required"),
        ("kuerz", "too_short"),
        ("password1", "password_common"),
        ("zoe.klein@example.test", "password_contains_personal"),
    ] {
        let answer = register(&shopper, NEW, password).await;
        assert_eq!(faults(&answer), [("password".to_owned(), code.to_owned())], "{password}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn consent_to_news_is_given_and_never_assumed() {
    let app = TestApp::start().await;
    assert!(!app.shopper(STORE).get("/account/register").await.shows("checked"), "no box is ticked beforehand");
    let wants = async |email: &str, box_ticked: bool| {
        let mut fields = vec![("first_name", "Zoé"), ("last_name", "Klein"), ("email", email), ("password", GOOD)];
        if box_ticked {
            fields.push(("accepts_marketing", "true"));
        }
        let shopper = app.shopper(STORE);
        assert_eq!(shopper.call(&door("register"), &fields).await.status, 200);
        let profile: serde_json::Value = shopper.call(&door("profile"), &[]).await.value();
        profile["accepts_marketing"].as_bool()
    };
    assert_eq!(wants("zoe.no@example.test", false).await, Some(false));
    assert_eq!(wants("zoe.yes@example.test", true).await, Some(true));
    app.stop().await;
}

/// Marie is in the demo as somebody who bought without an account: her orders must not open for whoever knows her address.
#[tokio::test(flavor = "multi_thread")]
async fn a_known_address_is_nobody_elses_to_take() {
    let app = TestApp::start().await;
    let guest: String = app
        .one(
            "select c.email from customers.customers c join tenancy.stores s on s.id = c.store_id
             where s.code = 'lumiere' and c.password_phc is null order by c.email limit 1",
        )
        .await;
    for known in [ANNA, guest.as_str()] {
        let shopper = app.shopper(STORE);
        let answer = register(&shopper, &known.to_uppercase(), GOOD).await;
        assert_eq!(faults(&answer), [("email".to_owned(), "taken".to_owned())], "{known}");
        assert_eq!(email_of(&shopper).await, None);
        assert_eq!(sign_in(&shopper, known, GOOD).await.error().code, "wrong_credentials");
    }
    assert_eq!(sign_in(&app.shopper(STORE), ANNA, PASSWORD).await.status, 200, "hers is the password of before");
    app.stop().await;
}
