//! The door of the server functions: decides who may knock before anything runs, and serves forms without scripts.

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::Request,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use orion_kernel::{AppError, ErrorKind, Frontend, Registry};

use crate::{
    Ctx, cookies, flash,
    input::{self, has_nul, read_body},
    request::StatusCodeOf,
};

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
/// In this order: `NotFound` for an unknown function, one of a disabled module or of another frontend, `Forbidden` for a
/// request from another site, `Unauthenticated` in a back office for whoever is not signed in there, `RateLimited`.
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
        let accepted = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
        Self {
            is_plain_form: accepted.is_some_and(|accept| accept.contains("text/html")),
            page: same_site_path(ctx, headers),
        }
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
    let retry_after = error.params.iter().find(|(name, _)| name == "retry_after_secs");
    if let Some(seconds) = retry_after.and_then(|(_, seconds)| HeaderValue::from_str(seconds).ok()) {
        headers.insert(header::RETRY_AFTER, seconds);
    }
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

fn flash_cookie(ctx: &Ctx, entered: &[u8], error: AppError) -> Option<HeaderValue> {
    let value = flash::encode(&ctx.scope().path, entered, error)?;
    let name = cookies::full_name(ctx.app().config(), ctx.scope(), flash::COOKIE);
    HeaderValue::from_str(&cookies::header(ctx.app().config(), name, value, None)).ok()
}

/// The page a form was on, if it is one of ours.
fn same_site_path(ctx: &Ctx, headers: &HeaderMap) -> Option<String> {
    let referer = headers.get(header::REFERER)?.to_str().ok()?;
    let path = referer.strip_prefix(&ctx.scope().origin)?;
    path.starts_with('/').then(|| path.to_owned())
}
