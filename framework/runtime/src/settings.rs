//! Settings of modules: declared with their defaults, set by operators and merchants, read typed.

mod cipher;
mod read_form;
mod resolve;
mod save;
mod schema;
mod store;
#[cfg(test)]
mod tests;

use orion_kernel::{PlatformId, StoreId};
use serde::de::DeserializeOwned;
use uuid::Uuid;

pub use cipher::{Cipher, CipherError};
pub use read_form::{FormValue, read_form};
pub use resolve::Source;
pub use save::save;
pub use schema::{MAX_IBAN_CHARS, SettingField, SettingKind, SettingScope, SettingsSchema};
pub use store::{SettingsError, SettingsStore};

/// A module's settings as a type; its fields are the keys of the schema.
pub trait Settings: DeserializeOwned + Send + Sync + 'static {
    /// The module's code.
    const MODULE: &'static str;

    /// What can be set.
    fn schema() -> SettingsSchema;
}

/// Whose value it is. A store's wins over its platform's, and that over the installation's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// For every platform.
    Installation,
    /// For one platform and its stores.
    Platform(PlatformId),
    /// For one store.
    Store(StoreId),
}

impl Level {
    const fn code(self) -> &'static str {
        match self {
            Self::Installation => "installation",
            Self::Platform(_) => "platform",
            Self::Store(_) => "store",
        }
    }

    const fn id(self) -> Uuid {
        match self {
            Self::Installation => Uuid::nil(),
            Self::Platform(id) => id.0,
            Self::Store(id) => id.0,
        }
    }
}

/// The topic of [`invalidation`](crate::invalidation).
const TOPIC: &str = "settings";
