//! How a store is paid.

use orion_runtime::settings::{SettingField, SettingKind, SettingScope, Settings, SettingsSchema};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::i18n::{of, td_string};

/// How a store is paid.
#[derive(Clone, Debug, Deserialize)]
pub struct PaymentsSettings {
    /// Cards are taken.
    pub card_enabled: bool,
    /// The card provider's interface; empty for the pretend one of development.
    pub card_api_url: String,
    /// What the store is known by at the card provider.
    pub card_api_key: Option<String>,
    /// What the card provider signs its messages with.
    pub card_webhook_secret: Option<String>,
    /// Bank transfers are taken.
    pub transfer_enabled: bool,
    /// Whose account it is.
    pub transfer_holder: String,
    /// The account; no transfers without.
    pub transfer_iban: String,
    /// The bank.
    pub transfer_bic: String,
    /// Days the shopper has.
    pub transfer_days: i64,
}

impl Settings for PaymentsSettings {
    const MODULE: &'static str = "payments";

    fn schema() -> SettingsSchema {
        use SettingKind::{Bool, Iban, Integer, Secret, Text, Url};
        use SettingScope::{Platform, Store};
        SettingsSchema {
            module: Self::MODULE,
            fields: vec![
                SettingField {
                    key: "card_enabled",
                    kind: Bool,
                    default: json!(true),
                    label: |l| td_string!(of(l), settings.card_enabled),
                    help: |l| td_string!(of(l), settings.card_enabled_help),
                    scope: Store,
                },
                SettingField {
                    key: "card_api_url",
                    kind: Url { max_chars: 200 },
                    default: json!(""),
                    label: |l| td_string!(of(l), settings.card_api_url),
                    help: |l| td_string!(of(l), settings.card_api_url_help),
                    scope: Platform,
                },
                SettingField {
                    key: "card_api_key",
                    kind: Secret,
                    default: Value::Null,
                    label: |l| td_string!(of(l), settings.card_api_key),
                    help: |l| td_string!(of(l), settings.card_api_key_help),
                    scope: Store,
                },
                SettingField {
                    key: "card_webhook_secret",
                    kind: Secret,
                    default: Value::Null,
                    label: |l| td_string!(of(l), settings.card_webhook_secret),
                    help: |l| td_string!(of(l), settings.card_webhook_secret_help),
                    scope: Store,
                },
                SettingField {
                    key: "transfer_enabled",
                    kind: Bool,
                    default: json!(true),
                    label: |l| td_string!(of(l), settings.transfer_enabled),
                    help: |l| td_string!(of(l), settings.transfer_enabled_help),
                    scope: Store,
                },
                SettingField {
                    key: "transfer_holder",
                    kind: Text { max_chars: 120 },
                    default: json!(""),
                    label: |l| td_string!(of(l), settings.transfer_holder),
                    help: |l| td_string!(of(l), settings.transfer_holder_help),
                    scope: Store,
                },
                SettingField {
                    key: "transfer_iban",
                    kind: Iban,
                    default: json!(""),
                    label: |l| td_string!(of(l), settings.transfer_iban),
                    help: |l| td_string!(of(l), settings.transfer_iban_help),
                    scope: Store,
                },
                SettingField {
                    key: "transfer_bic",
                    kind: Text { max_chars: 11 },
                    default: json!(""),
                    label: |l| td_string!(of(l), settings.transfer_bic),
                    help: |l| td_string!(of(l), settings.transfer_bic_help),
                    scope: Store,
                },
                SettingField {
                    key: "transfer_days",
                    kind: Integer { min: 1, max: 60 },
                    default: json!(7),
                    label: |l| td_string!(of(l), settings.transfer_days),
                    help: |l| td_string!(of(l), settings.transfer_days_help),
                    scope: Store,
                },
            ],
        }
    }
}
