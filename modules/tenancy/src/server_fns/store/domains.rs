//! Where a store is found.

use leptos::prelude::*;
use orion_kernel::AppError;

use crate::views::DomainSettings;

/// The name below the platform's host, and the store's domains.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "domains_page")]
pub async fn domains_page() -> Result<DomainSettings, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_VIEW).await?;
    Ok(crate::server::domain_settings(&ctx).await?)
}

/// Changes the name below the platform's host.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "change_subdomain")]
pub async fn change_subdomain(subdomain: String) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::change_subdomain(&ctx, &subdomain).await?)
}

/// Says that a domain is the store's own.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "add_domain")]
pub async fn add_domain(host: String, #[server(default)] with_sibling: bool) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::add_domain(&ctx, &host, with_sibling).await?)
}

/// Looks at a domain now.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "check_domain")]
pub async fn check_domain(host: String) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::check_domain(&ctx, &host).await?)
}

/// Lets links lead to a domain; to the name below the platform's host when it is empty.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "make_primary")]
pub async fn make_primary(#[server(default)] host: String) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::make_primary(&ctx, &host).await?)
}

/// Gives a domain up.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "remove_domain")]
pub async fn remove_domain(host: String) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::remove_domain(&ctx, &host).await?)
}
