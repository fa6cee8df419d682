//! What every answer tells the browser, and how every cookie is kept.

use orion_runtime::config::{Environment, Origin};
use orion_testing::{Actor, TestApp};
use reqwest::{Method, Response};

use super::{CUSTOMER, Door, MEMBER, OPERATOR, set_cookies};

/// As real shops run: behind TLS, which a proxy takes off.
async fn in_production() -> TestApp {
    TestApp::start_configured(|config| {
        let port = config.listen.port();
        config.environment = Environment::Production;
        config.public_origin = Origin::parse(&format!("https://localhost:{port}")).expect("an origin");
    })
    .await
}

async fn get(actor: &Actor, path: &str) -> Response {
    actor.request(Method::GET, path).header("accept", "text/html").send().await.expect("an answer")
}

fn header<'r>(answer: &'r Response, name: &str) -> &'r str {
    answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// What is missing in an answer.
fn gaps(answer: &Response) -> Vec<String> {
    let mut gaps = Vec::new();
    for (name, expected) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "strict-origin-when-cross-origin"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        if header(answer, name) != expected {
            gaps.push(format!("{name} is {:?}", header(answer, name)));
        }
    }
    let policy = header(answer, "content-security-policy");
    for part in ["default-src", "frame-ancestors 'none'", "base-uri 'none'"] {
        if !policy.contains(part) {
            gaps.push(format!("the policy lacks {part}: {policy}"));
        }
    }
    if policy.contains("unsafe-inline") || policy.contains("'unsafe-eval'") || policy.contains("script-src *") {
        gaps.push(format!("the policy lets anything run: {policy}"));
    }
    if !header(answer, "permissions-policy").contains("geolocation=()") {
        gaps.push("permissions-policy".to_owned());
    }
    for name in ["server", "x-powered-by", "access-control-allow-origin"] {
        if answer.headers().contains_key(name) {
            gaps.push(format!("{name} is told"));
        }
    }
    gaps
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_what_browsers_enforce() {
    let app = TestApp::start().await;
    let (visitor, shopper) = (app.visitor(), app.shopper("lumiere"));
    let owner = app.member("owner@lumiere.test", "lumiere").await;
    let mut faults = Vec::new();
    for (who, actor, path) in [
        ("a visitor", &visitor, "/"),
        ("a visitor", &visitor, "/sign-in"),
        ("a visitor", &visitor, "/admin/sign-in"),
        ("a visitor", &visitor, "/nothing/here"),
        ("a visitor", &visitor, "/api/v1/platform/tenancy/no_such"),
        ("a shopper", &shopper, "/"),
        ("a shopper", &shopper, "/products"),
        ("a shopper", &shopper, "/nothing/here"),
        ("a shopper", &shopper, "/robots.txt"),
        ("a shopper", &shopper, "/sitemap.xml"),
        ("an owner", &owner, "/"),
        ("an owner", &owner, "/settings"),
        ("an owner", &owner, "/products/export.csv"),
        ("an owner", &owner, "/nothing/here"),
    ] {
        let answer = get(actor, path).await;
        let told = format!("{who} at {path} ({})", answer.status());
        faults.extend(gaps(&answer).into_iter().map(|gap| format!("{told}: {gap}")));
        if who == "an owner" && !header(&answer, "cache-control").contains("no-store") {
            faults.push(format!("{told}: cache-control is {:?}", header(&answer, "cache-control")));
        }
        if answer.headers().contains_key("strict-transport-security") {
            faults.push(format!("{told}: there is no TLS in development"));
        }
    }
    let failed = visitor.request(Method::POST, "/api/v1/platform/tenancy/sign_in").header("accept", "application/json");
    let answer = failed.form(&[("email", "a@b.test"), ("password", "x")]).send().await.expect("an answer");
    faults.extend(gaps(&answer).into_iter().map(|gap| format!("a refused sign-in: {gap}")));
    assert!(faults.is_empty(), "{faults:#?}");
    app.stop().await;
}

/// What is wrong with how a cookie is kept.
fn flaws(cookie: &str, is_production: bool) -> Vec<&'static str> {
    let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
    let attributes: Vec<String> = attributes.split(';').map(|part| part.trim().to_ascii_lowercase()).collect();
    let has = |wanted: &str| attributes.iter().any(|part| part == wanted);
    let mut flaws = Vec::new();
    let checks = [
        (has("path=/"), "Path=/"),
        (has("httponly"), "HttpOnly"),
        (has("samesite=lax") || has("samesite=strict"), "SameSite"),
        (!attributes.iter().any(|part| part.starts_with("domain")), "no Domain"),
        (has("secure") == is_production, "Secure in production, and there alone"),
        (pair.starts_with("__Host-") == is_production, "__Host- in production, and there alone"),
    ];
    flaws.extend(checks.into_iter().filter(|(is_right, _)| !is_right).map(|(_, what)| what));
    flaws
}

async fn kept_badly(app: &TestApp, is_production: bool) -> Vec<String> {
    let mut faults = Vec::new();
    for door in [MEMBER, OPERATOR, CUSTOMER] {
        let visitor = door.visitor(app);
        let answer = Door { cookie: "", ..door }.sign_in_with(&visitor, None).await;
        let set = set_cookies(answer.headers());
        assert!(set.iter().any(|cookie| cookie.contains(door.cookie)), "{} got no session: {set:?}", door.email);
        let chosen = get(&visitor, "/?language=fr").await;
        for cookie in set.iter().chain(&set_cookies(chosen.headers())) {
            faults.extend(flaws(cookie, is_production).into_iter().map(|flaw| format!("{cookie}: {flaw}")));
        }
    }
    let added = app.shopper("lumiere").call("/api/v1/storefront/cart/show_cart", &[]).await;
    assert_eq!(added.status, 200);
    faults
}

#[tokio::test(flavor = "multi_thread")]
async fn cookies_are_kept_from_scripts_and_other_hosts() {
    let app = TestApp::start().await;
    let faults = kept_badly(&app, false).await;
    assert!(faults.is_empty(), "{faults:#?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn in_production_cookies_are_bound_to_their_host_and_to_tls() {
    let app = in_production().await;
    let faults = kept_badly(&app, true).await;
    assert!(faults.is_empty(), "{faults:#?}");
    for actor in [app.visitor(), app.shopper("lumiere")] {
        let answer = get(&actor, "/").await;
        assert!(gaps(&answer).is_empty(), "{:?}", gaps(&answer));
        assert!(header(&answer, "strict-transport-security").starts_with("max-age=31536000"));
        assert!(header(&answer, "content-security-policy").contains("upgrade-insecure-requests"));
    }
    // The name of development is nobody's in production, so a sibling host cannot set it.
    let answer = MEMBER.sign_in_with(&app.visitor(), None).await;
    let set = set_cookies(answer.headers());
    let session = set
        .iter()
        .find_map(|cookie| cookie.split(';').next()?.strip_prefix("__Host-orion_member="))
        .expect("a session");
    assert!(!MEMBER.opens(&app, &format!("orion_member={session}")).await, "the plain name");
    assert!(MEMBER.opens(&app, &format!("__Host-orion_member={session}")).await);
    app.stop().await;
}
