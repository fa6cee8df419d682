//! What pages show.

mod modules;
mod settings;

use std::{collections::BTreeMap, fmt};

use orion_kernel::{AppError, BasisPoints, Locale, Money, boot::ThemeView, typed_id};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

pub use modules::{Contribution, ModuleDetails, ModuleRow, ModuleTier, NamedModule};
pub use settings::{SettingInput, SettingView, SettingsForm};

typed_id!(RateId, "A way of shipping of a store.");

/// Declares an enum that the database and forms know by code.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            /// Every value.
            pub const ALL: [Self; [$($code),*].len()] = [$(Self::$variant),*];

            /// The code in the database and in addresses.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = AppError;

            fn try_from(code: String) -> Result<Self, AppError> {
                Self::ALL.into_iter().find(|value| value.code() == code).ok_or_else(AppError::internal)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

coded! {
    /// Whether a storefront can be visited.
    StoreStatus {
        /// Anybody can shop.
        Open = "open",
        /// Visitors are told that it is closed.
        Closed = "closed",
    }
}

coded! {
    /// What somebody is in a merchant's team.
    Role {
        /// May do everything.
        Owner = "owner",
        /// May do what they were given.
        Staff = "staff",
    }
}

/// A store in the operators' list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoreRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whose it is.
    pub merchant: String,
    /// Whether it can be visited.
    pub status: StoreStatus,
    /// Where its storefront is.
    pub storefront_url: String,
    /// Since when it is there.
    pub created_at: OffsetDateTime,
}

/// A store's page for operators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoreDetails {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whose it is.
    pub merchant: String,
    /// Whether it can be visited.
    pub status: StoreStatus,
    /// Code of its currency.
    pub currency: String,
    /// Its storefront's languages, the default first.
    pub locales: Vec<Locale>,
    /// The company behind it.
    pub legal_name: String,
    /// VAT identification number.
    pub vat_id: String,
    /// Number in the trade register.
    pub rcs: String,
    /// Number of the business permit.
    pub business_permit: String,
    /// The postal address, a line each.
    pub address: Vec<String>,
    /// Where shoppers write to.
    pub email: String,
    /// Where shoppers call.
    pub phone: String,
    /// Since when it is there.
    pub created_at: OffsetDateTime,
    /// Where its storefront is.
    pub storefront_url: String,
    /// Hosts of its own, the primary one first.
    pub domains: Vec<String>,
    /// Who works there.
    pub team: Vec<Person>,
}

/// Somebody who works in a store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The name people read.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// What they are in the team.
    pub role: Role,
}

/// A merchant in the operators' list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MerchantRow {
    /// Its code.
    pub code: String,
    /// The name of the company.
    pub name: String,
    /// Since when it is there.
    pub created_at: OffsetDateTime,
    /// The names of its stores.
    pub stores: Vec<String>,
    /// What its owners sign in with.
    pub owners: Vec<String>,
}

/// A store somebody works in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoreLink {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// Somebody as they see themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The name people read.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// The language they chose, or else the page's.
    pub locale: Locale,
}

/// How a store is set up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoreSettings {
    /// The name people read.
    pub name: String,
    /// The company behind it.
    pub legal_name: String,
    /// VAT identification number.
    pub vat_id: String,
    /// Number in the trade register.
    pub rcs: String,
    /// Number of the business permit.
    pub business_permit: String,
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Where shoppers write to.
    pub email: String,
    /// Where shoppers call.
    pub phone: String,
    /// The rate of the tax included in prices.
    pub tax_rate: BasisPoints,
    /// The storefront's languages, the default first.
    pub locales: Vec<Locale>,
    /// The storefront's look.
    pub theme: ThemeView,
}

/// A way of shipping in the settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateRow {
    /// Its id.
    pub id: RateId,
    /// Its name by language code.
    pub names: BTreeMap<String, String>,
    /// What it costs.
    pub price: Money,
    /// It costs nothing from this value of goods on.
    pub free_from: Option<Money>,
    /// How long it takes.
    pub delivery_days: String,
}

/// A member of the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberRow {
    /// The name people read.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// What they are in the team.
    pub role: Role,
    /// What they may do, in words; empty for owners, who may do everything.
    pub may: Vec<String>,
    /// Whether they work in all stores of the merchant.
    pub in_all_stores: bool,
}
