//! The words everyone shares: ids, money, languages, errors, paging, and what a module is. No I/O.
#![deny(missing_docs)]

pub mod basis_points;
pub mod boot;
pub mod checklist;
pub mod currency;
pub mod error;
pub mod event;
pub mod fmt;
pub mod frontend;
pub mod i18n;
pub mod ids;
pub mod locale;
pub mod metric;
pub mod module;
pub mod money;
pub mod paging;
pub mod period;
pub mod registry;
pub mod search;
pub mod units;
pub mod user_agent;
pub mod validate;
pub mod widget;
pub mod work;
pub mod zone;

pub use basis_points::BasisPoints;
pub use boot::Boot;
pub use currency::Currency;
pub use error::{AppError, ErrorKind, FieldError};
pub use frontend::Frontend;
pub use ids::{CustomerId, EventId, MerchantId, PlatformId, SessionId, StoreId, UserId};
pub use locale::Locale;
pub use module::{
    ContextKey, Feature, LazyView, Limit, MenuItem, MenuSection, ModuleDefinition, Permission, PermissionDefinition,
    Slot, SlotContribution, Text, Tier,
};
pub use money::Money;
pub use paging::{Page, Paged, Stretch};
pub use period::{Period, PeriodQuery};
pub use registry::{Registry, RegistryError};
pub use units::{UnitSystem, WeightUnit};
pub use validate::Check;
pub use work::Work;
pub use zone::Zone;

#[doc(hidden)]
pub mod private {
    //! What the macros of this crate expand to.
    pub use leptos_i18n;
    pub use serde;
    pub use uuid;
}
