//! Signing in, rights between tenants, module switches, through the front door.

#[path = "tenancy/access/all.rs"]
mod access;
#[path = "tenancy/deletion.rs"]
mod deletion;
#[path = "tenancy/identity/all.rs"]
mod identity;
#[path = "tenancy/impersonation.rs"]
mod impersonation;
#[path = "tenancy/menus.rs"]
mod menus;
#[path = "tenancy/options.rs"]
mod options;
#[path = "tenancy/platforms.rs"]
mod platforms;
#[path = "tenancy/profile.rs"]
mod profile;
#[path = "tenancy/settings.rs"]
mod settings;
#[path = "tenancy/sign_in.rs"]
mod sign_in;
#[path = "tenancy/store/all.rs"]
mod store;
#[path = "tenancy/stores.rs"]
mod stores;
#[path = "tenancy/suspension.rs"]
mod suspension;
#[path = "tenancy/switch_module.rs"]
mod switch_module;
#[path = "tenancy/tenants.rs"]
mod tenants;
