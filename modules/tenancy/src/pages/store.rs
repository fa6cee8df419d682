//! Pages of the merchants' back office.

mod general;
mod languages_form;
mod look_form;
mod profile_form;
mod rate_form;
mod settings_tabs;
mod shipping;
mod team;

pub use general::GeneralSettings;
pub use settings_tabs::SettingsTabs;
pub use shipping::ShippingSettings;
pub use team::TeamPage;
