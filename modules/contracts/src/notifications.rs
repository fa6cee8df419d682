//! Telling people at work what happened.

use async_trait::async_trait;
use orion_kernel::{AppError, ContextKey, Locale, StoreId, UserId, Work};

/// How many notifications of whoever is signed in are unread, on every page of a back office.
pub const UNREAD: ContextKey<u32> = ContextKey::new("core.unread");

/// Who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The team of a store, those who hold the permission of the notice's kind; of the transaction's store when none is named.
    Team(Option<StoreId>),
    /// One member of that team, whatever they may do.
    Member(Option<StoreId>, UserId),
    /// The operators of the transaction's platform, those who hold the permission of the notice's kind.
    Operators,
    /// One of the operators.
    Operator(UserId),
}

/// A text in each language. What it says of a person or thing is written into it: it reads the same for good.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub Vec<(Locale, String)>);

impl Words {
    /// Asks for the text of each language.
    pub fn of(text: impl Fn(Locale) -> String) -> Self {
        Self(Locale::ALL.into_iter().map(|locale| (locale, text(locale))).collect())
    }
}

/// What somebody is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its kind, one of those that the module registers, such as `core.order_placed`.
    pub kind: &'static str,
    /// Names what happened for good within its kind and store: told again, nobody hears of it again. Such as an order's id.
    pub key: String,
    /// Who is told.
    pub to: Audience,
    /// What happened, in a few words.
    pub title: Words,
    /// More about it in a sentence; may be empty.
    pub body: Words,
    /// The path of the page about it, below the base of whoever is told; may be empty.
    pub path: String,
}

/// Tells people.
#[async_trait]
pub trait Notifications: Send + Sync {
    /// Tells them once the transaction has committed, in the back office and by mail as each chose.
    async fn notify(&self, work: &mut dyn Work, notice: Notice) -> Result<(), AppError>;
}

/// Nobody is told.
pub struct NullNotifications;

#[async_trait]
impl Notifications for NullNotifications {
    async fn notify(&self, _: &mut dyn Work, _: Notice) -> Result<(), AppError> {
        Ok(())
    }
}
