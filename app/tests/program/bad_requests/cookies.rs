//! Cookies that somebody has changed count as none.

use orion_testing::{Actor, TestApp};
use reqwest::{
    Method,
    header::{COOKIE, HeaderValue},
};

/// What is put in place of a value that is ours.
fn tampered() -> Vec<Vec<u8>> {
    let long = "A".repeat(6_000).into_bytes();
    let flash = b"eyJwYXRoIjoiL3giLCJ2YWx1ZXMiOjEsImVycm9yIjp7fX0".to_vec();
    vec![
        b"x".to_vec(),
        b"%00".to_vec(),
        b"%ff%fe".to_vec(),
        b"\"".to_vec(),
        b"=;=".to_vec(),
        b"\xff\xfe".to_vec(),
        flash,
        long,
    ]
}

async fn open(actor: &Actor, path: &str, name: &str, value: &[u8]) -> u16 {
    let cookie = HeaderValue::from_bytes(&[name.as_bytes(), b"=", value].concat()).expect("a header's value");
    let request = actor.request(Method::GET, path).header("accept", "text/html").header(COOKIE, cookie);
    request.send().await.expect("an answer").status().as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_opens_whatever_its_cookies_hold() {
    let app = TestApp::start().await;
    let shopper = app.shopper("lumiere");
    for name in ["customer", "cart", "form", "language"].map(|name| format!("orion_{name}_lumiere")) {
        for value in tampered() {
            for path in ["/", "/cart", "/checkout"] {
                let status = open(&shopper, path, &name, &value).await;
                assert!(status < 400, "{path} with {name} = {value:?} answered {status}");
            }
        }
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_session_opens_no_back_office() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    for value in tampered() {
        for (path, name) in [("/store/lumiere", "orion_member"), ("/admin", "orion_operator")] {
            let status = open(&visitor, path, name, &value).await;
            assert_eq!(status, 303, "{path} with {value:?} leads to its door");
        }
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_kind_of_session_is_none_of_another() {
    let app = TestApp::start().await;
    let token = app.visitor();
    let answer = token
        .request(Method::POST, "/api/v1/platform/tenancy/sign_in")
        .header("accept", "application/json")
        .form(&[("email", "owner@lumiere.test"), ("password", "demo-orion-2026"), ("next", "")])
        .send()
        .await
        .expect("an answer");
    let cookie = answer.cookies().find(|cookie| cookie.name() == "orion_member").expect("a session");
    let value = cookie.value().as_bytes().to_vec();
    assert_eq!(open(&app.visitor(), "/store/lumiere", "orion_member", &value).await, 200);
    assert_eq!(open(&app.visitor(), "/admin", "orion_operator", &value).await, 303);
    assert_eq!(open(&app.visitor(), "/store/bierger", "orion_member", &value).await, 303, "another merchant's store");
    app.stop().await;
}
