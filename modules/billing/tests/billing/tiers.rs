//! Tiers in the admin, and what becomes of them on the platform's pages.

use orion_kernel::AppError;
use orion_testing::TestApp;
use serde_json::Value;

use crate::builders::{call, may_use, subscribe, tier_form};

#[tokio::test(flavor = "multi_thread")]
async fn a_new_tier_is_hidden_until_it_is_shown() {
    let app = TestApp::start().await;
    let (operator, visitor) = (app.operator().await, app.visitor());
    let made = call(&operator, "create_tier", &[("code", "stall"), ("name", "Stall")]).await;
    assert_eq!((made.status, made.location.as_deref()), (200, Some("/admin/tiers/stall")), "{made:?}");
    assert!(!visitor.get("/pricing").await.shows("Stall"));
    let again = call(&operator, "create_tier", &[("code", "stall"), ("name", "Stall")]).await.error();
    assert_eq!((again.fields[0].field.as_str(), again.fields[0].code.as_ref()), ("code", "tier_exists"));
    let editor = operator.get("/tiers/stall").await;
    assert!(editor.status == 200 && editor.shows("Stall"), "{editor:?}");

    assert_eq!(call(&operator, "save_tier", &tier_form("stall", &[])).await.status, 200);
    app.until("the tier on the page", || async { visitor.get("/pricing").await.shows("Market stall").then_some(()) })
        .await;
    app.until("the longest trial", || async { visitor.get("/").await.shows("30 free days").then_some(()) }).await;
    let hidden: Vec<_> = tier_form("stall", &[]).into_iter().filter(|(name, _)| *name != "is_visible").collect();
    assert_eq!(call(&operator, "save_tier", &hidden).await.status, 200);
    app.until("the page without it", || async { (!visitor.get("/pricing").await.shows("Market stall")).then_some(()) })
        .await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_at_its_field_and_nothing_is_saved() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let wrong = tier_form(
        "essential",
        &[
            ("texts[en][name]", ""),
            ("monthly", "-1"),
            ("annual", "x"),
            ("trial_days", "366"),
            ("limits[products]", "-5"),
        ],
    );
    let refused = call(&operator, "save_tier", &wrong).await.error();
    let fields: Vec<_> = refused.fields.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["texts[en][name]", "monthly", "annual", "trial_days", "limits[products]"]);
    let editor: Value = call(&operator, "edit_tier", &[("code", "essential")]).await.value();
    assert_eq!((editor["monthly"]["minor"].as_i64(), editor["trial_days"].as_i64()), (Some(2_900), Some(14)));
    for code in ["nothing", "Essential"] {
        assert_eq!(call(&operator, "save_tier", &tier_form(code, &[])).await.error(), AppError::not_found());
        assert_eq!(operator.get(&format!("/tiers/{code}")).await.status, 404);
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_tier_holds_is_what_its_merchants_may_use() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let merchant = subscribe(&app, &operator, "essential", "active", "").await;
    assert_eq!(merchant.status, 200, "{merchant:?}");
    assert!(may_use(&app, "lumiere", "import").await);
    let editor: Value = call(&operator, "edit_tier", &[("code", "essential")]).await.value();
    let name = editor["texts"][0][1]["name"].as_str().expect("a name").to_owned();
    let without = [
        ("code", "essential"),
        ("texts[en][name]", name.as_str()),
        ("monthly", "29"),
        ("annual", "290"),
        ("trial_days", "14"),
        ("position", "10"),
        ("limits[products]", "50"),
        ("features[storefront]", "true"),
        ("is_visible", "true"),
    ];
    assert_eq!(call(&operator, "save_tier", &without).await.status, 200);
    app.until("the feature to be locked", || async { (!may_use(&app, "lumiere", "import").await).then_some(()) }).await;
    assert!(may_use(&app, "lumiere", "storefront").await);
    let plan: Value =
        app.member("owner@lumiere.test", "lumiere").await.call("/api/v1/store/billing/plan", &[]).await.value();
    let limits = plan["limits"].as_array().expect("limits");
    let products = limits.iter().find(|limit| limit["code"] == "products").expect("the limit");
    assert_eq!(products["limit"], 50);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn tiers_are_the_operators_business() {
    let app = TestApp::start().await;
    let owner = app.member("owner@lumiere.test", "lumiere").await;
    for actor in [&owner.at("/admin"), &app.visitor().at("/admin")] {
        for name in ["list_tiers", "create_tier", "save_tier", "save_subscription"] {
            let answer = call(actor, name, &[("code", "stall"), ("name", "Stall")]).await;
            assert!(matches!(answer.status, 401 | 404), "{name}: {answer:?}");
        }
    }
    app.stop().await;
}
