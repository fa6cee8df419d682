//! What a store asks its shoppers for.

use orion_kernel::Text;
use orion_runtime::settings::{SettingField, SettingKind, SettingScope, Settings, SettingsSchema};
use serde::Deserialize;
use serde_json::json;

use crate::{
    i18n::{of, td_string},
    views::{Ask, Fields},
};

/// What a store asks its shoppers for.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct CheckoutSettings {
    /// The telephone number.
    pub phone: Ask,
    /// The company.
    pub company: bool,
    /// A note to the shop.
    pub note: bool,
}

const ASK: &[(&str, Text)] = &[
    ("hidden", |l| td_string!(of(l), settings.hidden)),
    ("optional", |l| td_string!(of(l), settings.optional)),
    ("required", |l| td_string!(of(l), settings.required)),
];

impl CheckoutSettings {
    /// As pages show it.
    pub const fn fields(&self) -> Fields {
        Fields { phone: self.phone, company: self.company, note: self.note }
    }
}

impl Settings for CheckoutSettings {
    const MODULE: &'static str = "checkout";

    fn schema() -> SettingsSchema {
        SettingsSchema {
            module: Self::MODULE,
            fields: vec![
                SettingField {
                    key: "phone",
                    kind: SettingKind::Choice(ASK),
                    default: json!("optional"),
                    label: |l| td_string!(of(l), settings.phone),
                    help: |l| td_string!(of(l), settings.phone_help),
                    scope: SettingScope::Store,
                },
                SettingField {
                    key: "company",
                    kind: SettingKind::Bool,
                    default: json!(true),
                    label: |l| td_string!(of(l), settings.company),
                    help: |l| td_string!(of(l), settings.company_help),
                    scope: SettingScope::Store,
                },
                SettingField {
                    key: "note",
                    kind: SettingKind::Bool,
                    default: json!(true),
                    label: |l| td_string!(of(l), settings.note),
                    help: |l| td_string!(of(l), settings.note_help),
                    scope: SettingScope::Store,
                },
            ],
        }
    }
}
