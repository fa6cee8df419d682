//! Pages of the merchants' back office.

mod access;
mod api_keys;
mod domain_card;
mod domains;
mod general;
mod languages_form;
mod logo_card;
mod look_form;
mod profile_form;
mod rate_form;
mod region;
mod settings_tabs;
mod shipping;
mod team;

pub use access::AccessSettingsPage;
pub use api_keys::ApiKeysPage;
pub use domains::DomainsPage;
pub use general::GeneralSettings;
pub use region::RegionSettingsPage;
pub use settings_tabs::SettingsTabs;
pub use shipping::ShippingSettings;
pub use team::TeamPage;
