//! The server's half: tiers, subscriptions, what merchants may use, what every page of the platform is told.

mod audit_words;
mod cache;
mod create_tier;
mod edit_subscription;
mod edit_tier;
mod expire_trials;
mod feature_states;
mod forms;
mod labels;
mod list_subscriptions;
mod list_tiers;
mod plan;
mod pricing;
mod save_tier;
mod seed;
mod stored;
mod tasks;

use std::sync::Arc;

use orion_contracts::features::{Features, NullFeatures};
use orion_runtime::{JobRegistration, Migration, ModuleServer};

pub use create_tier::create_tier;
pub use edit_subscription::{edit_subscription, save_subscription};
pub use edit_tier::edit_tier;
pub use expire_trials::expire_trials;
pub use forms::TierForm;
pub use list_subscriptions::{count_subscriptions, list_subscriptions};
pub use list_tiers::list_tiers;
pub use plan::plan;
pub use save_tier::save_tier;

/// What the module registers.
#[must_use]
pub fn register() -> ModuleServer {
    ModuleServer {
        migrations: &[
            Migration { version: 1, name: "create_tiers", sql: include_str!("../migrations/0001_create_tiers.sql") },
            Migration {
                version: 2,
                name: "create_subscriptions",
                sql: include_str!("../migrations/0002_create_subscriptions.sql"),
            },
        ],
        context: vec![pricing::provider()],
        jobs: vec![JobRegistration::of::<tasks::CheckTrialExpirations>("billing")],
        schedules: vec![tasks::CHECK_TRIAL_EXPIRATIONS],
        ports: |ports| {
            ports.null::<dyn Features>(Arc::new(NullFeatures));
            ports.provide::<dyn Features>("billing", Arc::new(feature_states::FeaturesPort));
        },
        seed: Some(|app, demo| Box::pin(seed::seed(app, demo))),
        audit_words: audit_words::audit_words,
        ..ModuleServer::new("billing")
    }
}
