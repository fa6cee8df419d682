//! Roles of merchants' teams and of operators.

mod catalogue;
mod delete_role;
mod list_roles;
mod names;
mod open_role;
mod presets;
mod realm;
mod save_role;

pub use delete_role::delete_role;
pub use list_roles::list_roles;
pub use open_role::open_role;
pub use realm::Realm;
pub use save_role::save_role;

pub(super) use catalogue::{all_of, groups, labels};
pub(super) use list_roles::choices;
pub(super) use names::{operator_role_name, role_name};
pub(super) use realm::{Held, held_in_team, role_code, role_key};
