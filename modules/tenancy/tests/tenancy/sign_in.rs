//! The doors.

use orion_testing::TestApp;

const DOOR: &str = "/api/v1/platform/tenancy/sign_in";
const PASSWORD: &str = "demo-orion-2026";

#[tokio::test(flavor = "multi_thread")]
async fn nobody_learns_which_accounts_exist() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let try_in = async |email: &str, password: &str| {
        visitor.call(DOOR, &[("email", email), ("password", password), ("next", "")]).await
    };
    let wrong = try_in("owner@lumiere.test", "not the password").await;
    let unknown = try_in("nobody@lumiere.test", "not the password").await;
    let no_member = try_in("operator@orion.test", PASSWORD).await;
    assert_eq!(wrong.error().code, "wrong_credentials");
    assert_eq!((wrong.status, &wrong.body), (unknown.status, &unknown.body));
    assert_eq!((wrong.status, &wrong.body), (no_member.status, &no_member.body));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_lands_in_their_store_in_their_language() {
    let app = TestApp::start().await;
    for (email, next, expected) in [
        (" Owner@Lumiere.test ", "", "/fr/store/lumiere"),
        ("owner@lumiere.test", "/store/lumiere/orders", "/store/lumiere/orders"),
        ("owner@lumiere.test", "/store/bierger/orders", "/fr/store/lumiere"),
        ("owner@lumiere.test", "https://evil.test/store/lumiere", "/fr/store/lumiere"),
        ("staff@minett.test", "", "/de/store/bierger"),
    ] {
        let visitor = app.visitor();
        let answer =
            visitor.submit("/sign-in", DOOR, &[("email", email), ("password", PASSWORD), ("next", next)]).await;
        assert_eq!(answer.location.as_deref(), Some(expected), "{email} {next} {answer:?}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_form_without_scripts_comes_back_with_its_email() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let answer = visitor
        .submit(
            "/sign-in?next=/store/lumiere",
            DOOR,
            &[("email", "owner@lumiere.test"), ("password", "x"), ("next", "/store/lumiere")],
        )
        .await;
    assert_eq!(answer.location.as_deref(), Some("/sign-in?next=/store/lumiere"));
    let page = visitor.get("/sign-in?next=/store/lumiere").await;
    assert!(page.shows("do not match an account"), "{page:?}");
    assert!(page.shows("owner@lumiere.test"));
    assert!(page.shows(r#"value="/store/lumiere""#));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_the_session() {
    let app = TestApp::start().await;
    let owner = app.member("owner@lumiere.test", "lumiere").await;
    assert_eq!(owner.get("/settings").await.status, 200);
    let answer = owner.submit("/settings", "/api/v1/store/tenancy/sign_out", &[]).await;
    assert_eq!(answer.location.as_deref(), Some("/sign-in"));
    let answer = owner.get("/settings").await;
    assert_eq!(answer.location.as_deref(), Some("/sign-in?next=%2Fstore%2Flumiere%2Fsettings"));
    let operator = app.operator().await;
    assert_eq!(operator.get("/modules").await.status, 200);
    operator.submit("/modules", "/api/v1/admin/tenancy/sign_out", &[]).await;
    assert!(operator.get("/modules").await.location.is_some());
    app.stop().await;
}
