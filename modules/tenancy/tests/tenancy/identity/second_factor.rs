//! The second factor.

use orion_testing::TestApp;

use super::builders::{DOOR, OFFICE, PASSWORD, STAFF, STORE, answer, code, is_in, set_up_app, sign_in};

#[tokio::test(flavor = "multi_thread")]
async fn a_password_alone_opens_nothing_then() {
    let app = TestApp::start().await;
    let member = app.member(STAFF, STORE).await;
    let elsewhere = app.member(STAFF, STORE).await;
    let wrong = member.call(&format!("{OFFICE}set_up_app"), &[]).await;
    assert!(wrong.shows("\"qr_path\""), "{wrong:?}");
    let wrong = member.call(&format!("{OFFICE}confirm_app"), &[("code", "000000")]).await.error();
    assert_eq!((wrong.fields[0].field.as_str(), wrong.fields[0].code.as_ref()), ("code", "wrong_code"));
    let (secret, codes) = set_up_app(&member).await;
    assert_eq!(codes.len(), 10);
    assert!(is_in(&member).await, "this session goes on");
    assert!(!is_in(&elsewhere).await, "the others end");
    let visitor = app.visitor();
    let first = sign_in(&visitor, STAFF, PASSWORD).await;
    assert_eq!(first.location.as_deref(), Some("/sign-in/second-step"), "{first:?}");
    assert!(!is_in(&visitor).await, "no session before the second step");
    assert!(visitor.get("/sign-in/second-step").await.shows(STAFF));
    let replayed = answer(&visitor, &code(&secret, 0)).await.error();
    assert_eq!(replayed.fields[0].code, "wrong_code", "the code of the setup was used");
    assert_eq!(answer(&visitor, &code(&secret, 1)).await.location.as_deref(), Some("/de/store/bierger"));
    assert!(is_in(&visitor).await);
    assert_eq!(answer(&visitor, &codes[0]).await.error().code, "challenge_expired", "a step is passed once");
    let thief = app.visitor();
    sign_in(&thief, STAFF, PASSWORD).await;
    assert_eq!(answer(&thief, &code(&secret, 1)).await.error().fields[0].code, "wrong_code", "seen over a shoulder");
    assert!(!is_in(&thief).await);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_code_is_good_once() {
    let app = TestApp::start().await;
    let member = app.member(STAFF, STORE).await;
    let (_, codes) = set_up_app(&member).await;
    let typed = codes[3].to_uppercase().replace('-', " ");
    for (expected, visitor) in [(200, app.visitor()), (422, app.visitor())] {
        sign_in(&visitor, STAFF, PASSWORD).await;
        assert_eq!(answer(&visitor, &typed).await.status, expected);
        assert_eq!(is_in(&visitor).await, expected == 200);
    }
    let renew = |password: &'static str| {
        let member = member.clone();
        async move { member.call(&format!("{OFFICE}renew_codes"), &[("current_password", password)]).await }
    };
    assert_eq!(renew("guessed").await.error().fields[0].code, "wrong_password");
    let fresh: Vec<String> = renew(PASSWORD).await.value();
    assert!(fresh.len() == 10 && !fresh.contains(&codes[4]));
    let visitor = app.visitor();
    sign_in(&visitor, STAFF, PASSWORD).await;
    assert_eq!(answer(&visitor, &codes[4]).await.status, 422, "those of before are worth nothing");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trusted_device_is_not_asked_again_until_the_password_changes() {
    let app = TestApp::start().await;
    let member = app.member(STAFF, STORE).await;
    let (_, codes) = set_up_app(&member).await;
    let laptop = app.visitor();
    sign_in(&laptop, STAFF, PASSWORD).await;
    laptop.call(&format!("{DOOR}pass_second_step"), &[("code", &codes[0]), ("trust_device", "true")]).await;
    laptop.call(&format!("{DOOR}sign_out"), &[]).await;
    assert!(!is_in(&laptop).await);
    assert_eq!(sign_in(&laptop, STAFF, PASSWORD).await.location.as_deref(), Some("/de/store/bierger"));
    assert!(is_in(&laptop).await);
    let new = "gréngen Hond op der Strooss";
    let fields = [("current_password", PASSWORD), ("new_password", new)];
    assert_eq!(laptop.at("/store/bierger").call(&format!("{OFFICE}change_password"), &fields).await.status, 200);
    laptop.call(&format!("{DOOR}sign_out"), &[]).await;
    assert_eq!(sign_in(&laptop, STAFF, new).await.location.as_deref(), Some("/sign-in/second-step"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn switching_off_takes_the_password() {
    let app = TestApp::start().await;
    let member = app.member(STAFF, STORE).await;
    set_up_app(&member).await;
    let remove =
        async |password: &str| member.call(&format!("{OFFICE}remove_app"), &[("current_password", password)]).await;
    assert_eq!(remove("guessed").await.error().fields[0].code, "wrong_password");
    assert_eq!(remove(PASSWORD).await.status, 200);
    let left: i64 = app.one("select count(*) from tenancy.recovery_codes").await;
    assert_eq!(left, 0);
    assert!(sign_in(&app.visitor(), STAFF, PASSWORD).await.location.is_some_and(|place| place.ends_with("/bierger")));
    app.until("the notices", || async { (app.mails().await.len() == 2).then_some(()) }).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_secret_cannot_be_read_in_the_database() {
    let app = TestApp::start().await;
    let member = app.member(STAFF, STORE).await;
    let (secret, codes) = set_up_app(&member).await;
    let kept: String = app.one("select string_agg(f::text, ' ') from tenancy.second_factors f").await;
    assert!(!kept.contains(&secret));
    let kept: String = app.one("select string_agg(c::text, ' ') from tenancy.recovery_codes c").await;
    assert!(!kept.contains(&codes[0]) && !kept.contains(&codes[0].replace('-', "")));
    app.stop().await;
}
