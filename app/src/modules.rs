//! The one list of modules.

use std::sync::OnceLock;

use orion_kernel::{ModuleDefinition, Registry};

/// A module's two halves. The server's is named only where there is a server.
macro_rules! modules {
    ($($krate:ident),* $(,)?) => {
        /// Every module's definition.
        #[must_use]
        pub fn definitions() -> Vec<ModuleDefinition> {
            vec![$($krate::definition()),*]
        }

        /// Every module's server half.
        #[cfg(not(target_family = "wasm"))]
        #[must_use]
        pub fn servers() -> Vec<orion_runtime::ModuleServer> {
            vec![crate::server::null_ports::register(), $($krate::server::register()),*]
        }
    };
}

modules![
    orion_tenancy,
    orion_core,
    orion_cms,
    orion_customers,
    orion_billing,
    orion_payments,
    orion_messaging,
    orion_catalog,
    orion_inventory,
    orion_cart,
    orion_orders,
    orion_checkout,
];

/// The modules in dependency order.
///
/// # Panics
///
/// When the list cannot work, with the reason; a test rules it out.
pub fn registry() -> &'static Registry {
    static REGISTRY: OnceLock<Registry> = OnceLock::new();
    REGISTRY.get_or_init(|| Registry::new(definitions()).unwrap_or_else(|error| panic!("{error}")))
}
