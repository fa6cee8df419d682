//! The door of every storefront: who is kept out sees one page, whatever they asked for; who has a link is let in.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use orion_kernel::Frontend;
use orion_runtime::{
    Ctx,
    access::{self, Barrier},
    cookies,
};

use super::{Pages, closed};

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");
/// Nothing is to be found before the store is open, not even by way of somebody who was let in.
const NOWHERE: HeaderValue = HeaderValue::from_static("noindex, nofollow");

/// What is answered in front of a closed door too: server functions, which are refused by their own gate; what programs
/// send, such as that money came in; and that robots stay away.
fn passes(path: &str) -> bool {
    path == "/robots.txt" || ["/api/", "/webhooks/"].iter().any(|prefix| path.starts_with(prefix))
}

/// Stands before everything that a storefront answers.
pub async fn guard(State(pages): State<Pages>, request: Request, next: Next) -> Response {
    let Some(ctx) =
        request.extensions().get::<Ctx>().filter(|ctx| ctx.scope().frontend == Frontend::Storefront).cloned()
    else {
        return next.run(request).await;
    };
    if let Some(answer) = take_link(&ctx, &request) {
        return answer;
    }
    let is_public = ctx.scope().store.as_ref().is_none_or(|store| access::is_public(store));
    let mut response = match access::barrier(&ctx) {
        Some(barrier) if !passes(&ctx.scope().path) => keep_out(pages, ctx, request, barrier).await,
        _ => next.run(request).await,
    };
    if !is_public {
        response.headers_mut().insert(ROBOTS, NOWHERE);
    }
    response
}

/// The page that says what stands in the way, or no more than a status for what is no browser.
pub async fn keep_out(pages: Pages, ctx: Ctx, request: Request, barrier: Barrier) -> Response {
    let status = match barrier {
        Barrier::Password => StatusCode::FORBIDDEN,
        Barrier::Suspended | Barrier::Closed | Barrier::Maintenance => StatusCode::SERVICE_UNAVAILABLE,
    };
    let mut response = if is_for_people(&request) {
        closed::page(pages, ctx, request, barrier).await
    } else {
        status.canonical_reason().unwrap_or_default().into_response()
    };
    *response.status_mut() = status;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if barrier != Barrier::Password {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(access::RETRY_AFTER_SECS));
    }
    response
}

fn is_for_people(request: &Request) -> bool {
    let accepts = request.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    matches!(*request.method(), Method::GET | Method::HEAD | Method::POST)
        && accepts.is_some_and(|accept| accept.contains("text/html") || accept.starts_with("*/*"))
}

/// A link that lets somebody in: its value moves from the address into a cookie. One that is no good is dropped.
fn take_link(ctx: &Ctx, request: &Request) -> Option<Response> {
    let is_page = matches!(*request.method(), Method::GET | Method::HEAD);
    let (value, address) = without_value(request.uri()).filter(|_| is_page)?;
    let store = ctx.scope().store.as_deref()?;
    let config = ctx.app().config();
    let mut headers = HeaderMap::new();
    if let Some(found) = access::preview(&config.secret_key, store, &value, ctx.now()) {
        let name = cookies::full_name(config, ctx.scope(), access::PREVIEW_COOKIE);
        let cookie = cookies::header(config, name, value, Some(found.max_age));
        headers.extend(HeaderValue::from_str(&cookie).ok().map(|cookie| (header::SET_COOKIE, cookie)));
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Some((headers, Redirect::to(&address)).into_response())
}

/// The link's value in an address, and the address without it.
fn without_value(uri: &Uri) -> Option<(String, String)> {
    let query = uri.query()?;
    let is_value = |name: &str| name == access::PREVIEW_PARAMETER;
    let value = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| is_value(name))?.1.into_owned();
    let rest: Vec<&str> =
        query.split('&').filter(|pair| !is_value(pair.split('=').next().unwrap_or_default())).collect();
    let query = if rest.is_empty() { String::new() } else { format!("?{}", rest.join("&")) };
    // Two slashes would begin the name of another host.
    Some((value, format!("/{}{query}", uri.path().trim_start_matches('/'))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_leaves_the_address_and_the_rest_stays() {
        for (address, expected) in [
            ("/?preview_key=s.x", Some(("s.x", "/"))),
            ("/products/a?colour=red&preview_key=t.1.y&page=2", Some(("t.1.y", "/products/a?colour=red&page=2"))),
            ("//evil.test/a?preview_key=", Some(("", "/evil.test/a"))),
            ("/products?page=2", None),
            ("/", None),
        ] {
            let found = without_value(&address.parse().expect("an address"));
            let expected = expected.map(|(value, rest)| (value.to_owned(), rest.to_owned()));
            assert_eq!(found, expected, "{address}");
        }
    }
}
