//! The server's half: who is where, who may what, and the verbs.

mod change_password;
mod dashboard;
mod directory;
mod identity;
mod list_merchants;
mod list_modules;
mod list_stores;
mod list_team;
mod module_details;
mod my_stores;
mod port;
mod profile;
mod remove_rate;
mod save_rate;
mod save_settings;
mod save_store;
mod seed;
mod set_store_status;
mod settings_forms;
mod shipping_rates;
mod sign_in;
mod sign_out;
mod store_details;
mod store_settings;
mod switch_module;
mod switches;

use std::sync::Arc;

use orion_contracts::stores::Stores;
use orion_runtime::{Ctx, Migration, ModuleServer, rate_limit::RateClass};

pub use change_password::change_password;
pub use list_merchants::list_merchants;
pub use list_modules::list_modules;
pub use list_stores::{count_stores, list_stores};
pub use list_team::list_team;
pub use module_details::module_details;
pub use my_stores::my_stores;
pub use profile::{profile, save_me};
pub use remove_rate::remove_rate;
pub use save_rate::save_rate;
pub use save_settings::{reset_platform_settings, reset_store_settings, save_platform_settings, save_store_settings};
pub use save_store::{save_languages, save_look, save_profile};
pub use set_store_status::set_store_status;
pub use settings_forms::{platform_settings_forms, store_settings_forms};
pub use shipping_rates::list_rates;
pub use sign_in::{sign_in_member, sign_in_operator};
pub use sign_out::sign_out;
pub use store_details::store_details;
pub use store_settings::store_settings;
pub use switch_module::{disable_module, enable_module};

/// What the module registers.
#[must_use]
pub fn register() -> ModuleServer {
    ModuleServer {
        migrations: &[
            Migration {
                version: 1,
                name: "create_tenants",
                sql: include_str!("../migrations/0001_create_tenants.sql"),
            },
            Migration { version: 2, name: "create_users", sql: include_str!("../migrations/0002_create_users.sql") },
            Migration {
                version: 3,
                name: "create_shipping_rates",
                sql: include_str!("../migrations/0003_create_shipping_rates.sql"),
            },
        ],
        ports: |ports| ports.provide::<dyn Stores>("tenancy", Arc::new(port::StoresPort)),
        rate_classes: &[
            ("sign_in", RateClass::SignIn),
            ("change_password", RateClass::SignIn),
            ("profile", RateClass::Read),
            ("my_stores", RateClass::Read),
            ("list_modules", RateClass::Read),
            ("module_page", RateClass::Read),
            ("list_stores", RateClass::Read),
            ("count_stores", RateClass::Read),
            ("store_page", RateClass::Read),
            ("list_merchants", RateClass::Read),
            ("settings_page", RateClass::Read),
            ("settings_forms", RateClass::Read),
            ("list_rates", RateClass::Read),
            ("list_team", RateClass::Read),
        ],
        metrics: vec![dashboard::metrics()],
        widgets: vec![dashboard::newest_stores()],
        directory: Some(Arc::new(directory::CachedDirectory::default())),
        switches: Some(Arc::new(switches::Switches)),
        identities: vec![Arc::new(identity::Operators), Arc::new(identity::Members)],
        seed: Some(|app, demo| Box::pin(seed::seed(app, demo))),
        ..ModuleServer::new("tenancy")
    }
}

/// Where a store's storefront is: its own domain, or its subdomain of the platform's host.
fn storefront_url(ctx: &Ctx, code: &str, domain: Option<&str>) -> String {
    let origin = &ctx.app().config().public_origin;
    match domain {
        Some(domain) => origin.of_host(domain),
        None => origin.of_host(&format!("{code}.{}", ctx.scope().platform.host)),
    }
}
