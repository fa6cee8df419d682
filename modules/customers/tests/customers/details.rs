//! What customers change about themselves.

use orion_testing::TestApp;
use serde_json::Value;

use crate::builders::{ANNA, PASSWORD, STORE, door, email_of, faults, sign_in};

const NEW: &str = "véier Wierder ouni Reim";

#[tokio::test(flavor = "multi_thread")]
async fn name_telephone_and_consent_are_changed() {
    let app = TestApp::start().await;
    let anna = app.customer(ANNA, STORE).await;
    let fields = [("first_name", " Änn "), ("last_name", "O’Weis"), ("phone", "+352 621 000 000")];
    let answer = anna.submit("/account/details", &door("save_profile"), &fields).await;
    assert_eq!(answer.location.as_deref(), Some("/account/details"), "{answer:?}");
    let profile: Value = anna.call(&door("profile"), &[]).await.value();
    assert_eq!((&profile["first_name"], &profile["accepts_marketing"]), (&"Änn".into(), &Value::Bool(false)));
    assert!(anna.get("/account").await.shows("+352 621 000 000"));
    let wrong = anna.call(&door("save_profile"), &[("first_name", ""), ("last_name", "W"), ("phone", "")]).await;
    assert_eq!(faults(&wrong), [("first_name".to_owned(), "required".to_owned())]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_ends_the_other_sessions_and_not_this_one() {
    let app = TestApp::start().await;
    let (here, elsewhere) = (app.customer(ANNA, STORE).await, app.customer(ANNA, STORE).await);
    let change = async |current: &str, new: &str| {
        here.call(&door("change_password"), &[("current_password", current), ("new_password", new)]).await
    };
    for (current, new, field, code) in [
        ("wrong", NEW, "current_password", "wrong_password"),
        (PASSWORD, "12345678", "new_password", "password_common"),
        (PASSWORD, "anna@example.test", "new_password", "password_contains_personal"),
    ] {
        assert_eq!(faults(&change(current, new).await), [(field.to_owned(), code.to_owned())]);
    }
    let changed = change(PASSWORD, NEW).await;
    assert_eq!(changed.location.as_deref(), Some("/account/details?done=password"), "{changed:?}");
    assert_eq!(email_of(&here).await.as_deref(), Some(ANNA));
    assert_eq!(email_of(&elsewhere).await, None);
    assert_eq!(sign_in(&elsewhere, ANNA, NEW).await.status, 200);
    app.stop().await;
}
