//! From host and path to platform, store, frontend and language.

use std::sync::Arc;

use orion_kernel::{Frontend, Locale};

use crate::{
    App, Result, Scope,
    scope::{Platform, Store},
    telemetry::Client,
};

/// What a host and a path lead to.
pub enum Resolved {
    /// A frontend.
    Scope(Box<Scope>),
    /// The same page has another, canonical address.
    Moved(String),
    /// The page is at another path for now: it depends on what somebody has set.
    Elsewhere(String),
    /// No such platform or store.
    Unknown,
}

/// Finds out where a request is.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn resolve(app: &App, client: &Client, request_id: &str, path: &str) -> Result<Resolved> {
    let directory = app.directory();
    let (platform, own_store) = match directory.platform_by_host(app, &client.host).await? {
        Some(platform) => (platform, None),
        None => match directory.store_by_host(app, &client.host).await? {
            Some((platform, store)) => (platform, Some(store)),
            None => return Ok(Resolved::Unknown),
        },
    };
    let (language, rest) = split_language(path);
    let (frontend, store, mount, rest) = match own_store {
        Some(store) => (Frontend::Storefront, Some(store), String::new(), rest),
        None => match mounted(app, &platform, rest).await? {
            Some(found) => found,
            None => return Ok(Resolved::Unknown),
        },
    };
    let offered = match (&store, frontend) {
        (Some(store), Frontend::Storefront) => &store.locales,
        (Some(store), Frontend::Store) => &store.office_locales,
        _ => &platform.locales,
    };
    let default = offered.first().copied().unwrap_or(Locale::En);
    let locale = language.unwrap_or(default);
    if frontend == Frontend::Store && (!offered.contains(&locale) || language == Some(default)) {
        return Ok(Resolved::Elsewhere(format!("{mount}{rest}")));
    }
    if !offered.contains(&locale) {
        return Ok(Resolved::Unknown);
    }
    if language == Some(default) {
        return Ok(Resolved::Moved(format!("{mount}{rest}")));
    }
    let prefix = language.map_or_else(String::new, |language| format!("/{}", language.code()));
    let scheme = if client.is_secure { "https" } else { "http" };
    Ok(Resolved::Scope(Box::new(Scope {
        frontend,
        locale,
        base: format!("{prefix}{mount}"),
        unprefixed_base: mount,
        path: if rest.is_empty() { "/".to_owned() } else { rest.to_owned() },
        origin: format!("{scheme}://{}", client.host),
        ip: client.ip,
        user_agent: client.user_agent.clone(),
        request_id: request_id.to_owned(),
        platform,
        store,
    })))
}

type Mounted<'p> = (Frontend, Option<Arc<Store>>, String, &'p str);

/// Which frontend a path on the platform's own host belongs to.
async fn mounted<'p>(app: &App, platform: &Platform, path: &'p str) -> Result<Option<Mounted<'p>>> {
    let (first, rest) = split_segment(path);
    let (frontend, mount) = match first {
        "admin" => return Ok(Some((Frontend::Admin, None, "/admin".to_owned(), rest))),
        "store" => (Frontend::Store, "store"),
        "storefront" => (Frontend::Storefront, "storefront"),
        _ => return Ok(Some((Frontend::Platform, None, String::new(), path))),
    };
    let (code, rest) = split_segment(rest);
    let store = app.directory().store_by_code(app, platform, code).await?;
    Ok(store.map(|store| (frontend, Some(store), format!("/{mount}/{code}"), rest)))
}

fn split_language(path: &str) -> (Option<Locale>, &str) {
    let (first, rest) = split_segment(path);
    match Locale::from_code(first) {
        Some(locale) => (Some(locale), if rest.is_empty() { "/" } else { rest }),
        None => (None, path),
    }
}

/// The first segment, and what follows with its slash.
fn split_segment(path: &str) -> (&str, &str) {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.find('/').map_or((path, ""), |end| path.split_at(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_a_whole_first_segment() {
        assert_eq!(split_language("/fr/products/x"), (Some(Locale::Fr), "/products/x"));
        assert_eq!(split_language("/fr"), (Some(Locale::Fr), "/"));
        assert_eq!(split_language("/frames"), (None, "/frames"));
        assert_eq!(split_language("/"), (None, "/"));
    }
}
