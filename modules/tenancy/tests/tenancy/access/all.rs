//! Roles, teams, invitations, transfers, operators and keys, through the doors people use.

mod api_keys;
pub mod builders;
mod escalation;
mod invitations;
mod operators;
mod team;
mod transfers;
mod users;
