//! The audit log: who did what to what. Entries are written with the deed and never change.

mod list;
#[cfg(test)]
mod tests;
mod write;

use orion_kernel::{MerchantId, PlatformId, StoreId};
use uuid::Uuid;

pub use list::{AuditEntry, AuditFilter, AuditPlace, find, list};
pub use write::{Deed, write};

/// Where something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditScope {
    /// The platform.
    pub platform_id: PlatformId,
    /// The merchant, when it was in a merchant's business.
    pub merchant_id: Option<MerchantId>,
    /// The store, when it was in one.
    pub store_id: Option<StoreId>,
}

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// What sort of actor.
    pub kind: ActorKind,
    /// The user, customer or key.
    pub id: Option<Uuid>,
    /// The name at the time.
    pub name: String,
}

/// The sorts of actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorKind {
    /// An operator or a member of a merchant's team.
    User,
    /// A customer.
    Customer,
    /// An API key.
    ApiKey,
    /// Orion by itself: a job or a schedule.
    System,
    /// Nobody known, such as a failed sign-in.
    Anonymous,
}

impl ActorKind {
    /// The kind in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Customer => "customer",
            Self::ApiKey => "api_key",
            Self::System => "system",
            Self::Anonymous => "anonymous",
        }
    }
}
