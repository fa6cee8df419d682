//! Hosts, languages and headers.

use orion_testing::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_host_is_a_clean_404() {
    let app = TestApp::start().await;
    let answer = app.shopper("nobody").get("/").await;
    assert_eq!(answer.status, 404);
    assert!(answer.shows("There is nothing here"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_carry_a_strict_policy_with_their_own_nonce() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let policy = async || {
        let answer = visitor.request(reqwest::Method::GET, "/sign-in").send().await.expect("an answer");
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
        answer.headers()["content-security-policy"].to_str().expect("text").to_owned()
    };
    let (first, second) = (policy().await, policy().await);
    assert!(
        first.contains("script-src 'self' 'nonce-")
            && !first.contains("'unsafe-inline'")
            && !first.contains("'unsafe-eval'")
    );
    assert_ne!(first, second);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_stands_in_the_path_and_is_remembered_for_the_home_page() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    assert!(visitor.get("/fr/sign-in").await.shows("lang=\"fr\""));
    assert_eq!(visitor.get("/en/sign-in").await.location.as_deref(), Some("/sign-in"));
    assert_eq!(visitor.get("/sign-in?language=de").await.location.as_deref(), Some("/de/sign-in"));
    assert_eq!(visitor.get("/").await.location.as_deref(), Some("/de"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn back_offices_lead_to_their_door() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    assert_eq!(visitor.get("/admin/modules").await.location.as_deref(), Some("/admin/sign-in?next=%2Fadmin%2Fmodules"));
    assert_eq!(visitor.get("/store/lumiere").await.location.as_deref(), Some("/sign-in?next=%2Fstore%2Flumiere"));
    app.stop().await;
}
