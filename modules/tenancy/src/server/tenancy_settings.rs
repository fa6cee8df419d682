//! What an installation or a platform decides about signing in, and about stores that go.

use orion_kernel::Text;
use orion_runtime::settings::{SettingField, SettingKind, SettingScope, Settings, SettingsSchema};
use serde::Deserialize;
use serde_json::json;

use crate::i18n::{of, td_string};

/// What an installation or a platform decides about signing in, and about stores that go.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct TenancySettings {
    /// Whether operators must have a second factor.
    pub operators_second_factor: OperatorsSecondFactor,
    /// Days from the request for a store's deletion until it is deleted.
    pub deletion_days: i64,
}

/// Whether operators must have a second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OperatorsSecondFactor {
    /// Where real shops run.
    Automatic,
    /// Always.
    Required,
    /// As they like.
    Optional,
}

const CHOICES: &[(&str, Text)] = &[
    ("automatic", |l| td_string!(of(l), security.policy.automatic)),
    ("required", |l| td_string!(of(l), security.policy.required)),
    ("optional", |l| td_string!(of(l), security.policy.optional)),
];

impl Settings for TenancySettings {
    const MODULE: &'static str = "tenancy";

    fn schema() -> SettingsSchema {
        SettingsSchema {
            module: Self::MODULE,
            fields: vec![
                SettingField {
                    key: "deletion_days",
                    kind: SettingKind::Integer { min: 1, max: 90 },
                    default: json!(14),
                    label: |l| td_string!(of(l), deletion.days),
                    help: |l| td_string!(of(l), deletion.days_help),
                    scope: SettingScope::Platform,
                },
                SettingField {
                    key: "operators_second_factor",
                    kind: SettingKind::Choice(CHOICES),
                    default: json!("automatic"),
                    label: |l| td_string!(of(l), security.policy.operators),
                    help: |l| td_string!(of(l), security.policy.operators_help),
                    scope: SettingScope::Platform,
                },
            ],
        }
    }
}
