//! A merchant's team.

mod leave;
mod list_team;
mod make_owner;
mod member;
mod remove_member;
mod save_member;
mod stores;

pub use leave::leave_team;
pub use list_team::list_team;
pub use remove_member::remove_member;
pub use save_member::save_member;

pub(super) use make_owner::{make_owner, revoke_owners};
pub(super) use stores::chosen_stores;
