//! Events: what happened, told to whoever wants to react.

use serde::{Serialize, de::DeserializeOwned};

/// Something that happened, published in the transaction that made it happen.
///
/// Defined in contracts. Carries ids and what reactions need to decide, never personal data: it is stored until every
/// reaction is done. Reactions run at least once each, in no promised order. Fields are only ever added, with
/// `#[serde(default)]`: an event may be read by another version than the one that wrote it.
pub trait Event: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// `<module>.<past participle>`, such as `orders.order_placed`; unique in the program.
    const NAME: &'static str;
}
