//! Where a request is: which platform and store, which frontend, in which language, below which address.

use std::{collections::BTreeSet, net::IpAddr, sync::Arc};

use orion_kernel::{
    Currency, Frontend, Locale, MerchantId, PlatformId, StoreId, UnitSystem, WeightUnit, Zone,
    boot::{LogoView, ThemeView},
};

use crate::{access::StorefrontAccess, jobs::JobScope, menu::MenuOverrides};

/// A platform as every request needs it.
#[derive(Clone, Debug)]
pub struct Platform {
    /// Its id.
    pub id: PlatformId,
    /// Its code.
    pub code: String,
    /// The name people read.
    pub name: String,
    /// The host of its own pages, with the port where it is not the usual one.
    pub host: String,
    /// Its languages, the default first; never empty.
    pub locales: Vec<Locale>,
    /// Codes of the modules that are on, with everything they require.
    pub modules: BTreeSet<&'static str>,
    /// Whether it is the installation's first, which answers to the installation's own host: from its admin the others are
    /// made.
    pub is_main: bool,
    /// How it looks, and where its merchants find help.
    pub brand: PlatformBrand,
    /// What it has changed of its menus.
    pub menu: MenuOverrides,
}

/// How a platform looks, and where its merchants find help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlatformBrand {
    /// Hue of the accent ramp; without one the design system's own.
    pub accent_hue: Option<u16>,
    /// The path of its logo; empty for none.
    pub logo: String,
    /// Where its merchants write to; empty for nowhere.
    pub support_email: String,
}

/// A store as every request for it needs it.
#[derive(Clone, Debug)]
pub struct Store {
    /// Its id.
    pub id: StoreId,
    /// Whose it is.
    pub merchant_id: MerchantId,
    /// Its code.
    pub code: String,
    /// The name people read.
    pub name: String,
    /// The currency of its prices.
    pub currency: Currency,
    /// Its storefront's languages, the default first; never empty.
    pub locales: Vec<Locale>,
    /// Its look.
    pub theme: ThemeView,
    /// The host of its storefront, with the port where it is not the usual one.
    pub host: String,
    /// Whether the storefront is open. Never while the store is suspended or about to be deleted.
    pub is_open: bool,
    /// Whether operators have suspended it: its team can look, and change nothing.
    pub is_suspended: bool,
    /// Whether it is about to be deleted; until then as if suspended.
    pub is_closing: bool,
    /// Its back office's languages, the default first; never empty.
    pub office_locales: Vec<Locale>,
    /// The time zone its people live in.
    pub zone: Zone,
    /// What it measures in.
    pub unit_system: UnitSystem,
    /// What weights are shown in.
    pub weight_unit: WeightUnit,
    /// How its orders are numbered.
    pub order_numbers: OrderNumbers,
    /// Its logo.
    pub logo: Option<LogoView>,
    /// The path of the small picture in the browser's tab.
    pub favicon: Option<String>,
    /// Whom it lets into its storefront while it is open.
    pub access: StorefrontAccess,
}

/// How a store's orders are numbered. The numbers themselves only ever grow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderNumbers {
    /// Stands before the number.
    pub prefix: String,
    /// Stands behind it.
    pub suffix: String,
    /// The least number that a new order gets.
    pub start: i64,
}

impl Default for OrderNumbers {
    fn default() -> Self {
        Self { prefix: "#".to_owned(), suffix: String::new(), start: 1_001 }
    }
}

impl Store {
    /// A store with nothing special about it, for tests.
    #[doc(hidden)]
    #[must_use]
    pub fn for_tests() -> Self {
        Self {
            id: StoreId(uuid::Uuid::from_u128(2)),
            merchant_id: MerchantId(uuid::Uuid::from_u128(3)),
            code: "shop".to_owned(),
            name: "Shop".to_owned(),
            currency: Currency::EUR,
            locales: vec![Locale::Lb],
            theme: ThemeView { accent_hue: 0, neutral_hue: 0, radius_px: 4, serif: false },
            host: "shop.localhost".to_owned(),
            is_open: true,
            is_suspended: false,
            is_closing: false,
            office_locales: vec![Locale::En],
            zone: Zone::default(),
            unit_system: UnitSystem::Metric,
            weight_unit: WeightUnit::Kg,
            order_numbers: OrderNumbers::default(),
            logo: None,
            favicon: None,
            access: StorefrontAccess::default(),
        }
    }

    /// Whether its team may change anything.
    #[must_use]
    pub const fn is_frozen(&self) -> bool {
        self.is_suspended || self.is_closing
    }
}

/// Where a request is.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The platform.
    pub platform: Arc<Platform>,
    /// The store, in the two store frontends.
    pub store: Option<Arc<Store>>,
    /// The frontend.
    pub frontend: Frontend,
    /// The language.
    pub locale: Locale,
    /// What every address of this frontend begins with: language, then store path.
    pub base: String,
    /// `base` without the language.
    pub unprefixed_base: String,
    /// The path below `base`, beginning with a slash.
    pub path: String,
    /// Scheme and host as the browser sees them.
    pub origin: String,
    /// The browser's address.
    pub ip: IpAddr,
    /// What the browser calls itself, cut where it is longer than anybody needs; empty in jobs.
    pub user_agent: String,
    /// The request's id.
    pub request_id: String,
}

impl Scope {
    /// The platform's id.
    #[must_use]
    pub fn platform_id(&self) -> PlatformId {
        self.platform.id
    }

    /// The store's id.
    #[must_use]
    pub fn store_id(&self) -> Option<StoreId> {
        self.store.as_ref().map(|store| store.id)
    }

    /// The merchant's id.
    #[must_use]
    pub fn merchant_id(&self) -> Option<MerchantId> {
        self.store.as_ref().map(|store| store.merchant_id)
    }

    /// Whether a module is on.
    #[must_use]
    pub fn has_module(&self, code: &str) -> bool {
        self.platform.modules.contains(code)
    }

    /// The languages to offer here, the default first.
    #[must_use]
    pub fn locales(&self) -> &[Locale] {
        match (&self.store, self.frontend) {
            (Some(store), Frontend::Storefront) => &store.locales,
            (Some(store), Frontend::Store) => &store.office_locales,
            _ => &self.platform.locales,
        }
    }

    /// An absolute address below this frontend's base.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{}{path}", self.origin, self.base)
    }

    /// The same tenant for a job.
    #[must_use]
    pub fn for_job(&self) -> JobScope {
        JobScope {
            platform_id: self.platform_id(),
            merchant_id: self.merchant_id(),
            store_id: self.store_id(),
            locale: self.locale,
        }
    }
}
