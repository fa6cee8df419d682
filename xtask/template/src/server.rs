//! The server's half: verbs, questions, reactions.

use orion_runtime::ModuleServer;

/// What the module registers.
#[must_use]
pub fn register() -> ModuleServer {
    ModuleServer::new("__code__")
}
