//! Pages about one's own account, the same in both back offices.

mod actions;
mod app;
mod codes;
mod email;
mod passkeys;
mod password;
mod second_factor;
mod security;
mod sessions;

pub use email::EmailSection;
pub use second_factor::{AdminSecondFactor, StoreSecondFactor};
pub use security::{AdminSecurity, StoreSecurity};
pub use sessions::{AdminSessions, StoreSessions};
