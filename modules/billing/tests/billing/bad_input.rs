//! What no page sends.

use orion_testing::{TestApp, withstand};

use crate::builders::{merchant, tier_form};

fn path(name: &str) -> String {
    format!("/api/v1/admin/billing/{name}")
}

#[tokio::test(flavor = "multi_thread")]
async fn tiers_withstand_anything() {
    let app = TestApp::start().await;
    let operator = [app.operator().await];
    withstand(&operator, &path("save_tier"), &tier_form("essential", &[])[..10]).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn subscriptions_withstand_anything() {
    let app = TestApp::start().await;
    let (operator, merchant) = ([app.operator().await], merchant(&app).await);
    let fields = [
        ("merchant", merchant.as_str()),
        ("tier", "essential"),
        ("period", "annual"),
        ("state", "trialing"),
        ("trial_ends_on", "9999-12-31"),
    ];
    withstand(&operator, &path("save_subscription"), &fields).await;
    withstand(&operator, &path("list_subscriptions"), &[("query[search]", "x"), ("query[page]", "2")]).await;
    withstand(&operator, &path("create_tier"), &[("code", "stall"), ("name", "Stall")]).await;
    for page in ["/tiers/%00", "/tiers?q=%00&page=99999999999", "/subscriptions/%00", "/subscriptions?q=%00"] {
        let status = operator[0].get(page).await.status;
        assert!(status < 500, "{page} answered {status}");
    }
    for page in ["/pricing?period=%00", "/pricing?period=%ff", "/?language=%00"] {
        let status = app.visitor().get(page).await.status;
        assert!(status < 500, "{page} answered {status}");
    }
    app.stop().await;
}
