//! A merchant is handed over to somebody of its team.

mod accept_transfer;
mod letters;
mod open_transfer;
mod revoke_transfer;
mod start_transfer;

pub use accept_transfer::accept_transfer;
pub use open_transfer::open_transfer;
pub use revoke_transfer::revoke_transfer;
pub use start_transfer::start_transfer;
