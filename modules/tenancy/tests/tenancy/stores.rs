//! Who may enter which store, and what closing one does.

use orion_testing::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_member_of_another_merchant_is_nobody_here() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "bierger").await;
    assert_eq!(owner.get("/settings").await.status, 200);
    assert_eq!(owner.at("/store/kaffi").get("/settings").await.status, 200, "the other store of the same merchant");
    let elsewhere = owner.at("/store/lumiere");
    assert!(elsewhere.get("/settings").await.location.is_some_and(|door| door.starts_with("/sign-in")));
    let answer = elsewhere.call("/api/v1/store/tenancy/settings_page", &[]).await;
    assert_eq!(answer.status, 401, "{answer:?}");
    let staff = app.member("staff@minett.test", "bierger").await;
    assert_eq!(staff.get("/settings").await.status, 200);
    assert_eq!(staff.at("/store/kaffi").call("/api/v1/store/tenancy/list_rates", &[]).await.status, 401);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_see_the_settings_and_cannot_change_them() {
    let app = TestApp::start().await;
    let staff = app.member("staff@lumiere.test", "lumiere").await;
    let answer = staff.call("/api/v1/store/tenancy/save_languages", &[("default", "en")]).await;
    assert_eq!(answer.error().code, "forbidden", "{answer:?}");
    let answer = staff.call("/api/v1/store/tenancy/list_team", &[]).await;
    assert_eq!(answer.error().code, "forbidden", "{answer:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_a_store_reaches_its_visitors_at_once() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let shopper = app.shopper("kaffi");
    let name = "Roasted where steel was made";
    assert!(shopper.get("/").await.shows(name));
    let switch = async |status| {
        operator.call("/api/v1/admin/tenancy/set_store_status", &[("code", "kaffi"), ("status", status)]).await.status
    };
    assert_eq!(switch("closed").await, 200);
    assert!(!shopper.get("/").await.shows(name));
    assert!(operator.get("/stores?scope=closed").await.shows("Kaffi Haff"));
    assert_eq!(switch("open").await, 200);
    assert!(shopper.get("/").await.shows(name));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_host_is_no_store() {
    let app = TestApp::start().await;
    assert_eq!(app.shopper("nowhere").get("/").await.status, 404);
    assert_eq!(app.visitor().at("/storefront/nowhere").get("/").await.status, 404);
    assert_eq!(app.visitor().at("/storefront/kaffi").get("/").await.status, 200);
    app.stop().await;
}
