//! Who must have a second factor.

use orion_testing::TestApp;

use super::builders::{OFFICE, STAFF, STORE, is_in, set_up_app};

#[tokio::test(flavor = "multi_thread")]
async fn whoever_must_have_one_gets_nowhere_else_first() {
    let app = TestApp::start().await;
    let staff = app.member(STAFF, STORE).await;
    let owner = app.member("owner@minett.test", STORE).await;
    set_up_app(&owner).await;
    let policy = format!("{OFFICE}set_team_second_factor_policy");
    assert_eq!(staff.call(&policy, &[("is_required", "true")]).await.status, 403);
    assert_eq!(owner.call(&policy, &[("is_required", "true")]).await.status, 200);
    let led = staff.get("/orders").await;
    assert_eq!(led.location.as_deref(), Some("/store/bierger/profile/second-factor"));
    let refused = staff.call("/api/v1/store/orders/list_orders", &[("query[page]", "1")]).await;
    assert_eq!((refused.status, refused.error().code.as_ref()), (403, "second_factor_required"));
    assert_eq!(staff.get("/exports/customers.csv").await.status, 403, "a module's own routes ask for a permission");
    let page = staff.get("/profile/second-factor").await;
    assert!(page.status == 200 && page.shows("<svg") && !page.shows("/store/bierger/products"), "{page:?}");
    set_up_app(&staff).await;
    assert!(is_in(&staff).await);
    assert_eq!(staff.get("/orders").await.status, 200);
    assert_eq!(owner.get("/orders").await.status, 200, "who has one goes on");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn operators_are_asked_by_a_setting() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    assert_eq!(operator.get("/modules").await.status, 200, "in development nobody has to");
    let fields =
        [("module", "tenancy"), ("values[operators_second_factor]", "required"), ("values[deletion_days]", "14")];
    let saved = operator.call("/api/v1/admin/tenancy/save_settings", &fields).await;
    assert_eq!(saved.status, 200, "{saved:?}");
    let led = app.until("the setting", || async { operator.get("/modules").await.location }).await;
    assert_eq!(led, "/admin/profile/second-factor");
    let refused = operator.call("/api/v1/admin/tenancy/list_modules", &[]).await.error();
    assert_eq!(refused.code, "second_factor_required");
    assert_eq!(operator.call("/api/v1/admin/tenancy/sign_out", &[]).await.status, 200);
    app.stop().await;
}
