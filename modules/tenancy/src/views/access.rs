//! Roles, teams, invitations and transfers as pages show them.

use orion_kernel::{StoreId, UserId, typed_id};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::Role;

typed_id!(RoleId, "A role of a merchant's or a platform's own making.");
typed_id!(InvitationId, "Somebody asked to join a team.");

/// What a module lets roles allow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PermissionGroup {
    /// The module's code.
    pub module: String,
    /// Its name.
    pub title: String,
    /// What can be allowed.
    pub permissions: Vec<PermissionView>,
}

/// Something that can be allowed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PermissionView {
    /// Its id.
    pub id: String,
    /// What it allows, in words.
    pub label: String,
    /// Whether whoever asks holds it, and so may grant it.
    pub is_held: bool,
}

/// A role in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleRow {
    /// A preset's code, or the id of an own one.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What it is for; empty for own ones.
    pub about: String,
    /// Whether it is always there, and cannot be changed.
    pub is_preset: bool,
    /// How many of the permissions it allows.
    pub allows: u32,
    /// How many people have it.
    pub people: i64,
    /// Whether it allows more than whoever asks may do: then they cannot grant it.
    pub is_beyond: bool,
}

/// The roles there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleList {
    /// The presets first.
    pub roles: Vec<RoleRow>,
    /// How many permissions there are.
    pub permissions: u32,
}

/// A role as it is changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleEditor {
    /// Which; a new one when absent.
    pub id: Option<RoleId>,
    /// Its name.
    pub name: String,
    /// The ids of what it allows.
    pub allows: Vec<String>,
    /// What can be allowed.
    pub groups: Vec<PermissionGroup>,
    /// Who has it.
    pub people: Vec<String>,
    /// The code of why it cannot be changed.
    pub refusal: Option<String>,
}

/// Somebody of a merchant's team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamMember {
    /// Who.
    pub user: UserId,
    /// The name people read.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// Whether that is whoever asks.
    pub is_me: bool,
    /// What they are.
    pub role: Role,
    /// The role as forms send it.
    pub role_key: String,
    /// Its name.
    pub role_name: String,
    /// The stores they work in; `None` for all of the merchant's.
    pub stores: Option<Vec<StoreChoice>>,
    /// How they come in.
    pub account: AccountState,
    /// The code of why whoever asks cannot change or remove them.
    pub refusal: Option<String>,
}

/// How somebody comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountState {
    /// Whether it takes more than a password.
    pub has_second_factor: bool,
    /// When they signed in last.
    pub last_sign_in: Option<OffsetDateTime>,
    /// Whether they are kept out.
    pub is_locked: bool,
}

/// A store somebody can be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoreChoice {
    /// Its id.
    pub id: StoreId,
    /// Its name.
    pub name: String,
}

/// Somebody who was asked to join and has not answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationRow {
    /// Its id.
    pub id: InvitationId,
    /// Who.
    pub email: String,
    /// As what.
    pub role_name: String,
    /// In which stores; `None` for all.
    pub stores: Option<Vec<String>>,
    /// By whom.
    pub invited_by: String,
    /// When the mail was sent last.
    pub sent_at: OffsetDateTime,
    /// Until when it can be accepted.
    pub expires_at: OffsetDateTime,
    /// Whether that is over.
    pub is_expired: bool,
}

/// A merchant about to be handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingTransfer {
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Until when they can accept.
    pub expires_at: OffsetDateTime,
}

/// A store's team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamPage {
    /// Who works there, owners first.
    pub members: Vec<TeamMember>,
    /// Who was asked to.
    pub invitations: Vec<InvitationRow>,
    /// What they can be.
    pub roles: Vec<RoleRow>,
    /// Where they can work, as far as whoever asks may say so.
    pub stores: Vec<StoreChoice>,
    /// Whether whoever asks may let others work in all stores.
    pub may_grant_all_stores: bool,
    /// Whether whoever asks owns the merchant.
    pub am_owner: bool,
    /// The name of the merchant.
    pub merchant: String,
    /// To be handed over.
    pub transfer: Option<PendingTransfer>,
}

/// An invitation as the invited sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationView {
    /// Whose team: a merchant's or the platform's name.
    pub team: String,
    /// By whom.
    pub invited_by: String,
    /// As what.
    pub role_name: String,
    /// Whom.
    pub email: String,
    /// Whether it is to run the platform.
    pub for_operators: bool,
    /// Whether this address has an account already. Only who reads its mail gets here.
    pub has_account: bool,
    /// Who is signed in in this browser.
    pub signed_in_as: Option<String>,
    /// Whether that is the invited.
    pub is_me: bool,
    /// Until when it can be accepted.
    pub expires_at: OffsetDateTime,
}

/// A transfer of ownership as the new owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferView {
    /// The merchant.
    pub merchant: String,
    /// The owner until now.
    pub from: String,
    /// The address of the new one.
    pub email: String,
    /// Who is signed in in this browser.
    pub signed_in_as: Option<String>,
    /// Whether that is the new owner.
    pub is_me: bool,
    /// Until when it can be accepted.
    pub expires_at: OffsetDateTime,
}
