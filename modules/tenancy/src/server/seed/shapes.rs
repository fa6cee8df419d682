//! The demo's files, as far as tenants and people need them.

use std::collections::BTreeMap;

use orion_kernel::Locale;
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct DemoPlatform {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) languages: Vec<Locale>,
}

#[derive(Deserialize)]
pub(super) struct DemoStore {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) merchant: DemoMerchant,
    pub(super) legal: DemoLegal,
    pub(super) contact: DemoContact,
    pub(super) languages: Vec<Locale>,
    pub(super) currency: String,
    pub(super) tax_rate_bp: i32,
    pub(super) theme: DemoTheme,
    pub(super) shipping_rates: Vec<DemoRate>,
}

#[derive(Deserialize)]
pub(super) struct DemoMerchant {
    pub(super) code: String,
    pub(super) name: String,
}

#[derive(Deserialize)]
pub(super) struct DemoLegal {
    pub(super) address: DemoAddress,
    pub(super) vat_id: String,
    pub(super) rcs: String,
    pub(super) business_permit: String,
}

#[derive(Deserialize)]
pub(super) struct DemoAddress {
    pub(super) street: String,
    pub(super) postcode: String,
    pub(super) city: String,
    pub(super) country: String,
}

#[derive(Deserialize)]
pub(super) struct DemoContact {
    pub(super) email: String,
    pub(super) phone: String,
}

#[derive(Deserialize)]
pub(super) struct DemoTheme {
    pub(super) accent_hue: i16,
    pub(super) neutral_hue: i16,
    pub(super) radius_px: i16,
    pub(super) font: String,
}

#[derive(Deserialize)]
pub(super) struct DemoRate {
    pub(super) name: BTreeMap<String, String>,
    pub(super) price_minor: i64,
    pub(super) free_from_minor: Option<i64>,
    pub(super) delivery_days: String,
}

#[derive(Deserialize)]
pub(super) struct DemoPeople {
    pub(super) sign_ins: Vec<DemoPerson>,
}

#[derive(Deserialize)]
pub(super) struct DemoPerson {
    pub(super) email: String,
    pub(super) password: String,
    pub(super) first_name: String,
    pub(super) last_name: String,
    pub(super) locale: Locale,
    pub(super) kind: String,
    pub(super) role: Option<String>,
    pub(super) merchant: Option<String>,
    pub(super) store: Option<String>,
}
