//! Who runs the platform, for its legal pages.

use orion_runtime::settings::{SettingField, SettingKind, SettingScope, Settings, SettingsSchema};
use serde::Deserialize;
use serde_json::Value;

use super::particulars::Particulars;
use crate::i18n::{of, td_string};

/// The operator's particulars, which fill the placeholders of the platform's pages.
#[derive(Debug, Deserialize)]
pub struct Site {
    legal_name: String,
    address: String,
    vat_id: String,
    rcs: String,
    email: String,
}

impl Site {
    /// Together with the platform's name.
    #[must_use]
    pub fn particulars(&self, name: &str) -> Particulars {
        Particulars {
            store_name: name.to_owned(),
            legal_name: self.legal_name.clone(),
            address: self.address.clone(),
            vat_id: self.vat_id.clone(),
            rcs: self.rcs.clone(),
            email: self.email.clone(),
        }
    }
}

impl Settings for Site {
    const MODULE: &'static str = "cms";

    fn schema() -> SettingsSchema {
        let text = |key, label, help| SettingField {
            key,
            kind: SettingKind::Text { max_chars: 200 },
            default: Value::from(""),
            label,
            help,
            scope: SettingScope::Platform,
        };
        SettingsSchema {
            module: Self::MODULE,
            fields: vec![
                text("legal_name", |l| td_string!(of(l), site.legal_name), |l| td_string!(of(l), site.legal_name_help)),
                text("address", |l| td_string!(of(l), site.address), |l| td_string!(of(l), site.address_help)),
                text("vat_id", |l| td_string!(of(l), site.vat_id), |l| td_string!(of(l), site.vat_id_help)),
                text("rcs", |l| td_string!(of(l), site.rcs), |l| td_string!(of(l), site.rcs_help)),
                text("email", |l| td_string!(of(l), site.email), |l| td_string!(of(l), site.email_help)),
            ],
        }
    }
}
