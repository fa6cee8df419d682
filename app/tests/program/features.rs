//! The pages of a back office know what the merchant's tier includes.

use orion_testing::TestApp;

/// How a page's boot state says that a feature is not included.
const LOCKED: &str = r#"{\"locked\":{\"tier\":"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_feature_names_the_tier_that_has_it() {
    let app = TestApp::start().await;
    let owner = app.member("owner@lumiere.test", "lumiere").await;
    let page = owner.get("/").await;
    assert!(page.shows(r#"\"storefront\":\"available\""#), "{page:?}");
    assert!(page.shows(LOCKED), "some feature is for larger tiers");
    assert!(!app.shopper("lumiere").get("/").await.shows(LOCKED), "shoppers do not learn it");
    app.stop().await;
}
