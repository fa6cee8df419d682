//! Where a request is: which platform and store, which frontend, in which language, below which address.

use std::{collections::BTreeSet, net::IpAddr, sync::Arc};

use orion_kernel::{Currency, Frontend, Locale, MerchantId, PlatformId, StoreId, boot::ThemeView};

use crate::jobs::JobScope;

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
    /// Whether the storefront is open.
    pub is_open: bool,
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
