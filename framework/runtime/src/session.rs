//! Sessions: a random token in a cookie, its hash in a row, and the person asked for on every request.
//!
//! | to | call |
//! |---|---|
//! | sign somebody in | [`start`] with a [`SignIn`] |
//! | give this browser a new token, after a change of one's own credentials | [`rotate`] |
//! | give all of somebody's browsers new tokens, after a change of their rights | [`renew_all`] |
//! | end what somebody has open, when they are locked or a credential changed | [`end_all`], [`end_all_in`] |
//! | show somebody their sessions, and end one | [`list`], [`end`] |

mod end;
mod find;
mod list;
mod renew;
mod start;

use orion_kernel::StoreId;
use time::Duration;
use uuid::Uuid;

use crate::PrincipalKind;

pub(crate) use end::remove_expired;
pub use end::{end, end_all, end_all_in, end_impersonations, end_on_platform, sign_out, sign_out_everywhere};
pub(crate) use find::find;
pub use list::{SessionRow, list};
pub use renew::{pass_second_factor, renew_all, rotate};
pub use start::{sign_in, start};

/// What a session is started for.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// What sort of person.
    pub kind: PrincipalKind,
    /// The user or customer.
    pub principal: Uuid,
    /// The store, for customers.
    pub store: Option<StoreId>,
    /// Whether the browser keeps it when it is closed. Nobody stays signed in to the admin like that.
    pub remember: bool,
    /// Whether they have shown a second factor.
    pub second_factor: bool,
    /// When an operator acts as the person.
    pub impersonation: Option<Impersonation>,
}

impl SignIn {
    /// Of somebody who has shown a password, in a browser that is closed with it.
    #[must_use]
    pub const fn new(kind: PrincipalKind, principal: Uuid) -> Self {
        Self { kind, principal, store: None, remember: false, second_factor: false, impersonation: None }
    }
}

/// An operator acts as somebody else.
#[derive(Clone, Debug)]
pub struct Impersonation {
    /// The operator's user.
    pub operator_id: Uuid,
    /// Their name, for the log and the banner.
    pub operator_name: String,
    /// Why.
    pub reason: String,
    /// For how long.
    pub ttl: Duration,
}

/// Kept by the browser: 14 days without a request, 60 in all.
const REMEMBERED: Limits = Limits { idle: Duration::days(14), absolute: Duration::days(60) };
/// Closed with the browser: 12 hours without a request, a week in all.
const UNREMEMBERED: Limits = Limits { idle: Duration::hours(12), absolute: Duration::days(7) };

/// How long a session may last.
#[derive(Clone, Copy)]
struct Limits {
    idle: Duration,
    absolute: Duration,
}

/// The short name of the cookie for a kind of person.
#[must_use]
pub const fn cookie_name(kind: PrincipalKind) -> &'static str {
    kind.code()
}
