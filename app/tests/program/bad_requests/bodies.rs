//! Every server function, with bodies of the wrong sort.

use orion_kernel::{AppError, Frontend};
use orion_testing::{Actor, TestApp};
use reqwest::Method;

use crate::endpoints_of;

/// A content type and a body.
type Wrong = (&'static str, Vec<u8>);

const FORM: &str = "application/x-www-form-urlencoded";

fn wrong() -> Vec<Wrong> {
    let nested = format!("id{}=1&query{}=1", "[a]".repeat(2_000), "[]".repeat(2_000));
    vec![
        (FORM, b"\xff\xfe=\xff&id=\xc3\x28".to_vec()),
        (FORM, b"id=%ff%fe&email=%c3%28&code=%ff&slug=%ff".to_vec()),
        (FORM, b"id=%00&email=a%00b&code=%00&slug=%00&query[search]=%00".to_vec()),
        (FORM, nested.into_bytes()),
        (FORM, b"&&&===[[[]]]=%&id[=1&id]=1".to_vec()),
        ("application/json", br#"{"email":{"a":[1]},"id":"\u0000","query":{"search":"\u0000"}}"#.to_vec()),
        ("application/json", "[".repeat(100_000).into_bytes()),
        (
            "multipart/form-data; boundary=x",
            b"--x\r\ncontent-disposition: form-data; name=\"\xff\"\r\n\r\n\xff".to_vec(),
        ),
        ("multipart/form-data", b"no boundary".to_vec()),
        ("text/plain", b"hello".to_vec()),
        ("", Vec::new()),
    ]
}

async fn send(actor: &Actor, path: &str, (kind, body): &Wrong) -> (u16, String) {
    let mut request = actor.request(Method::POST, path).header("accept", "application/json").body(body.clone());
    if !kind.is_empty() {
        request = request.header("content-type", *kind);
    }
    let response = request.send().await.expect("an answer");
    (response.status().as_u16(), response.text().await.expect("a body"))
}

/// Sends every wrong body to every function. Some take anything, for they ask for nothing; what is refused says why.
async fn withstands(frontend: Frontend, actors: &[Actor], wrong: &[Wrong]) {
    let mut failed = Vec::new();
    for (wrong, actor) in wrong.iter().zip(actors.iter().cycle()) {
        // Signing out would make everything after it easy.
        for path in endpoints_of(frontend).into_iter().filter(|path| !path.ends_with("/sign_out")) {
            let (status, body) = send(actor, path, wrong).await;
            let is_clear = status < 400 || serde_json::from_str::<AppError>(&body).is_ok();
            if status >= 500 || !is_clear {
                let sent: String = String::from_utf8_lossy(&wrong.1).chars().take(40).collect();
                failed.push(format!("{path} with {} {sent:?} answered {status} {body}", wrong.0));
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shops_functions_withstand_wrong_bodies() {
    let app = TestApp::start().await;
    let wrong = wrong();
    withstands(Frontend::Storefront, &app.crowd("lumiere", 11), &wrong).await;
    withstands(Frontend::Platform, &[app.visitor()], &wrong).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_back_offices_functions_withstand_wrong_bodies() {
    let app = TestApp::start().await;
    let wrong = wrong();
    // One address may not ask for more at once than this.
    for some in wrong.chunks(2) {
        let second = app.second_process().await;
        withstands(Frontend::Store, &[second.member("owner@lumiere.test", "lumiere").await], some).await;
        withstands(Frontend::Admin, &[second.operator().await], some).await;
        second.stop().await;
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_function_is_not_found() {
    let app = TestApp::start().await;
    let shopper = app.shopper("lumiere");
    for path in
        ["/api/v1/storefront/cart/no_such", "/api/v1/storefront/no_such/x", "/api/v1/storefront", "/api/v2/x", "/api/"]
    {
        let answer = shopper.call(path, &[]).await;
        assert_eq!((answer.status, answer.error()), (404, AppError::not_found()), "{path}");
    }
    let read = shopper.request(Method::GET, "/api/v1/storefront/cart/show_cart").header("accept", "application/json");
    assert_eq!(read.send().await.expect("an answer").status(), 404);
    app.stop().await;
}
