//! Where a store is found: its name before the platform's host, and domains of its own, which answer when they are proved.

mod add_domain;
mod change_subdomain;
mod check_domain;
mod claim;
mod host;
mod list_domains;
mod look;
mod make_primary;
mod remove_domain;
mod task;

pub use add_domain::add_domain;
pub use change_subdomain::change_subdomain;
pub use check_domain::check_domain;
pub use list_domains::domain_settings;
pub use make_primary::make_primary;
pub use remove_domain::remove_domain;
pub use task::CheckDomain;
