//! Who is let into a storefront: what stands in the way, and the words and links that lead past it.
//!
//! One question decides for pages, server functions, feeds and files for robots alike: [`barrier`].

mod pass;

use std::collections::BTreeMap;

use orion_kernel::{AppError, ErrorKind, Frontend, Locale};

pub use pass::{
    ACCESS_COOKIE, PREVIEW_COOKIE, PREVIEW_PARAMETER, Preview, entry, preview, shared_preview, team_preview,
};

use crate::{Ctx, scope::Store};

/// After how long it is worth trying again, in seconds: for `Retry-After`.
pub const RETRY_AFTER_SECS: u32 = 600;

/// The one server function for people in front of a closed door: module and name.
pub const DOOR: (&str, &str) = ("tenancy", "enter");

/// Whom a store lets into its storefront.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AccessMode {
    /// Anybody.
    #[default]
    Open,
    /// Who knows the word that shoppers share.
    Password,
    /// Its team, and who has the link.
    Maintenance,
}

impl AccessMode {
    /// Every mode.
    pub const ALL: [Self; 3] = [Self::Open, Self::Password, Self::Maintenance];

    /// The code in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Password => "password",
            Self::Maintenance => "maintenance",
        }
    }

    /// The mode with exactly this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.code() == code)
    }
}

/// How a store lets people into its storefront.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StorefrontAccess {
    /// Whom.
    pub mode: AccessMode,
    /// Counts the changes of the password: whoever entered before has to enter again.
    pub password_version: i32,
    /// Counts the renewals of the secret link.
    pub preview_version: i32,
    /// What the store says to whoever is kept out, by language.
    pub messages: BTreeMap<Locale, String>,
}

impl StorefrontAccess {
    /// What the store says in a language, or else in its own.
    #[must_use]
    pub fn message(&self, locale: Locale, default: Locale) -> Option<&str> {
        let said = |locale: Locale| self.messages.get(&locale).map(|text| text.trim()).filter(|text| !text.is_empty());
        said(locale).or_else(|| said(default))
    }
}

/// What stands between somebody and a storefront.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barrier {
    /// Operators have suspended the store, or it is about to be deleted.
    Suspended,
    /// The store is closed.
    Closed,
    /// The store is being worked on.
    Maintenance,
    /// The store is for those who know its word.
    Password,
}

impl Barrier {
    /// What a server function answers.
    #[must_use]
    pub fn error(self) -> AppError {
        match self {
            Self::Password => AppError::new(ErrorKind::Forbidden, "storefront_locked"),
            Self::Suspended | Self::Closed | Self::Maintenance => {
                AppError::new(ErrorKind::Unavailable, "storefront_closed").with("retry_after_secs", RETRY_AFTER_SECS)
            }
        }
    }
}

/// What stands in the way of a request to a storefront; nothing in other frontends.
#[must_use]
pub fn barrier(ctx: &Ctx) -> Option<Barrier> {
    if ctx.scope().frontend != Frontend::Storefront {
        return None;
    }
    let store = ctx.scope().store.as_deref()?;
    match store_barrier(store)? {
        Barrier::Password if pass::knows_the_word(ctx, store) || pass::may_look(ctx, store) => None,
        Barrier::Maintenance if pass::may_look(ctx, store) => None,
        barrier => Some(barrier),
    }
}

/// What stands in everybody's way.
fn store_barrier(store: &Store) -> Option<Barrier> {
    if store.is_frozen() {
        return Some(Barrier::Suspended);
    }
    if !store.is_open {
        return Some(Barrier::Closed);
    }
    match store.access.mode {
        AccessMode::Open => None,
        AccessMode::Password => Some(Barrier::Password),
        AccessMode::Maintenance => Some(Barrier::Maintenance),
    }
}

/// Whether anybody can shop in a store: nothing is to be found by search engines before.
#[must_use]
pub fn is_public(store: &Store) -> bool {
    store_barrier(store).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_falls_back_to_the_stores_own_language() {
        let messages = BTreeMap::from([(Locale::Fr, " Bientôt. ".to_owned()), (Locale::De, "  ".to_owned())]);
        let access = StorefrontAccess { messages, ..StorefrontAccess::default() };
        assert_eq!(access.message(Locale::Fr, Locale::En), Some("Bientôt."));
        assert_eq!(access.message(Locale::De, Locale::Fr), Some("Bientôt."));
        assert_eq!(access.message(Locale::De, Locale::En), None);
    }

    #[test]
    fn every_mode_is_read_back() {
        for mode in AccessMode::ALL {
            assert_eq!(AccessMode::from_code(mode.code()), Some(mode));
        }
        assert_eq!(AccessMode::from_code("shut"), None);
    }
}
