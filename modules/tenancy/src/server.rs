//! The server's half: who is where, who may what, and the verbs.

mod api_keys;
mod change_password;
mod dashboard;
mod deeds;
mod directory;
mod domains;
mod first_steps;
mod identity;
mod impersonation;
mod invitations;
mod letters;
mod list_merchants;
mod list_modules;
mod list_stores;
mod menus;
mod module_details;
mod my_stores;
mod operators;
mod passkeys;
mod platforms;
mod port;
mod profile;
mod qr;
mod remove_rate;
mod roles;
mod save_logo;
mod save_rate;
mod save_region;
mod save_settings;
mod save_store;
mod search;
mod second_factor;
mod seed;
mod sessions;
mod set_store_status;
mod settings_forms;
mod shipping_rates;
mod sign_in;
mod sign_out;
mod store_change;
mod store_details;
mod store_settings;
mod store_steps;
mod storefront_access;
mod switch_module;
mod switches;
mod team;
mod tenancy_settings;
mod tenants;
mod transfers;
mod user_links;
mod users;

use std::sync::Arc;

use orion_contracts::stores::Stores;
use orion_runtime::{
    AuditNames, Ctx, JobRegistration, Migration, ModuleServer, rate_limit::RateClass, settings::Settings as _,
};

pub use api_keys::{create_api_key, list_api_keys, revoke_api_key};
pub use change_password::change_password;
pub use domains::{add_domain, change_subdomain, check_domain, domain_settings, make_primary, remove_domain};
pub use impersonation::{end_impersonation, impersonate_customer, impersonate_member};
pub use invitations::{
    accept_invitation, invite, invite_operator, invite_owner, join_team, open_invitation, resend_invitation,
    revoke_invitation,
};
pub use list_merchants::list_merchants;
pub use list_modules::list_modules;
pub use list_stores::{count_stores, list_stores};
pub use menus::{Direction, edit_menu, hide_entry, move_entry, rename_entry, reset_menu};
pub use module_details::module_details;
pub use my_stores::my_stores;
pub use operators::{list_operators, remove_operator, save_operator};
pub use passkeys::{add_passkey, ask_for_passkey, remove_passkey, sign_in_with_passkey, start_passkey};
pub use platforms::{
    create_platform_by, create_uploaded_platform, edit_platform, list_platforms, remove_platform_logo, save_platform,
    shipped_recipes, upload_platform_logo,
};
pub use profile::{profile, save_me};
pub use remove_rate::remove_rate;
pub use roles::{delete_role, list_roles, open_role, save_role};
pub use save_logo::{remove_favicon, remove_logo, save_favicon, save_logo, uploaded_file};
pub use save_rate::save_rate;
pub use save_region::{region_settings, save_currency, save_office_languages, save_order_numbers, save_region};
pub use save_settings::{reset_platform_settings, reset_store_settings, save_platform_settings, save_store_settings};
pub use save_store::{save_languages, save_look, save_profile};
pub use second_factor::{confirm_app, remove_app, renew_codes, security, set_team_policy, set_up_app, team_policy};
pub use sessions::{end_other_sessions, end_session, list_sessions};
pub use set_store_status::set_store_status;
pub use settings_forms::{platform_settings_forms, store_settings_forms};
pub use shipping_rates::list_rates;
pub use sign_in::{pass_second_step, second_step, sign_in};
pub use sign_out::sign_out;
pub use store_details::store_details;
pub use store_settings::store_settings;
pub use storefront_access::{access_settings, enter, renew_preview, save_access};
pub use switch_module::{disable_module, enable_module};
pub use team::{leave_team, list_team, remove_member, save_member};
pub use tenants::{
    cancel_deletion, create_merchant, create_store, erase_store, export_store, merchant_details, reactivate_store,
    request_deletion, save_merchant, save_store, suspend_store, transfer_merchant,
};
pub use transfers::{accept_transfer, open_transfer, revoke_transfer, start_transfer};
pub use user_links::{change_email, confirm_email, link_email, request_reset, reset_password, verify_email};
pub use users::{
    end_user_session, end_user_sessions, list_users, lock_user, open_user, reset_users_second_factor, unlock_user,
};

/// What the things are called that the audit log knows by id.
const AUDIT_NAMES: &[AuditNames] = &[
    AuditNames {
        kind: "user",
        for_operators: true,
        statement: "select id, name from tenancy.users where id = any($2)",
    },
    AuditNames {
        kind: "merchant",
        for_operators: true,
        statement: "select id, name from tenancy.merchants where id = any($2)",
    },
    AuditNames {
        kind: "store",
        for_operators: false,
        statement: "select id, name from tenancy.stores where id = any($2)",
    },
    AuditNames {
        kind: "role",
        for_operators: false,
        statement: "select id, name from tenancy.roles where id = any($2)",
    },
    AuditNames {
        kind: "api_key",
        for_operators: false,
        statement: "select id, name from tenancy.api_keys where store_id = any($1) and id = any($2)",
    },
];

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
            Migration {
                version: 4,
                name: "create_identity",
                sql: include_str!("../migrations/0004_create_identity.sql"),
            },
            Migration { version: 5, name: "create_roles", sql: include_str!("../migrations/0005_create_roles.sql") },
            Migration {
                version: 6,
                name: "extend_platforms",
                sql: include_str!("../migrations/0006_extend_platforms.sql"),
            },
            Migration { version: 7, name: "extend_stores", sql: include_str!("../migrations/0007_extend_stores.sql") },
        ],
        ports: |ports| ports.provide::<dyn Stores>("tenancy", Arc::new(port::StoresPort)),
        rate_classes: &[
            ("sign_in", RateClass::SignIn),
            ("second_step", RateClass::Read),
            ("pass_second_step", RateClass::SignIn),
            ("ask_for_passkey", RateClass::SignIn),
            ("sign_in_with_passkey", RateClass::SignIn),
            ("request_reset", RateClass::SignIn),
            ("reset_password", RateClass::SignIn),
            ("link_email", RateClass::SignIn),
            ("confirm_email", RateClass::SignIn),
            ("security_page", RateClass::Read),
            ("change_email", RateClass::SignIn),
            ("verify_email", RateClass::SignIn),
            ("confirm_app", RateClass::SignIn),
            ("remove_app", RateClass::SignIn),
            ("renew_codes", RateClass::SignIn),
            ("list_sessions", RateClass::Read),
            ("team_second_factor_policy", RateClass::Read),
            ("change_password", RateClass::SignIn),
            ("profile", RateClass::Read),
            ("my_stores", RateClass::Read),
            ("list_modules", RateClass::Read),
            ("module_page", RateClass::Read),
            ("list_stores", RateClass::Read),
            ("count_stores", RateClass::Read),
            ("store_page", RateClass::Read),
            ("list_merchants", RateClass::Read),
            ("merchant_page", RateClass::Read),
            ("list_platforms", RateClass::Read),
            ("recipes", RateClass::Read),
            ("edit_platform", RateClass::Read),
            ("edit_menu", RateClass::Read),
            ("settings_page", RateClass::Read),
            ("settings_forms", RateClass::Read),
            ("region_page", RateClass::Read),
            ("access_page", RateClass::Read),
            ("domains_page", RateClass::Read),
            ("enter", RateClass::SignIn),
            ("check_domain", RateClass::SignIn),
            ("list_rates", RateClass::Read),
            ("list_team", RateClass::Read),
            ("list_roles", RateClass::Read),
            ("role_page", RateClass::Read),
            ("list_api_keys", RateClass::Read),
            ("find_my_stores", RateClass::Read),
            ("invitation_page", RateClass::Read),
            ("transfer_page", RateClass::Read),
            ("list_users", RateClass::Read),
            ("user_page", RateClass::Read),
            ("list_operators", RateClass::Read),
            ("accept_invitation", RateClass::SignIn),
            ("join_team", RateClass::SignIn),
            ("accept_transfer", RateClass::SignIn),
            ("start_transfer", RateClass::SignIn),
        ],
        doors: &[
            "sign_in",
            "second_step",
            "pass_second_step",
            "ask_for_passkey",
            "sign_in_with_passkey",
            "request_reset",
            "reset_password",
        ],
        before_second_factor: &[
            "sign_out",
            "security_page",
            "set_up_app",
            "confirm_app",
            "start_passkey",
            "add_passkey",
        ],
        metrics: vec![dashboard::metrics()],
        widgets: vec![dashboard::newest_stores()],
        directory: Some(Arc::new(directory::CachedDirectory::default())),
        switches: Some(Arc::new(switches::Switches)),
        provisioning: Some(Arc::new(platforms::Platforms)),
        search: search::providers(),
        checklist: [first_steps::providers(), vec![store_steps::provider()]].concat(),
        notices: vec![invitations::ACCEPTED],
        audit_words: deeds::audit_words,
        audit_names: AUDIT_NAMES,
        jobs: vec![
            JobRegistration::of::<user_links::SendLink>("tenancy"),
            JobRegistration::of::<domains::CheckDomain>("tenancy"),
            JobRegistration::of::<tenants::ExportStore>("tenancy"),
            JobRegistration::of::<tenants::ExpireExports>("tenancy"),
            JobRegistration::of::<tenants::EraseStore>("tenancy"),
        ],
        settings: Some(tenancy_settings::TenancySettings::schema()),
        schedules: vec![user_links::SCHEDULE, tenants::EXPIRE, tenants::ERASE_DUE],
        routes: Some(|app| tenants::export_routes(app.clone()).merge(impersonation::impersonation_routes(app))),
        api_keys: Some(Arc::new(api_keys::StoredApiKeys)),
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
