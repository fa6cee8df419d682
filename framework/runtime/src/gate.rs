//! The door of the server functions: decides who may knock before anything runs, and serves forms without scripts.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use orion_kernel::{AppError, Frontend, Registry};

use crate::{Ctx, cookies, flash, request::StatusCodeOf};

/// The largest form; uploads have their own routes.
const MAX_FORM_BYTES: usize = 1 << 20;
/// The one function of a back office for people who are not signed in yet.
const DOOR: &str = "sign_in";
/// The largest upload.
const MAX_UPLOAD_BYTES: usize = 32 << 20;

/// A server function's place: `/api/v1/<frontend>/<module>/<endpoint>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endpoint<'p> {
    /// The frontend it serves.
    pub frontend: Frontend,
    /// The module it belongs to.
    pub module: &'p str,
    /// Its own name.
    pub name: &'p str,
}

impl<'p> Endpoint<'p> {
    /// Reads a path below a frontend's base.
    #[must_use]
    pub fn parse(path: &'p str) -> Option<Self> {
        let mut parts = path.strip_prefix("/api/v1/")?.split('/');
        let endpoint =
            Self { frontend: Frontend::from_code(parts.next()?)?, module: parts.next()?, name: parts.next()? };
        parts.next().is_none().then_some(endpoint)
    }
}

/// Decides whether a request may reach its server function at all.
///
/// # Errors
///
/// In this order: `NotFound` for an unknown or disabled module or another frontend's function, `Forbidden` for a request
/// from another site, `Unauthenticated` in a back office for whoever is not signed in there, `RateLimited`.
pub fn admit(ctx: &Ctx, registry: &Registry, method: &Method, headers: &HeaderMap) -> Result<(), AppError> {
    let scope = ctx.scope();
    let endpoint = Endpoint::parse(&scope.path).ok_or_else(AppError::not_found)?;
    if endpoint.frontend != scope.frontend
        || registry.get(endpoint.module).is_none()
        || !scope.has_module(endpoint.module)
    {
        return Err(AppError::not_found());
    }
    if *method != Method::POST {
        return Err(AppError::not_found());
    }
    if !is_same_origin(&scope.origin, headers) {
        return Err(AppError::forbidden());
    }
    let class = ctx.app().rate_class(endpoint.module, endpoint.name);
    let is_for_team = matches!(scope.frontend, Frontend::Admin | Frontend::Store);
    if is_for_team && ctx.principal().is_none() && endpoint.name != DOOR {
        return Err(AppError::unauthenticated());
    }
    let tenant = scope.store_id().map_or_else(|| scope.platform_id().0, |store| store.0);
    ctx.app()
        .rate_limiter()
        .check(class, tenant, scope.ip)
        .map_err(|retry_after_secs| AppError::rate_limited().with("retry_after_secs", retry_after_secs))
}

/// Browsers say where a request comes from; a sibling store on the same domain is "same-site" and not let in.
fn is_same_origin(origin: &str, headers: &HeaderMap) -> bool {
    match headers.get("sec-fetch-site").map(HeaderValue::as_bytes) {
        Some(b"same-origin") => true,
        Some(_) => false,
        None => headers.get(header::ORIGIN).is_none_or(|from| from.as_bytes() == origin.as_bytes()),
    }
}

/// Runs a server function behind the gate. `run` gets the request with the frontend's base taken off its path.
///
/// A form posted without scripts that fails leads back to its page, with the input and the error in a cookie.
pub async fn serve<F, Fut>(ctx: Ctx, request: Request, run: F) -> Response
where
    F: FnOnce(Request) -> Fut,
    Fut: Future<Output = Response>,
{
    let (mut parts, body) = request.into_parts();
    let is_plain_form = parts
        .headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"));
    let referer = same_site_path(&ctx, &parts.headers);
    if let Err(error) = admit(&ctx, ctx.app().registry(), &parts.method, &parts.headers) {
        return refuse(&ctx, &error, is_plain_form, referer.as_deref(), &[]);
    }
    let is_multipart =
        parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    let limit = if is_multipart { MAX_UPLOAD_BYTES } else { MAX_FORM_BYTES };
    let Ok(bytes) = to_bytes(body, limit).await else {
        return refuse(&ctx, &AppError::too_large(), is_plain_form, referer.as_deref(), &[]);
    };
    if let Ok(uri) = ctx.scope().path.parse::<Uri>() {
        parts.uri = uri;
    }
    let response = run(Request::from_parts(parts, Body::from(bytes.clone()))).await;
    if response.status().is_success() {
        return response;
    }
    if !is_plain_form {
        return with_status(response).await;
    }
    match failure(&response) {
        Some(error) => refuse(&ctx, &error, true, referer.as_deref(), if is_multipart { &[] } else { &bytes }),
        None => response,
    }
}

/// A server function that fails answers with 500 whatever the error is; the error knows better.
async fn with_status(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, MAX_FORM_BYTES).await else {
        return AppError::internal().status_code().into_response();
    };
    if parts.status == StatusCode::INTERNAL_SERVER_ERROR
        && let Ok(error) = serde_json::from_slice::<AppError>(&bytes)
    {
        parts.status = error.status_code();
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// The error a server function answered a plain form with: the framework redirects to the page with it in the query.
fn failure(response: &Response) -> Option<AppError> {
    use leptos::server_fn::error::FromServerFnError as _;
    let location = response.headers().get(header::LOCATION)?.to_str().ok()?;
    let (_, query) = location.split_once('?')?;
    let encoded =
        url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "__err").map(|(_, value)| value)?;
    let bytes = base64::Engine::decode(&base64::engine::general_purpose::URL_SAFE, encoded.as_bytes()).ok()?;
    Some(AppError::de(bytes::Bytes::from(bytes)))
}

fn refuse(ctx: &Ctx, error: &AppError, is_plain_form: bool, referer: Option<&str>, body: &[u8]) -> Response {
    let mut response = match referer {
        Some(page) if is_plain_form && error.status() != 404 => {
            let mut response = StatusCode::SEE_OTHER.into_response();
            if let Ok(page) = HeaderValue::from_str(page) {
                response.headers_mut().insert(header::LOCATION, page);
            }
            if let Some(value) = flash::encode(&ctx.scope().path, body, error.clone()) {
                let name = cookies::full_name(ctx.app().config(), ctx.scope(), flash::COOKIE);
                let cookie = cookies::header(ctx.app().config(), name, value, None);
                if let Ok(cookie) = HeaderValue::from_str(&cookie) {
                    response.headers_mut().append(header::SET_COOKIE, cookie);
                }
            }
            response
        }
        _ => (error.status_code(), axum::Json(error)).into_response(),
    };
    let retry_after = error.params.iter().find(|(name, _)| name == "retry_after_secs");
    if let Some(seconds) = retry_after.and_then(|(_, seconds)| HeaderValue::from_str(seconds).ok()) {
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    response
}

/// The page a form was on, if it is one of ours.
fn same_site_path(ctx: &Ctx, headers: &HeaderMap) -> Option<String> {
    let referer = headers.get(header::REFERER)?.to_str().ok()?;
    let path = referer.strip_prefix(&ctx.scope().origin)?;
    path.starts_with('/').then(|| path.to_owned())
}
