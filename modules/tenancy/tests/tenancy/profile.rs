//! What people change about themselves.

use orion_testing::TestApp;

const CHANGE: &str = "/api/v1/store/tenancy/change_password";

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_ends_the_other_sessions_and_not_this_one() {
    let app = TestApp::start().await;
    let here = app.member("staff@minett.test", "bierger").await;
    let elsewhere = app.member("staff@minett.test", "bierger").await;
    let change = async |current: &str, new: &str| {
        here.call(CHANGE, &[("current_password", current), ("new_password", new)]).await
    };
    let refused = change("wrong", "gréngen Hond op der Strooss").await.error();
    assert_eq!(
        (refused.fields[0].field.as_str(), refused.fields[0].code.as_ref()),
        ("current_password", "wrong_password")
    );
    assert_eq!(change("demo-orion-2026", "password1").await.error().fields[0].code, "password_common");
    assert_eq!(change("demo-orion-2026", "gréngen Hond op der Strooss").await.status, 200);
    assert_eq!(here.get("/profile").await.status, 200);
    assert!(elsewhere.get("/profile").await.location.is_some_and(|door| door.starts_with("/sign-in")));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn name_and_language_show_on_the_next_page() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let fields = [("name", "Nora R."), ("language", "fr")];
    let answer = operator.submit("/profile", "/api/v1/admin/tenancy/save_me", &fields).await;
    assert_eq!(answer.location.as_deref(), Some("/admin/profile?language=fr"));
    assert_eq!(operator.get("/profile?language=fr").await.location.as_deref(), Some("/fr/admin/profile"));
    let page = operator.at("/fr/admin").get("/profile").await;
    assert!(page.shows("Nora R.") && page.shows("Mot de passe actuel"), "{page:?}");
    app.stop().await;
}
