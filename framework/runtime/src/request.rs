//! The layer that turns a request into a context, before anything else looks at it.

use axum::{
    Json,
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use http::{HeaderValue, Method, StatusCode, header, uri::PathAndQuery};
use orion_kernel::{AppError, Frontend, Locale};
use time::{Duration, OffsetDateTime};

use crate::{
    App, Ctx, Scope,
    input::has_nul_in_address,
    resolve::{Resolved, resolve},
    server_fns::LANGUAGE_COOKIE,
    session,
    telemetry::{Client, RequestId},
};

/// No platform and no store answers to this host or path: the server shows its plainest page.
#[derive(Clone, Copy, Debug)]
pub struct UnknownPlace;

/// Finds tenant, frontend, language and person, and puts the [`Ctx`] into the request's extensions. Needs the layer of
/// [`crate::telemetry`] outside of it.
pub async fn find_context(State(app): State<App>, mut request: Request, next: Next) -> Response {
    if has_nul_in_address(request.uri().path_and_query().map_or("", PathAndQuery::as_str).as_bytes()) {
        return (StatusCode::BAD_REQUEST, Json(AppError::invalid("invalid_characters"))).into_response();
    }
    // Two hosts are two answers to whose request this is, and a proxy before us may have believed the other.
    if request.headers().get_all(header::HOST).iter().nth(1).is_some() {
        return StatusCode::BAD_REQUEST.into_response();
    }
    let path = request.uri().path().to_owned();
    let client = request.extensions().get::<Client>().cloned();
    let request_id = request.extensions().get::<RequestId>().map(ToString::to_string).unwrap_or_default();
    let Some(client) = client else { return AppError::internal().status_code().into_response() };
    let scope = match resolve(&app, &client, &request_id, &path).await {
        Ok(Resolved::Scope(scope)) => *scope,
        Ok(Resolved::Moved(path)) => {
            let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
            return Redirect::permanent(&format!("{}{query}", here(&path))).into_response();
        }
        Ok(Resolved::Elsewhere(path)) => {
            let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
            return Redirect::temporary(&format!("{}{query}", here(&path))).into_response();
        }
        Ok(Resolved::Unknown) => {
            request.extensions_mut().insert(UnknownPlace);
            return next.run(request).await;
        }
        Err(error) => return AppError::from(error).status_code().into_response(),
    };
    if let Some(address) = primary_address(&app, &scope, client.host_name(), &request) {
        return moved_to(&address);
    }
    if let Some(language) = chosen_language(&scope, &request) {
        return remember_language(&app, &scope, language, request.uri().query().unwrap_or_default());
    }
    let cookies = cookie_header(&request);
    if let Some(language) = preferred_language(&app, &scope, &request, cookies.as_deref()) {
        return Redirect::temporary(&format!("/{}{}", language.code(), scope.unprefixed_base)).into_response();
    }
    #[expect(clippy::disallowed_methods, reason = "sessions expire by the clock on the wall")]
    let now = OffsetDateTime::now_utc();
    let found = match &cookies {
        Some(cookies) => match session::find(&app, &scope, cookies, now).await {
            Ok(found) => found,
            Err(error) => return AppError::from(error).status_code().into_response(),
        },
        None => None,
    };
    let (principal, renewed) = found.map_or((None, None), |found| (Some(found.principal), found.renewed));
    let frontend = scope.frontend;
    request.extensions_mut().insert(Ctx::new(app, scope, principal, cookies));
    let mut response = next.run(request).await;
    response.extensions_mut().insert(frontend);
    if let Some(cookie) = renewed {
        renew_session(&mut response, &cookie);
    }
    response
}

/// Where a page of a storefront is when it was asked for at another host of its store than the one links lead to. What is
/// posted, and what programs ask, is answered at any of them.
fn primary_address(app: &App, scope: &Scope, host: &str, request: &Request) -> Option<String> {
    let store = scope.store.as_ref().filter(|_| scope.frontend == Frontend::Storefront)?;
    let is_own_host = scope.unprefixed_base.is_empty() && store.host != host;
    let is_page = matches!(*request.method(), Method::GET | Method::HEAD) && !scope.path.starts_with("/api/");
    let path = request.uri().path_and_query().map_or("/", PathAndQuery::as_str);
    (is_own_host && is_page).then(|| format!("{}{path}", app.config().public_origin.of_host(&store.host)))
}

/// For good, as far as search engines are concerned; browsers ask again, for a merchant may change their mind.
fn moved_to(address: &str) -> Response {
    let caching = (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=600"));
    match HeaderValue::from_str(address) {
        Ok(address) => (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, address), caching]).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A path as an address of this host, whatever it begins with: browsers take two slashes, leaning either way, for the
/// beginning of another host.
fn here(path: &str) -> String {
    format!("/{}", path.trim_start_matches(['/', '\\']))
}

/// A language menu's link: `?language=fr` on any page.
fn chosen_language(scope: &Scope, request: &Request) -> Option<Locale> {
    let query = request.uri().query().filter(|_| request.method() == Method::GET)?;
    let (_, code) = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "language")?;
    Locale::from_code(&code).filter(|locale| scope.locales().contains(locale))
}

/// Leads to the page in its new language, with what else was asked of it, and remembers the choice for the home page.
fn remember_language(app: &App, scope: &Scope, language: Locale, query: &str) -> Response {
    let prefix =
        if scope.locales().first() == Some(&language) { String::new() } else { format!("/{}", language.code()) };
    let asked: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("language=")).collect();
    let query = if asked.is_empty() { String::new() } else { format!("?{}", asked.join("&")) };
    let address = here(&format!("{prefix}{}{}{query}", scope.unprefixed_base, scope.path));
    let name = crate::cookies::full_name(app.config(), scope, LANGUAGE_COOKIE);
    let cookie = crate::cookies::header(app.config(), name, language.code().to_owned(), Some(Duration::days(365)));
    let mut response = Redirect::to(&address).into_response();
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// The session's new token, unless the answer has said already what becomes of the session.
fn renew_session(response: &mut Response, cookie: &str) {
    let name = cookie.split_once('=').map_or(cookie, |(name, _)| name);
    let set = response.headers().get_all(header::SET_COOKIE);
    let is_set = set.iter().any(|value| value.as_bytes().starts_with(format!("{name}=").as_bytes()));
    if let (false, Ok(cookie)) = (is_set, HeaderValue::from_str(cookie)) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

fn cookie_header(request: &Request) -> Option<String> {
    let values: Vec<&str> =
        request.headers().get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok()).collect();
    (!values.is_empty()).then(|| values.join("; "))
}

/// The home page in the language a visitor chose before, or their browser asks for. Every other address means what it says.
fn preferred_language(app: &App, scope: &Scope, request: &Request, cookies: Option<&str>) -> Option<Locale> {
    let is_home = scope.path == "/" && scope.base == scope.unprefixed_base && request.method() == Method::GET;
    if !is_home {
        return None;
    }
    let name = crate::cookies::full_name(app.config(), scope, LANGUAGE_COOKIE);
    let chosen =
        cookies.and_then(|cookies| crate::cookies::find(cookies, &name)).and_then(|code| Locale::from_code(&code));
    let accepted = || {
        let header = request.headers().get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        Locale::from_accept_language(header)
    };
    let wanted = chosen.or_else(accepted)?;
    (wanted != scope.locale && scope.locales().contains(&wanted)).then_some(wanted)
}

/// An error's status, for answers without a page.
pub(crate) trait StatusCodeOf {
    /// The status.
    fn status_code(&self) -> http::StatusCode;
}

impl StatusCodeOf for AppError {
    fn status_code(&self) -> http::StatusCode {
        http::StatusCode::from_u16(self.status()).unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR)
    }
}
