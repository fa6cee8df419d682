//! What pages show.

mod access;
mod modules;
mod people;
mod security;
mod settings;
mod setup;
mod tenants;

use std::{collections::BTreeMap, fmt};

use orion_kernel::{
    AppError, BasisPoints, Locale, Money,
    boot::{LogoView, ThemeView},
    typed_id,
};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use uuid::Uuid;

pub use access::{
    AccountState, InvitationId, InvitationRow, InvitationView, PendingTransfer, PermissionGroup, PermissionView,
    RoleEditor, RoleId, RoleList, RoleRow, StoreChoice, TeamMember, TeamPage, TransferView,
};
pub use modules::{Contribution, ModuleDetails, ModuleRow, ModuleTier, NamedModule, WorkView};
pub use people::{
    ApiKeyId, ApiKeyRow, ApiKeysPage, MembershipRow, MyStore, MyStoreList, NewApiKey, OperatorRow, OperatorsPage,
    UserDetails, UserLock, UserRow, UserSession,
};
pub use security::{AppSetup, PasskeyId, PasskeyRow, Security, SessionView, StepView};
pub use settings::{SettingInput, SettingView, SettingsForm};
pub use setup::{AccessSettings, DomainRow, DomainSettings, DomainState, Finding, RegionSettings};
pub use tenants::{
    Deed, ExportId, ExportRow, MenuEditor, MenuEntryEditor, MenuSectionEditor, MerchantDetails, PlatformEditor,
    PlatformList, PlatformRow, RecipeView,
};

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
        /// Operators have closed it, and its team can change nothing.
        Suspended = "suspended",
        /// It is closed and about to be deleted.
        Closing = "closing",
    }
}

coded! {
    /// What somebody is in a merchant's team.
    Role {
        /// May do everything.
        Owner = "owner",
        /// May do all but what owners keep for themselves.
        Manager = "manager",
        /// May do what comes up every day.
        Staff = "staff",
        /// May look.
        Viewer = "viewer",
        /// May do what a role of the merchant's own making says.
        Own = "own",
    }
}

coded! {
    /// What somebody is among the operators.
    OperatorRole {
        /// May do everything.
        Administrator = "administrator",
        /// May look, and help users.
        Support = "support",
        /// May look.
        Viewer = "viewer",
        /// May do what a role of the platform's own making says.
        Own = "own",
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
    /// Code of its merchant.
    pub merchant_code: String,
    /// Where it is established, ISO 3166-1 alpha-2.
    pub country: String,
    /// Why it is suspended; empty when it is not.
    pub suspension_reason: String,
    /// From when on its rows are removed, when that was asked for.
    pub delete_after: Option<OffsetDateTime>,
    /// Who asked for that.
    pub deletion_requested_by: String,
    /// Whether removing has begun.
    pub is_erasing: bool,
    /// How many days a store waits before it is deleted.
    pub deletion_days: i64,
    /// The last exports of everything it has.
    pub exports: Vec<ExportRow>,
    /// What operators did with it, the latest first.
    pub history: Vec<Deed>,
}

/// Somebody who works in a store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their id.
    pub id: Uuid,
    /// Whether they run a platform: then nobody acts as them.
    pub is_operator: bool,
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
    /// The names of its first stores.
    pub stores: Vec<String>,
    /// How many stores it has.
    pub store_count: i64,
    /// What its owners sign in with.
    pub owners: Vec<String>,
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
    /// The logo.
    pub logo: Option<LogoView>,
    /// The path of the picture in the browser's tab.
    pub favicon: Option<String>,
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
