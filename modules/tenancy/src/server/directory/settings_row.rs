//! What a store has set, as every request for it needs it.

use std::collections::BTreeMap;

use orion_kernel::{Locale, Zone, boot::LogoView};
use orion_runtime::{
    access::{AccessMode, StorefrontAccess},
    files::{FileName, Files},
    scope::OrderNumbers,
    zones,
};
use sqlx::types::Json;
use time::OffsetDateTime;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
pub(super) struct SettingsRow {
    platform_locales: Vec<String>,
    office_locales: Vec<String>,
    time_zone: String,
    pub(super) unit_system: String,
    pub(super) weight_unit: String,
    order_prefix: String,
    order_suffix: String,
    order_start: i64,
    logo: Option<String>,
    logo_width: Option<i32>,
    logo_height: Option<i32>,
    pub(super) favicon: Option<String>,
    access: String,
    access_version: i32,
    preview_version: i32,
    access_messages: Json<BTreeMap<String, String>>,
    read_at: OffsetDateTime,
}

impl SettingsRow {
    /// What the store has chosen of its platform's languages; all of them when that is nothing.
    pub(super) fn office_locales(&self) -> Vec<Locale> {
        let known = |codes: &[String]| codes.iter().filter_map(|code| Locale::from_code(code)).collect::<Vec<_>>();
        let platform = known(&self.platform_locales);
        let mut chosen = known(&self.office_locales);
        chosen.retain(|locale| platform.contains(locale));
        match (chosen.is_empty(), platform.is_empty()) {
            (false, _) => chosen,
            (true, false) => platform,
            (true, true) => vec![Locale::En],
        }
    }

    pub(super) fn zone(&self) -> Zone {
        zones::zone(&self.time_zone, self.read_at).unwrap_or_default()
    }

    pub(super) fn order_numbers(&self) -> OrderNumbers {
        OrderNumbers { prefix: self.order_prefix.clone(), suffix: self.order_suffix.clone(), start: self.order_start }
    }

    pub(super) fn logo(&self, store: Uuid) -> Option<LogoView> {
        let src = file_path(store, self.logo.as_deref()?)?;
        Some(LogoView { src, width: self.logo_width?.unsigned_abs(), height: self.logo_height?.unsigned_abs() })
    }

    pub(super) fn access(&self) -> StorefrontAccess {
        let messages = self.access_messages.0.iter();
        StorefrontAccess {
            mode: AccessMode::from_code(&self.access).unwrap_or_default(),
            password_version: self.access_version,
            preview_version: self.preview_version,
            messages: messages.filter_map(|(code, text)| Some((Locale::from_code(code)?, text.clone()))).collect(),
        }
    }
}

/// Where a file of the store is served.
pub(super) fn file_path(store: Uuid, name: &str) -> Option<String> {
    let name: FileName = name.parse().ok()?;
    Some(Files::path(store, &name))
}
