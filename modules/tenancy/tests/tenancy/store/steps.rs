//! What is left to do before the first sale.

use orion_testing::TestApp;
use serde_json::Value;

#[tokio::test(flavor = "multi_thread")]
async fn the_dashboard_knows_what_is_done() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    let steps = async || -> Vec<(String, bool)> {
        let dashboard: Value = owner.call("/api/v1/store/core/dashboard", &[]).await.value();
        let all = dashboard["checklist"].as_array().cloned().unwrap_or_default();
        all.iter()
            .map(|step| {
                (step["key"].as_str().unwrap_or_default().to_owned(), step["done"].as_bool().unwrap_or_default())
            })
            .collect()
    };
    let is_done =
        |steps: &[(String, bool)], key: &str| steps.iter().find(|(name, _)| name == key).map(|(_, done)| *done);
    let before = steps().await;
    for (key, done) in [
        ("tenancy.particulars", true),
        ("tenancy.logo", false),
        ("tenancy.languages", true),
        ("tenancy.shipping", true),
        ("tenancy.domain", false),
        ("tenancy.open", true),
        ("catalog.first_product", true),
    ] {
        assert_eq!(is_done(&before, key), Some(done), "{key}: {before:?}");
    }
    owner.call("/api/v1/store/tenancy/save_access", &[("mode", "maintenance"), ("password", "")]).await;
    assert_eq!(is_done(&steps().await, "tenancy.open"), Some(false));
    app.stop().await;
}
