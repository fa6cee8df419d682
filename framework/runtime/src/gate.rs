//! The door of the server functions: decides who may knock before anything runs, and serves forms without scripts.

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::Request,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use orion_kernel::{AppError, ErrorKind, Frontend, Registry};

use crate::{
    Ctx, Scope, access, cookies, flash,
    input::{self, has_nul, read_body},
    rate_limit::RateClass,
    request::StatusCodeOf,
    server_fns::accepts_html,
};

/// The largest form; uploads have their own routes.
const MAX_FORM_BYTES: usize = 1 << 20;
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
/// In this order: `NotFound` for an unknown function, one of a disabled module or of another frontend, `Forbidden` for a
/// request from another site, `Unauthenticated` in a back office for whoever is not signed in there, `Forbidden`
/// `second_factor_required` for whoever has to set up a second factor first, `Forbidden` `store_suspended` for changes in a
/// store that is suspended, `storefront_locked` or `storefront_closed` in a storefront that lets this shopper not in,
/// `RateLimited`.
pub fn admit(ctx: &Ctx, registry: &Registry, method: &Method, headers: &HeaderMap) -> Result<(), AppError> {
    let scope = ctx.scope();
    let endpoint = Endpoint::parse(&scope.path).ok_or_else(AppError::not_found)?;
    if endpoint.frontend != scope.frontend
        || registry.get(endpoint.module).is_none()
        || !scope.has_module(endpoint.module)
    {
        return Err(AppError::not_found());
    }
    if *method != Method::POST || server_fn::axum::get_server_fn_service(&scope.path, Method::POST).is_none() {
        return Err(AppError::not_found());
    }
    if !is_same_origin(&scope.origin, headers) {
        return Err(AppError::forbidden());
    }
    let class = ctx.app().rate_class(endpoint.module, endpoint.name);
    let is_for_team = matches!(scope.frontend, Frontend::Admin | Frontend::Store);
    match ctx.principal() {
        None if is_for_team && !ctx.app().is_door(endpoint.module, endpoint.name) => {
            return Err(AppError::unauthenticated());
        }
        Some(principal)
            if principal.lacks_second_factor
                && !ctx.app().is_open_without_second_factor(endpoint.module, endpoint.name) =>
        {
            return Err(AppError::new(ErrorKind::Forbidden, "second_factor_required"));
        }
        _ => {}
    }
    if scope.store.as_ref().is_some_and(|store| store.is_frozen()) && !is_allowed_while_frozen(scope, class, &endpoint)
    {
        return Err(AppError::new(ErrorKind::Forbidden, "store_suspended"));
    }
    if let Some(barrier) = access::barrier(ctx)
        && !is_way_out(&endpoint)
        && (endpoint.module, endpoint.name) != access::DOOR
    {
        return Err(barrier.error());
    }
    let tenant = scope.store_id().map_or_else(|| scope.platform_id().0, |store| store.0);
    ctx.app()
        .rate_limiter()
        .check(class, tenant, scope.ip)
        .map_err(|retry_after_secs| AppError::rate_limited().with("retry_after_secs", retry_after_secs))
}

/// What a suspended store still answers: its team looks and signs out, shoppers sign out, and whoever looks through somebody
/// else's eyes can end that.
fn is_allowed_while_frozen(scope: &Scope, class: RateClass, endpoint: &Endpoint<'_>) -> bool {
    is_way_out(endpoint) || (scope.frontend == Frontend::Store && class == RateClass::Read)
}

fn is_way_out(endpoint: &Endpoint<'_>) -> bool {
    matches!(endpoint.name, "sign_out" | "end_impersonation")
}

/// Browsers say where a request comes from; a sibling store on the same domain is "same-site" and not let in.
fn is_same_origin(origin: &str, headers: &HeaderMap) -> bool {
    match headers.get("sec-fetch-site").map(HeaderValue::as_bytes) {
        Some(b"same-origin") => true,
        Some(_) => false,
        None => headers.get(header::ORIGIN).is_none_or(|from| from.as_bytes() == origin.as_bytes()),
    }
}

/// A refused form that leads back to no page of ours: whoever sent it is shown a page that says why.
#[derive(Debug)]
pub struct Refusal {
    /// Why.
    pub error: AppError,
    /// What the answer must carry: cookies that were set before it failed, and when to try again.
    pub headers: HeaderMap,
}

/// Who sent a request: a script, or a browser that sends a form by itself.
struct Sender {
    is_plain_form: bool,
    /// The page the form was on, if it is one of ours.
    page: Option<String>,
}

impl Sender {
    fn of(ctx: &Ctx, headers: &HeaderMap) -> Self {
        Self { is_plain_form: accepts_html(headers), page: same_site_path(ctx, headers) }
    }
}

/// Runs a server function behind the gate. `run` gets the request with the frontend's base taken off its path.
///
/// A form posted without scripts that fails leads back to its page, with the input and the error in a cookie.
///
/// # Errors
///
/// The form failed and there is no such page, or what it was sent to is not there.
pub async fn serve<F, Fut>(ctx: Ctx, request: Request, run: F) -> Result<Response, Box<Refusal>>
where
    F: FnOnce(Request) -> Fut,
    Fut: Future<Output = Response>,
{
    let (mut parts, body) = request.into_parts();
    let sender = Sender::of(&ctx, &parts.headers);
    if let Err(error) = admit(&ctx, ctx.app().registry(), &parts.method, &parts.headers) {
        input::discard(body);
        return refuse(&ctx, error, &sender, &[], HeaderMap::new());
    }
    let upload = input::upload(&parts.headers);
    let limit = if upload.is_some() { MAX_UPLOAD_BYTES } else { MAX_FORM_BYTES };
    let bytes = match read_body(body, &parts.headers, limit).await {
        Ok(bytes) if upload.is_none() && has_nul(&bytes) => {
            return refuse(&ctx, AppError::invalid("invalid_characters"), &sender, &[], HeaderMap::new());
        }
        Ok(bytes) => bytes,
        Err(error) => return refuse(&ctx, error, &sender, &[], HeaderMap::new()),
    };
    if let Ok(uri) = ctx.scope().path.parse::<Uri>() {
        parts.uri = uri;
    }
    let entered = if upload.is_some() { Bytes::new() } else { bytes.clone() };
    parts.headers.insert(header::CONTENT_TYPE, upload.unwrap_or(input::NO_UPLOAD));
    let response = run(Request::from_parts(parts, Body::from(bytes))).await;
    if response.status().is_success() {
        return Ok(response);
    }
    if !sender.is_plain_form {
        return Ok(with_status(response).await);
    }
    match failure(&response) {
        Some(error) => refuse(&ctx, error, &sender, &entered, cookies_of(&response)),
        None => Ok(response),
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
        parts.headers.extend(retry_after(&error).map(|seconds| (header::RETRY_AFTER, seconds)));
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

/// What a verb set before it failed holds: a session that ended stays ended.
fn cookies_of(response: &Response) -> HeaderMap {
    let cookies = response.headers().get_all(header::SET_COOKIE);
    cookies.iter().map(|cookie| (header::SET_COOKIE, cookie.clone())).collect()
}

fn refuse(
    ctx: &Ctx,
    error: AppError,
    sender: &Sender,
    entered: &[u8],
    mut headers: HeaderMap,
) -> Result<Response, Box<Refusal>> {
    headers.extend(retry_after(&error).map(|seconds| (header::RETRY_AFTER, seconds)));
    if !sender.is_plain_form {
        return Ok((error.status_code(), headers, axum::Json(error)).into_response());
    }
    match sender.page.as_deref().and_then(|page| HeaderValue::from_str(page).ok()) {
        Some(page) if error.kind != ErrorKind::NotFound => {
            headers.insert(header::LOCATION, page);
            headers.extend(flash_cookie(ctx, entered, error).map(|cookie| (header::SET_COOKIE, cookie)));
            Ok((StatusCode::SEE_OTHER, headers).into_response())
        }
        _ => Err(Box::new(Refusal { error, headers })),
    }
}

/// When it is worth trying again.
fn retry_after(error: &AppError) -> Option<HeaderValue> {
    let (_, seconds) = error.params.iter().find(|(name, _)| name == "retry_after_secs")?;
    HeaderValue::from_str(seconds).ok()
}

fn flash_cookie(ctx: &Ctx, entered: &[u8], error: AppError) -> Option<HeaderValue> {
    let value = flash::encode(&ctx.scope().path, entered, error)?;
    let name = cookies::full_name(ctx.app().config(), ctx.scope(), flash::COOKIE);
    HeaderValue::from_str(&cookies::header(ctx.app().config(), name, value, None)).ok()
}

/// The page a form was on, if it is one of ours.
fn same_site_path(ctx: &Ctx, headers: &HeaderMap) -> Option<String> {
    let referer = headers.get(header::REFERER)?.to_str().ok()?;
    let path = referer.strip_prefix(&ctx.scope().origin)?;
    // Two slashes, leaning either way, would lead to another host.
    let is_ours = path.starts_with('/') && !path[1..].starts_with(['/', '\\']);
    is_ours.then(|| path.to_owned())
}
