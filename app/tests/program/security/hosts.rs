//! The `Host` header is the visitor's to write: it chooses a shop of ours or nothing, and never stands in what we say.

use orion_testing::TestApp;
use reqwest::Method;

use crate::bad_requests::{host, send_raw, status};

/// Sends these lines, and gives the answer.
async fn ask(app: &TestApp, target: &str, hosts: &[&str], others: &str) -> String {
    let hosts: String = hosts.iter().map(|host| format!("Host: {host}\r\n")).collect();
    let request = format!("GET {target} HTTP/1.1\r\n{hosts}accept: text/html\r\nconnection: close\r\n{others}\r\n");
    send_raw(app, request.as_bytes()).await
}

fn port(app: &TestApp) -> String {
    host(app, "").rsplit_once(':').expect("a port").1.to_owned()
}

fn sets_cookie(answer: &str) -> bool {
    answer.lines().take_while(|line| !line.is_empty()).any(|line| line.to_ascii_lowercase().starts_with("set-cookie"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_that_is_none_of_ours_gets_nothing() {
    let app = TestApp::start().await;
    let port = port(&app);
    for unknown in [
        "evil.test".to_owned(),
        format!("evil.test:{port}"),
        format!("localhost.evil.test:{port}"),
        format!("lumiere.localhost.evil.test:{port}"),
        format!("evil-lumiere.localhost:{port}"),
        format!("a.lumiere.localhost:{port}"),
        format!("xlocalhost:{port}"),
        format!(".localhost:{port}"),
        format!("lumiere..localhost:{port}"),
        format!("lumiere%2elocalhost:{port}"),
        format!("lumiere.localhost%00.evil.test:{port}"),
        format!("lumiere.localhost:{port}@evil.test"),
        format!("lumiere.localhost:{port}.evil.test"),
        format!("lumiere.localhost:{port}:1"),
        format!("lumiere.localhost:{port}/"),
        format!("lumiere.localhost:{port}/@evil.test"),
        format!("lumiere.localhost:{port}?evil.test"),
        format!("lumiere.localhost:{port}#evil.test"),
        format!("lumiere.localhost:{port}, evil.test"),
        format!("lumiere.localhost {port}"),
        "lumiere.localhost:-1".to_owned(),
        format!("127.0.0.1:{port}"),
        format!("[::1]:{port}"),
        format!("[::1%25lumiere.localhost]:{port}"),
        "a".repeat(4_000),
        "ⓛocalhost".to_owned(),
    ] {
        for path in ["/", "/sign-in", "/products", "/api/v1/storefront/cart/show_cart"] {
            let answer = ask(&app, path, &[&unknown], "").await;
            assert!([400, 404].contains(&status(&answer)), "{unknown} {path}: {answer}");
            assert!(!answer.contains("evil"), "{unknown} {path} stands in the answer: {answer}");
            assert!(!sets_cookie(&answer), "{unknown} {path}: {answer}");
        }
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_may_be_written_in_capitals_and_is_still_the_same_shop() {
    let app = TestApp::start().await;
    let answer = ask(&app, "/", &[&host(&app, "LUMIERE").to_uppercase()], "").await;
    assert_eq!(status(&answer), 200, "{answer}");
    assert!(answer.contains(&format!("http://{}", host(&app, "lumiere"))) && !answer.contains("LUMIERE.LOCALHOST"));
    // With a dot at its end it is the same name to some and another to browsers, whose cookies it would not share.
    let dotted = host(&app, "lumiere").replace("localhost", "localhost.");
    let answer = ask(&app, "/", &[&dotted], "").await;
    assert!([301, 308, 400, 404].contains(&status(&answer)), "{answer}");
    assert!(!sets_cookie(&answer) && !answer.contains("localhost.:"), "{answer}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_elsewhere_than_in_the_host_changes_nothing() {
    let app = TestApp::start().await;
    let (own, other) = (host(&app, "lumiere"), host(&app, "bierger"));
    for header in [
        format!("X-Forwarded-Host: {other}"),
        format!("X-Host: {other}"),
        format!("X-Original-Host: {other}"),
        format!("X-HTTP-Host-Override: {other}"),
        format!("Forwarded: host={other};proto=https"),
        format!("X-Original-URL: http://{other}/admin"),
        "X-Rewrite-URL: /admin".to_owned(),
        "X-Forwarded-Prefix: /evil".to_owned(),
        "X-Forwarded-Proto: https".to_owned(),
        "X-Forwarded-Port: 1".to_owned(),
        "X-Forwarded-Scheme: https".to_owned(),
        "X-Forwarded-Host: evil.test".to_owned(),
    ] {
        let answer = ask(&app, "/products", &[&own], &format!("{header}\r\n")).await;
        assert_eq!(status(&answer), 200, "{header}: {answer}");
        assert!(answer.contains(&format!("\"http://{own}/")), "{header}: {answer}");
        assert!(!answer.contains(&other) && !answer.contains("evil"), "{header}: {answer}");
    }
    app.stop().await;
}

/// A request line with a whole address, and more than one host: whatever is answered, it is one shop's.
#[tokio::test(flavor = "multi_thread")]
async fn two_hosts_are_one_or_none() {
    let app = TestApp::start().await;
    let (own, other) = (host(&app, "lumiere"), host(&app, "bierger"));
    let whole = format!("http://{other}/products");
    let answer = ask(&app, &whole, &[&own], "").await;
    assert!(matches!(status(&answer), 200 | 400), "{answer}");
    assert!(!(answer.contains(&own) && answer.contains(&other)), "{answer}");
    let answer = ask(&app, "http://evil.test/products", &[&own], "").await;
    assert!(matches!(status(&answer), 200 | 400 | 404) && !answer.contains("evil"), "{answer}");
    let answer = ask(&app, "/products", &[&own, &other], "").await;
    assert_eq!(status(&answer), 400, "two hosts are no host: {answer}");
    let answer = ask(&app, "/products", &["evil.test", &own], "").await;
    assert_eq!(status(&answer), 400, "two hosts are no host: {answer}");
    app.stop().await;
}

/// A link in a mail leads to where the shop is, not to where somebody said it was when they asked for the mail.
#[tokio::test(flavor = "multi_thread")]
async fn mails_lead_to_the_shop_whatever_host_was_named() {
    let app = TestApp::start().await;
    let shopper = app.shopper("lumiere");
    let port = port(&app);
    let before = app.mails().await.len();
    let request = shopper
        .request(Method::POST, "/api/v1/storefront/customers/request_reset")
        .header("host", "lumiere.localhost:1")
        .header("x-forwarded-host", "evil.test")
        .header("accept", "application/json")
        .form(&[("email", "anna@example.test")]);
    let answer = request.send().await.expect("an answer").status().as_u16();
    assert!(answer < 500, "{answer}");
    if answer < 400 {
        let mail = app
            .until("the mail", || async {
                let mails = app.mails().await;
                (mails.len() > before).then(|| mails.into_iter().find(|mail| mail.to == "anna@example.test"))?
            })
            .await;
        assert!(mail.text.contains(&format!("http://lumiere.localhost:{port}/")), "{}", mail.text);
        assert!(!mail.text.contains("localhost:1/") && !mail.text.contains("evil"), "{}", mail.text);
    }
    app.stop().await;
}
