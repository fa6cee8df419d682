//! Somebody's stores, operators, users and keys as pages show them.

use orion_kernel::{SessionId, UserId, typed_id};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::{AccountState, InvitationRow, OperatorRole, PermissionGroup, RoleRow};

typed_id!(ApiKeyId, "A key for programs of a store.");

/// A store somebody works in, in the switcher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyStore {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whose it is.
    pub merchant: String,
}

/// A page of one's stores.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyStoreList {
    /// By name.
    pub stores: Vec<MyStore>,
    /// Which page this is, from 1.
    pub page: u32,
    /// Whether there is another one.
    pub has_more: bool,
}

/// An operator in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperatorRow {
    /// Who.
    pub user: UserId,
    /// The name people read.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// Whether that is whoever asks.
    pub is_me: bool,
    /// What they are.
    pub role: OperatorRole,
    /// The role as forms send it.
    pub role_key: String,
    /// Its name.
    pub role_name: String,
    /// How they come in.
    pub account: AccountState,
    /// The code of why whoever asks cannot change them.
    pub refusal: Option<String>,
}

/// A platform's operators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperatorsPage {
    /// Who runs the platform.
    pub operators: Vec<OperatorRow>,
    /// Who was asked to.
    pub invitations: Vec<InvitationRow>,
    /// What they can be.
    pub roles: Vec<RoleRow>,
}

/// Somebody in the operators' list of users.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserRow {
    /// Who.
    pub id: UserId,
    /// The name people read.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// The merchants they work for.
    pub merchants: Vec<String>,
    /// Whether they run the platform.
    pub is_operator: bool,
    /// How they come in.
    pub account: AccountState,
    /// Since when they have an account.
    pub created_at: OffsetDateTime,
}

/// Where somebody works, and as what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembershipRow {
    /// The merchant's name.
    pub merchant: String,
    /// The store's name; `None` for all of the merchant's.
    pub store: Option<String>,
    /// The role's name.
    pub role_name: String,
}

/// A browser somebody is signed in with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserSession {
    /// Its id.
    pub id: SessionId,
    /// Whether it is in the admin.
    pub in_admin: bool,
    /// From where.
    pub ip: String,
    /// What the browser says it is.
    pub user_agent: String,
    /// Since when.
    pub created_at: OffsetDateTime,
    /// Until when it was used.
    pub last_used_at: OffsetDateTime,
}

/// Why somebody is kept out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserLock {
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// Since when.
    pub at: OffsetDateTime,
}

/// A user's page for operators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserDetails {
    /// Who.
    pub user: UserRow,
    /// What they are among the operators; empty when they are none.
    pub operator_role: String,
    /// Where they work.
    pub memberships: Vec<MembershipRow>,
    /// Why they are kept out.
    pub lock: Option<UserLock>,
    /// Where they are signed in on this platform.
    pub sessions: Vec<UserSession>,
    /// The code of why whoever asks cannot change them.
    pub refusal: Option<String>,
}

/// A key for programs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiKeyRow {
    /// Its id.
    pub id: ApiKeyId,
    /// What it is for.
    pub name: String,
    /// How it begins.
    pub prefix: String,
    /// What it may do, in words.
    pub scopes: Vec<String>,
    /// Who made it.
    pub created_by: String,
    /// When.
    pub created_at: OffsetDateTime,
    /// Until when it works; `None` for always.
    pub expires_at: Option<OffsetDateTime>,
    /// When it was used last, to within a few minutes.
    pub last_used_at: Option<OffsetDateTime>,
    /// Whether it is too old.
    pub is_expired: bool,
}

/// A store's keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiKeysPage {
    /// Those that work or have run out, the latest first.
    pub keys: Vec<ApiKeyRow>,
    /// What a new one can be allowed.
    pub groups: Vec<PermissionGroup>,
}

/// A key that was just made: nobody sees it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewApiKey {
    /// The key.
    pub key: String,
    /// What it is for.
    pub name: String,
}
