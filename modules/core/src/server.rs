//! What the module registers on the server.

mod dashboard;
mod list_audit;

use orion_runtime::ModuleServer;

pub use dashboard::dashboard;
pub use list_audit::list_audit;

/// The module's server half.
#[must_use]
pub fn register() -> ModuleServer {
    ModuleServer::new("core")
}
