//! The program as an HTTP service: static files, the modules' own routes, server functions, pages.

mod access;
mod assets;
mod closed;
pub mod demo;
mod features;
pub mod null_ports;
mod pages;
mod parts;
mod plain;
mod security;

use std::{path::Path, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
};
use http::{StatusCode, Uri};
use leptos::prelude::provide_context;
use orion_runtime::{App, Ctx, ModuleServer, gate, health::Health, request::find_context, telemetry};
use tower_http::{
    CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer, timeout::TimeoutLayer,
};

pub use assets::Assets;

/// What pages need besides the application.
#[derive(Clone)]
struct Pages {
    assets: Arc<Assets>,
}

/// The address a request was made to; the inner routes see it without the frontend's base.
#[derive(Clone)]
struct Address(Uri);

/// Everything the program answers over HTTP.
///
/// # Errors
///
/// The browser files cannot be read.
pub fn router(app: App, health: Health, site: &Path) -> std::io::Result<Router> {
    // Resources spawn on it; nothing else in this set-up initialises it. A second time is fine.
    let _ = any_spawner::Executor::init_tokio();
    let assets = Arc::new(Assets::load(site, &app.config().secret_key)?);
    let pages = Pages { assets: assets.clone() };
    let inner = own_routes(&app).fallback(answer).with_state(pages.clone());
    let tenants = Router::new()
        .fallback_service(inner)
        .layer(from_fn(below_base))
        .layer(from_fn_with_state(pages.clone(), access::guard))
        .layer(from_fn(security::headers))
        .layer(from_fn_with_state(app.clone(), find_context))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(30)))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(pages, plain::dress))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(4)));
    Ok(Router::new()
        .merge(assets::routes(assets))
        .merge(orion_runtime::files::routes(app.files().clone()))
        .merge(orion_runtime::health::routes(health))
        .fallback_service(tenants)
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(app.config().clone(), telemetry::observe_requests)))
}

/// The modules' own routes; each answers only where its module is on.
fn own_routes(app: &App) -> Router<Pages> {
    let with_routes = app.modules().iter().filter_map(|module: &ModuleServer| Some((module.code, module.routes?)));
    with_routes.fold(Router::new(), |all, (code, routes)| {
        let where_on = move |request: Request, next: Next| async move {
            let is_on = request.extensions().get::<Ctx>().is_some_and(|ctx| ctx.scope().has_module(code));
            if is_on { next.run(request).await } else { StatusCode::NOT_FOUND.into_response() }
        };
        all.merge(routes(app.clone()).layer(from_fn(where_on)).with_state(()))
    })
}

/// Takes the frontend's base off the path, so that routes are the same in every language and store.
async fn below_base(mut request: Request, next: Next) -> Response {
    let address = request.uri().clone();
    if let Some(ctx) = request.extensions().get::<Ctx>() {
        let query = address.query().map(|query| format!("?{query}")).unwrap_or_default();
        if let Ok(below) = format!("{}{query}", ctx.scope().path).parse::<Uri>() {
            *request.uri_mut() = below;
        }
    }
    request.extensions_mut().insert(Address(address));
    next.run(request).await
}

async fn answer(State(pages): State<Pages>, request: Request) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else { return plain::unknown_place(&pages, &request) };
    if ctx.scope().path.starts_with("/api/") {
        return answer_api(pages, ctx, request).await;
    }
    pages::show(pages, ctx, request).await
}

async fn answer_api(pages: Pages, ctx: Ctx, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let page = Request::from_parts(parts.clone(), Body::empty());
    let calling = ctx.clone();
    let request = Request::from_parts(parts, body);
    match gate::serve(ctx.clone(), request, |request| call(calling, request)).await {
        Ok(response) => response,
        // A form that leads back to no page of ours: the page it is answered with has the same door.
        Err(refusal) => match orion_runtime::access::barrier(&ctx) {
            Some(barrier) => access::keep_out(pages, ctx, page, barrier).await,
            None => pages::refuse(pages, ctx, page, *refusal).await,
        },
    }
}

async fn call(ctx: Ctx, request: Request) -> Response {
    leptos_axum::handle_server_fns_with_context(move || provide_context(ctx.clone()), request).await.into_response()
}
