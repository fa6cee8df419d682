//! Invitations: into a merchant's team, or among a platform's operators.

mod accept;
mod accepted;
mod invite;
mod join;
mod letter;
mod open;
mod pending;
mod resend;
mod revoke;
mod write;

pub use accept::accept_invitation;
pub use accepted::ACCEPTED;
pub use invite::{invite, invite_operator, invite_owner};
pub use join::join_team;
pub use open::open_invitation;
pub use resend::resend_invitation;
pub use revoke::revoke_invitation;

pub(super) use letter::platform_address;
pub(super) use pending::pending;
