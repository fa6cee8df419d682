//! Signing in, rights between tenants, module switches, through the front door.

#[path = "tenancy/options.rs"]
mod options;
#[path = "tenancy/profile.rs"]
mod profile;
#[path = "tenancy/settings.rs"]
mod settings;
#[path = "tenancy/sign_in.rs"]
mod sign_in;
#[path = "tenancy/stores.rs"]
mod stores;
#[path = "tenancy/switch_module.rs"]
mod switch_module;
