//! Tiers and subscriptions to test with.

use std::collections::BTreeMap;

use orion_contracts::features::Features;
use orion_kernel::{Locale, boot::FeatureState};
use orion_runtime::{Ctx, PlatformCtx, jobs::JobScope};
use orion_testing::{Actor, Answer, TestApp};
use uuid::Uuid;

/// A context of the platform, as a job has it.
pub async fn platform_ctx(app: &TestApp) -> PlatformCtx {
    let scope =
        JobScope { platform_id: app.platform_id().await, merchant_id: None, store_id: None, locale: Locale::En };
    PlatformCtx::system(&Ctx::for_job(&app.app, &scope, "test").await.expect("a context"))
}

/// What a store's merchant may use, as other modules are told.
pub async fn features(app: &TestApp, store: &str) -> BTreeMap<String, FeatureState> {
    let directory = app.app.directory();
    let platform = directory.platforms(&app.app).await.expect("platforms").remove(0);
    let store = directory.store_by_code(&app.app, &platform, store).await.expect("stores").expect("the store");
    let scope = JobScope {
        platform_id: platform.id,
        merchant_id: Some(store.merchant_id),
        store_id: Some(store.id),
        locale: Locale::En,
    };
    let ctx = Ctx::for_job(&app.app, &scope, "test").await.expect("a context");
    let mut tx = ctx.begin().await.expect("a transaction");
    ctx.port::<dyn Features>().states(&mut tx).await.expect("states")
}

/// Whether a store's merchant may use a feature that some tier decides on.
pub async fn may_use(app: &TestApp, store: &str, feature: &str) -> bool {
    features(app, store).await[feature] == FeatureState::Available
}

/// The merchant of the store `lumiere`.
pub async fn merchant(app: &TestApp) -> String {
    app.one::<Uuid>("select merchant_id from tenancy.stores where code = 'lumiere'").await.to_string()
}

/// Calls a server function of the admin.
pub async fn call(operator: &Actor, name: &str, fields: &[(&str, &str)]) -> Answer {
    operator.call(&format!("/api/v1/admin/billing/{name}"), fields).await
}

/// Changes the subscription of the store `lumiere`'s merchant.
pub async fn subscribe(app: &TestApp, operator: &Actor, tier: &str, state: &str, trial_ends_on: &str) -> Answer {
    let merchant = merchant(app).await;
    let fields = [
        ("merchant", merchant.as_str()),
        ("tier", tier),
        ("period", "monthly"),
        ("state", state),
        ("trial_ends_on", trial_ends_on),
    ];
    call(operator, "save_subscription", &fields).await
}

/// The form of a tier as its editor sends it, with what a test changes.
pub fn tier_form<'f>(code: &'f str, changes: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let form = [
        ("code", code),
        ("texts[en][name]", "Market stall"),
        ("texts[en][description]", "For a first try."),
        ("texts[fr][name]", "Étal"),
        ("texts[de][name]", ""),
        ("texts[lb][name]", ""),
        ("monthly", "1234.50"),
        ("annual", "12000"),
        ("trial_days", "30"),
        ("position", "1"),
        ("limits[products]", "1500"),
        ("features[import]", "true"),
        ("is_visible", "true"),
    ];
    let kept = form.into_iter().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    kept.chain(changes.iter().copied()).collect()
}
