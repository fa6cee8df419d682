//! What the body of a server function starts with: the context, once it is clear that the caller may.

use std::sync::PoisonError;

use http::{HeaderMap, HeaderValue, header, request::Parts};
use leptos::{
    prelude::{Owner, provide_context, use_context},
    reactive::computed::ScopedFuture,
};
use leptos_axum::ResponseOptions;
use orion_kernel::{AppError, Frontend, Permission};
use time::Duration;

use crate::{Ctx, PlatformCtx, PrincipalKind, cookies};

/// The cookie that remembers a visitor's language.
pub const LANGUAGE_COOKIE: &str = "language";

fn current(frontend: Frontend) -> Result<Ctx, AppError> {
    let ctx = use_context::<Ctx>().ok_or_else(AppError::internal)?;
    if ctx.scope().frontend == frontend { Ok(ctx) } else { Err(AppError::not_found()) }
}

/// A team member in the store back office who holds the permission.
///
/// # Errors
///
/// `Unauthenticated` or `Forbidden`.
pub async fn ctx(permission: Permission) -> Result<Ctx, AppError> {
    let ctx = current(Frontend::Store)?;
    ctx.require(permission)?;
    Ok(ctx)
}

/// Anybody in a storefront.
///
/// # Errors
///
/// `NotFound` outside of a storefront.
pub async fn shopper() -> Result<Ctx, AppError> {
    current(Frontend::Storefront)
}

/// A customer who is signed in to a storefront.
///
/// # Errors
///
/// `Unauthenticated`.
pub async fn customer() -> Result<Ctx, AppError> {
    let ctx = current(Frontend::Storefront)?;
    match ctx.principal() {
        Some(principal) if principal.kind == PrincipalKind::Customer => Ok(ctx),
        _ => Err(AppError::unauthenticated()),
    }
}

/// Anybody on the platform's own pages.
///
/// # Errors
///
/// `NotFound` outside of them.
pub async fn visitor() -> Result<Ctx, AppError> {
    current(Frontend::Platform)
}

/// Anybody at the admin's door, for signing in.
///
/// # Errors
///
/// `NotFound` outside of the admin.
pub fn at_admin_door() -> Result<Ctx, AppError> {
    current(Frontend::Admin)
}

/// An operator in the admin who holds the permission.
///
/// # Errors
///
/// `Unauthenticated` or `Forbidden`.
pub async fn operator(permission: Permission) -> Result<PlatformCtx, AppError> {
    let ctx = current(Frontend::Admin)?;
    ctx.require(permission)?;
    Ok(ctx.across_tenants())
}

/// Whoever is signed in to the frontend at hand, for what needs no permission.
///
/// # Errors
///
/// `Unauthenticated`.
pub fn signed_in() -> Result<Ctx, AppError> {
    let ctx = use_context::<Ctx>().ok_or_else(AppError::internal)?;
    if ctx.principal().is_some() { Ok(ctx) } else { Err(AppError::unauthenticated()) }
}

/// Does something that sets cookies outside of a server function, in a module's own route: what it answers, and the headers
/// that belong into the response.
pub async fn with_headers<T>(doing: impl Future<Output = T>) -> (T, HeaderMap) {
    let options = ResponseOptions::default();
    let owner = Owner::new();
    owner.with(|| provide_context(options.clone()));
    let answer = owner.with(|| ScopedFuture::new(doing)).await;
    let mut parts = options.0.write().unwrap_or_else(PoisonError::into_inner);
    let headers = std::mem::take(&mut parts.headers);
    drop(parts);
    (answer, headers)
}

/// Goes to a path below the frontend's base, with or without scripts.
pub fn redirect(path: &str) {
    if let Some(ctx) = use_context::<Ctx>() {
        leptos_axum::redirect(&format!("{}{path}", ctx.scope().base));
    }
}

/// Goes to another frontend or site, or to the same one as somebody else or in another language: the page is loaded anew.
/// `address` is ours to choose, never a visitor's.
pub fn redirect_out(address: &str) {
    match use_context::<Ctx>() {
        // Where scripts run, the router takes what begins with a slash for a page of its own.
        Some(ctx) if address.starts_with('/') && !is_plain_form() => {
            leptos_axum::redirect(&format!("{}{address}", ctx.scope().origin));
        }
        _ => leptos_axum::redirect(address),
    }
}

/// Whether a browser posted the form by itself, and shows what is answered as its next page.
#[must_use]
pub fn is_plain_form() -> bool {
    use_context::<Parts>().is_some_and(|parts| accepts_html(&parts.headers))
}

pub(crate) fn accepts_html(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accepted.is_some_and(|accept| accept.contains("text/html"))
}

/// Sets a cookie that scripts cannot read. Without an age it ends with the browser's session.
pub fn set_cookie(ctx: &Ctx, name: &str, value: &str, max_age: Option<Duration>) {
    let name = cookies::full_name(ctx.app().config(), ctx.scope(), name);
    append_cookie(&cookies::header(ctx.app().config(), name, value.to_owned(), max_age));
}

/// Removes a cookie.
pub fn remove_cookie(ctx: &Ctx, name: &str) {
    set_cookie(ctx, name, "", Some(Duration::ZERO));
}

fn append_cookie(header: &str) {
    if let (Some(response), Ok(value)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(header)) {
        response.append_header(header::SET_COOKIE, value);
    }
}
