//! Renders a page: boot state, contexts, document, headers.

use std::collections::BTreeMap;

use axum::{
    extract::Request,
    response::{IntoResponse, Redirect, Response},
};
use http::{HeaderValue, Method, StatusCode, Uri, header};
use leptos::{PrefetchLazyFn, nonce::Nonce, prelude::*};
use leptos_axum::ResponseOptions;
use orion_kernel::{
    AppError, Boot, Frontend,
    boot::{FeatureState, SetStatus},
};
use orion_runtime::{
    Ctx,
    boot::{Extras, boot, is_forbidden, shown_menu},
    cookies, flash,
    gate::Refusal,
};

use super::{Address, Pages, features::features, parts::announce, security::page_policy};
use crate::document::{Document, document};

/// Where whoever must have a second factor sets one up, before anything else.
const SECOND_FACTOR: &str = "/profile/second-factor";

/// Shows the page at the request's path, or leads to where somebody signs in first.
pub async fn show(pages: Pages, ctx: Ctx, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    if let Some(gate) = gate(&ctx, &address(&request)) {
        return Redirect::to(&gate).into_response();
    }
    let cookie = ctx.cookie(flash::COOKIE);
    let gone = cookie.as_ref().and_then(|_| {
        let name = cookies::full_name(ctx.app().config(), ctx.scope(), flash::COOKIE);
        let gone = cookies::header(ctx.app().config(), name, String::new(), Some(time::Duration::ZERO));
        HeaderValue::from_str(&gone).ok()
    });
    let flash = cookie.and_then(|value| flash::decode(&value));
    let features = features(&ctx).await;
    let refused = is_forbidden(&ctx).then(AppError::forbidden);
    if let Some(elsewhere) = refused.as_ref().and_then(|_| way_on(&ctx, &features)) {
        return Redirect::to(&elsewhere).into_response();
    }
    let extras = Extras { features, flash, refused };
    let mut response = render(pages, ctx, request, extras).await;
    response.headers_mut().extend(gone.map(|gone| (header::SET_COOKIE, gone)));
    response
}

/// Whoever may not see the dashboard begins with the first page of their menu.
fn way_on(ctx: &Ctx, features: &BTreeMap<String, FeatureState>) -> Option<String> {
    let scope = ctx.scope();
    if scope.path != "/" {
        return None;
    }
    let menu = shown_menu(ctx, features);
    let first = menu.into_iter().flat_map(|section| section.items).next()?;
    Some(format!("{}{}", scope.base, first.path))
}

/// Says on a page of the frontend why a form was refused that came from no page of ours.
pub async fn refuse(pages: Pages, ctx: Ctx, request: Request, refusal: Refusal) -> Response {
    let extras = Extras { features: features(&ctx).await, flash: None, refused: Some(refusal.error) };
    let mut response = render(pages, ctx, request, extras).await;
    response.headers_mut().extend(refusal.headers);
    response
}

async fn render(pages: Pages, ctx: Ctx, mut request: Request, extras: Extras) -> Response {
    let boot = boot(&ctx, extras).await;
    let nonce = ctx.random_token();
    let page = page_document(&pages, &ctx, &boot, &request);
    let policy = page_policy(&nonce, ctx.app().config().environment.is_production());
    let is_private = ctx.principal().is_some();
    *request.uri_mut() = address(&request);
    let used = PrefetchLazyFn::default();
    let used_by_page = used.clone();
    let context = move || {
        provide_context(Nonce::from_value(nonce.clone()));
        provide_context(boot.clone());
        provide_context(ctx.clone());
        provide_context(used_by_page.clone());
        provide_context(SetStatus(set_status));
    };
    let at_once = page.starts_at_once;
    let response = leptos_axum::render_app_async_with_context(context, move || document(page.clone()))(request).await;
    let assets = &pages.assets;
    let mut response = announce(response, &used, &assets.package, &assets.bundles, at_once).await;
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    let caching = if is_private { "no-store" } else { "private, no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    response
}

/// As the browser shows it, with the frontend's base.
fn address(request: &Request) -> Uri {
    request.extensions().get::<Address>().map_or_else(|| request.uri().clone(), |Address(uri)| uri.clone())
}

/// Where somebody has to go first: back offices are for people who are signed in.
fn gate(ctx: &Ctx, address: &Uri) -> Option<String> {
    let scope = ctx.scope();
    if let Some(principal) = ctx.principal() {
        let must_enrol = principal.lacks_second_factor && scope.path != SECOND_FACTOR;
        return must_enrol.then(|| format!("{}{SECOND_FACTOR}", scope.base));
    }
    let next = address.path_and_query().map_or("/", |path| path.as_str());
    let next: String = form_urlencoded(next);
    match scope.frontend {
        Frontend::Admin if !is_door(&scope.path) => Some(format!("{}/sign-in?next={next}", scope.base)),
        Frontend::Store => {
            // A store's office may begin in another language than the platform.
            let mut others = scope.platform.locales.iter().skip(1);
            let language = others.find(|locale| **locale == scope.locale).map(|locale| format!("/{}", locale.code()));
            Some(format!("{}/sign-in?next={next}", language.unwrap_or_default()))
        }
        _ => None,
    }
}

/// What the admin shows to people who are not signed in.
fn is_door(path: &str) -> bool {
    matches!(path, "/sign-in" | "/sign-in/second-step" | "/forgotten-password" | "/new-password")
}

fn form_urlencoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

fn page_document(pages: &Pages, ctx: &Ctx, boot: &Boot, request: &Request) -> Document {
    let scope = ctx.scope();
    let cookies = request.headers().get(header::COOKIE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let theme = cookies::find(cookies, "theme").filter(|theme| theme == "light" || theme == "dark");
    let look = scope.store.as_ref().filter(|_| scope.frontend == Frontend::Storefront);
    Document {
        package: pages.assets.package.clone(),
        // Shoppers and visitors come to read, on any network; who works in a back office came to work.
        starts_at_once: matches!(scope.frontend, Frontend::Admin | Frontend::Store),
        styles: pages.assets.styles(scope.frontend, |module| scope.has_module(module)),
        theme_css: look
            .map(|store| orion_ui::style::theme_css(&store.theme))
            .or_else(|| scope.platform.brand.accent_hue.map(orion_ui::style::accent_css)),
        icon: scope.store.as_ref().and_then(|store| store.favicon.clone()),
        language: scope.locale.code(),
        frontend: scope.frontend.code(),
        base: boot.base.clone(),
        theme,
        alternates: alternates(ctx),
    }
}

/// The same page in the other languages, for search engines.
fn alternates(ctx: &Ctx) -> Vec<(&'static str, String)> {
    let scope = ctx.scope();
    if !matches!(scope.frontend, Frontend::Platform | Frontend::Storefront) {
        return Vec::new();
    }
    let default = scope.locales().first();
    let address = |locale: &orion_kernel::Locale| {
        let prefix = if Some(locale) == default { String::new() } else { format!("/{}", locale.code()) };
        format!("{}{prefix}{}{}", scope.origin, scope.unprefixed_base, scope.path)
    };
    scope.locales().iter().map(|locale| (locale.code(), address(locale))).collect()
}

fn set_status(status: u16) {
    if let (Some(response), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(status)) {
        response.set_status(status);
    }
}
