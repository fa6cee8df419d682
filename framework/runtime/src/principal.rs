//! Who is asking.

use orion_kernel::{AppError, Frontend, Locale, Permission, SessionId, boot::PrincipalView};
use time::OffsetDateTime;
use uuid::Uuid;

/// Who can be signed in; each kind has its own cookie and its own frontends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PrincipalKind {
    /// Runs a platform; signs in to the admin.
    Operator,
    /// A merchant's team member; signs in to the store back office.
    Member,
    /// Buys in one store.
    Customer,
    /// A program with a key of a store; has no cookie, no session and no page.
    Machine,
}

impl PrincipalKind {
    /// The kind's name in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Member => "member",
            Self::Customer => "customer",
            Self::Machine => "machine",
        }
    }

    /// Who signs in to a frontend. On the platform's own pages that is the merchants' people.
    #[must_use]
    pub const fn of(frontend: Frontend) -> Self {
        match frontend {
            Frontend::Admin => Self::Operator,
            Frontend::Store | Frontend::Platform => Self::Member,
            Frontend::Storefront => Self::Customer,
        }
    }
}

/// Somebody who is signed in, with their rights in the request's scope.
#[derive(Clone, Debug)]
pub struct Principal {
    /// What sort of person.
    pub kind: PrincipalKind,
    /// Their id: a user's or a customer's.
    pub id: Uuid,
    /// The name people read.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// The language they chose.
    pub locale: Option<Locale>,
    /// Ids of the permissions held; `*` is the owner's.
    pub permissions: Vec<String>,
    /// The session; nil in jobs.
    pub session: SessionId,
    /// Whether they have shown a second factor in this session.
    pub second_factor: bool,
    /// Whether they must have a second factor here and have none. They hold no permission then, and are led to where they set
    /// one up. An identity says whether one is required; the session takes that back when one was shown.
    pub lacks_second_factor: bool,
    /// The operator who acts as them.
    pub impersonator: Option<Impersonator>,
}

/// An operator who acts as somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impersonator {
    /// Their user's id.
    pub id: Uuid,
    /// The name people read.
    pub name: String,
    /// When it ends.
    pub until: OffsetDateTime,
}

impl Principal {
    /// Somebody without a name and without rights; fill in with struct update syntax.
    #[must_use]
    pub const fn new(kind: PrincipalKind, id: Uuid) -> Self {
        Self {
            kind,
            id,
            name: String::new(),
            email: String::new(),
            locale: None,
            permissions: Vec::new(),
            session: SessionId(Uuid::nil()),
            second_factor: false,
            lacks_second_factor: false,
            impersonator: None,
        }
    }

    /// Whether the permission is held.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        self.permissions.iter().any(|held| held == permission.0 || held == "*")
    }

    /// Refuses without the permission.
    ///
    /// # Errors
    ///
    /// `Forbidden`.
    pub fn require(&self, permission: Permission) -> Result<(), AppError> {
        if self.may(permission) { Ok(()) } else { Err(AppError::forbidden()) }
    }

    /// As pages show them.
    #[must_use]
    pub fn view(&self) -> PrincipalView {
        PrincipalView {
            name: self.name.clone(),
            email: self.email.clone(),
            permissions: self.permissions.clone(),
            impersonated_by: self.impersonator.as_ref().map(|impersonator| impersonator.name.clone()),
            impersonated_until: self.impersonator.as_ref().map(|impersonator| impersonator.until),
        }
    }
}
