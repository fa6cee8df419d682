//! What holds for the program as a whole, asked of its own lists of modules and server functions.

#[path = "program/bad_requests.rs"]
mod bad_requests;
#[path = "program/budgets.rs"]
mod budgets;
#[path = "program/doors.rs"]
mod doors;
#[path = "program/features.rs"]
mod features;
#[path = "program/hosts.rs"]
mod hosts;
#[path = "program/library.rs"]
mod library;
#[path = "program/lists.rs"]
mod lists;
#[path = "program/security.rs"]
mod security;
#[path = "program/switches.rs"]
mod switches;
#[path = "program/tables.rs"]
mod tables;
#[path = "program/tenants.rs"]
mod tenants;

use orion_kernel::Frontend;
use orion_runtime::gate::Endpoint;

/// Every server function of the program: its path and its place.
fn endpoints() -> Vec<(&'static str, Endpoint<'static>)> {
    let mut paths: Vec<&'static str> = server_fn::axum::server_fn_paths().map(|(path, _)| path).collect();
    paths.sort_unstable();
    paths
        .into_iter()
        .map(|path| (path, Endpoint::parse(path).unwrap_or_else(|| panic!("{path} is not below /api/v1"))))
        .collect()
}

fn endpoints_of(frontend: Frontend) -> Vec<&'static str> {
    endpoints().into_iter().filter(|(_, endpoint)| endpoint.frontend == frontend).map(|(path, _)| path).collect()
}
