//! What pages show of how a store is set up: where it is at home, who is let in, where it is found.

use std::{collections::BTreeMap, fmt};

use orion_kernel::{Currency, Locale, UnitSystem, WeightUnit};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// Where a store is at home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegionSettings {
    /// The name of its time zone.
    pub time_zone: String,
    /// The names there are.
    pub time_zones: Vec<String>,
    /// What it measures in.
    pub unit_system: UnitSystem,
    /// What weights are shown in.
    pub weight_unit: WeightUnit,
    /// What it sells in.
    pub currency: Currency,
    /// Whether there are orders, so that the currency stays.
    pub has_orders: bool,
    /// Stands before the numbers of its orders.
    pub order_prefix: String,
    /// Stands behind them.
    pub order_suffix: String,
    /// The least number a new order gets.
    pub order_start: i64,
    /// The storefront's languages, the default first.
    pub locales: Vec<Locale>,
    /// The back office's languages, the default first.
    pub office_locales: Vec<Locale>,
    /// The languages the back office can have.
    pub platform_locales: Vec<Locale>,
}

/// Who is let into a storefront.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessSettings {
    /// One of `open`, `password`, `maintenance`, `closed`.
    pub mode: String,
    /// Whether there is a word that lets people in.
    pub has_password: bool,
    /// What the store says to whoever is kept out, by language code.
    pub messages: BTreeMap<String, String>,
    /// Where the storefront is.
    pub storefront_url: String,
    /// The secret link.
    pub preview_url: String,
}

/// Where a store is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainSettings {
    /// The name before the platform's host.
    pub subdomain: String,
    /// The platform's host.
    pub platform_host: String,
    /// The host links lead to.
    pub primary: String,
    /// Its own domains, the oldest first.
    pub domains: Vec<DomainRow>,
    /// The names it had before the platform's host that still lead to it, and until when.
    pub former: Vec<(String, OffsetDateTime)>,
    /// The addresses that domains without a name of their own have to lead to.
    pub addresses: Vec<String>,
}

/// A domain of a store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainRow {
    /// The domain as the domain name system has it.
    pub host: String,
    /// As people write it.
    pub shown: String,
    /// How its proof stands.
    pub state: DomainState,
    /// Whether links lead to it.
    pub is_primary: bool,
    /// Whether nothing stands above it, so that it cannot be an alias.
    pub is_apex: bool,
    /// Whether it leads here, as far as was seen.
    pub leads_here: bool,
    /// The name of the record that proves it.
    pub proof_name: String,
    /// What has to stand there.
    pub proof_text: String,
    /// Why it is not proved.
    pub finding: Finding,
    /// The records that were found instead.
    pub found: Vec<String>,
    /// When it was looked at last.
    pub checked_at: Option<OffsetDateTime>,
}

/// How a domain's proof stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DomainState {
    /// It is looked for.
    Waiting,
    /// The domain is the store's.
    Verified,
    /// It was not found in time.
    Failed,
}

/// What was found where the proof should stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// Nobody looked yet, or it is there.
    #[default]
    Nothing,
    /// No record.
    NoRecord,
    /// Other records.
    OtherRecords,
    /// The domain name system did not answer.
    NoAnswer,
    /// The proof is there, but the domain is another store's.
    Taken,
}

impl From<String> for DomainState {
    fn from(code: String) -> Self {
        match code.as_str() {
            "verified" => Self::Verified,
            "failed" => Self::Failed,
            _ => Self::Waiting,
        }
    }
}

/// The code in the database.
impl fmt::Display for DomainState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Waiting => "waiting",
            Self::Verified => "verified",
            Self::Failed => "failed",
        })
    }
}

impl From<String> for Finding {
    fn from(code: String) -> Self {
        match code.as_str() {
            "no_record" => Self::NoRecord,
            "other_records" => Self::OtherRecords,
            "no_answer" => Self::NoAnswer,
            "taken" => Self::Taken,
            _ => Self::Nothing,
        }
    }
}

/// The code in the database.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nothing => "",
            Self::NoRecord => "no_record",
            Self::OtherRecords => "other_records",
            Self::NoAnswer => "no_answer",
            Self::Taken => "taken",
        })
    }
}
