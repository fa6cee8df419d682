//! The picture at a storefront's top.

use orion_testing::{Actor, TestApp};
use reqwest::Method;

const UPLOAD: &str = "/api/v1/store/cms/upload_hero";

/// Uploads a file as a browser's form does. The status is that of the answer to a page's script.
async fn upload(member: &Actor, name: &str, content: &[u8]) -> u16 {
    let boundary = "----orion-test";
    let head = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"x.png\"\r\n\
         Content-Type: image/png\r\n\r\n"
    );
    let body = [head.as_bytes(), content, format!("\r\n--{boundary}--\r\n").as_bytes()].concat();
    let request = member
        .request(Method::POST, UPLOAD)
        .header("accept", "application/json")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", format!("multipart/form-data; boundary={boundary}"));
    request.body(body).send().await.expect("an answer").status().as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_shown_until_it_is_removed() {
    let app = TestApp::start().await;
    let (owner, shopper) = (app.member("owner@lumiere.test", "lumiere").await, app.shopper("lumiere"));
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"6\"><script>x()</script><rect/></svg>";
    assert_eq!(upload(&owner, "file", svg).await, 200);
    let path: String = app
        .one(
            "select p.path from cms.store_pictures p join tenancy.stores s on s.id = p.store_id
             where s.code = 'lumiere'",
        )
        .await;
    app.until("the picture", || async { shopper.get("/").await.shows(&path).then_some(()) }).await;
    let picture = shopper.request(Method::GET, &path).send().await.expect("an answer");
    assert_eq!(picture.status(), 200);
    let policy = picture.headers().get("content-security-policy").and_then(|policy| policy.to_str().ok());
    let policy = policy.unwrap_or_default().to_owned();
    let drawn = picture.text().await.expect("a drawing");
    assert!(!drawn.contains("<script") || policy.contains("default-src 'none'"), "a drawing runs nothing: {policy}");
    assert_eq!(owner.call("/api/v1/store/cms/remove_hero", &[]).await.status, 200);
    app.until("no picture", || async { (!shopper.get("/").await.shows(&path)).then_some(()) }).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_picture_is_refused() {
    let app = TestApp::start().await;
    let owner = app.member("owner@lumiere.test", "lumiere").await;
    for (name, content) in [
        ("file", b"".as_slice()),
        ("file", b"MZ\x90\0\x03"),
        ("file", b"<html><script>x()</script></html>"),
        ("other", b"x"),
    ] {
        assert_eq!(upload(&owner, name, content).await, 422, "{name} {content:?}");
    }
    let broken = owner
        .request(Method::POST, UPLOAD)
        .header("sec-fetch-site", "same-origin")
        .header("accept", "application/json")
        .header("content-type", "multipart/form-data; boundary=x")
        .body("no part at all");
    let status = broken.send().await.expect("an answer").status().as_u16();
    assert!(status < 500, "answered {status}");
    app.stop().await;
}
