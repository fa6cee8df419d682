//! Too much of something.

use std::time::Duration;

use orion_testing::TestApp;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, split},
    time::timeout,
};

use super::{connect, host, send_raw, status};

const MB: usize = 1 << 20;
const ENDPOINT: &str = "/api/v1/storefront/cart/add_line";

/// Announces a body this way, sends 200 MB of it, and gives the answer.
async fn send_200_mb(app: &TestApp, announced: &str, accept: &str, is_chunked: bool) -> String {
    let (mut reader, mut writer) = split(connect(app).await);
    let head = format!(
        "POST {ENDPOINT} HTTP/1.1\r\nhost: {}\r\naccept: {accept}\r\nconnection: close\r\n\
         content-type: application/x-www-form-urlencoded\r\n{announced}\r\n\r\n",
        host(app, "lumiere")
    );
    let sending = tokio::spawn(async move {
        let mut sent = writer.write_all(head.as_bytes()).await;
        let piece = vec![b'a'; MB];
        for _ in 0..200 {
            if is_chunked && sent.is_ok() {
                sent = writer.write_all(format!("{MB:x}\r\n").as_bytes()).await;
            }
            if sent.is_ok() {
                sent = writer.write_all(&piece).await;
            }
            if is_chunked && sent.is_ok() {
                sent = writer.write_all(b"\r\n").await;
            }
        }
        let _ = writer.write_all(b"0\r\n\r\n").await;
    });
    let mut answer = vec![0; 64 * 1024];
    let read =
        timeout(Duration::from_secs(10), reader.read(&mut answer)).await.expect("an answer at once").expect("it");
    let answer = String::from_utf8_lossy(&answer[..read]).into_owned();
    sending.abort();
    answer
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_of_200_mb_is_refused_whether_announced_or_not() {
    let app = TestApp::start().await;
    let announced = format!("content-length: {}", 200 * MB);
    let answer = send_200_mb(&app, &announced, "application/json", false).await;
    assert!(status(&answer) == 413 && answer.contains("too_large"), "{answer}");
    let answer = send_200_mb(&app, "transfer-encoding: chunked", "application/json", true).await;
    assert!(status(&answer) == 413 && answer.contains("too_large"), "{answer}");
    let answer = send_200_mb(&app, &announced, "text/html", false).await;
    assert!(status(&answer) == 413, "a person gets a page: {answer}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_announced_body_is_refused_before_it_comes() {
    let app = TestApp::start().await;
    let mut stream = connect(&app).await;
    let head = format!(
        "POST {ENDPOINT} HTTP/1.1\r\nhost: {}\r\naccept: application/json\r\ncontent-length: {}\r\n\r\n",
        host(&app, "lumiere"),
        200 * MB
    );
    stream.write_all(head.as_bytes()).await.expect("it reads");
    let mut answer = [0; 12];
    timeout(Duration::from_secs(5), stream.read_exact(&mut answer)).await.expect("at once").expect("an answer");
    assert_eq!(&answer, b"HTTP/1.1 413");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn overlong_addresses_and_headers_are_refused() {
    let app = TestApp::start().await;
    let shop = host(&app, "lumiere");
    let get = async |path: &str, header: &str| {
        let request =
            format!("GET {path} HTTP/1.1\r\nhost: {shop}\r\naccept: text/html\r\nconnection: close\r\n{header}\r\n");
        status(&send_raw(&app, request.as_bytes()).await)
    };
    assert_eq!(get(&format!("/products/{}", "a".repeat(60_000)), "").await, 404);
    assert_eq!(get(&format!("/{}", "a/".repeat(20_000)), "").await, 404);
    let long = get(&format!("/{}", "a".repeat(100_000)), "").await;
    assert!((400..500).contains(&long), "{long}");
    let searched = get(&format!("/search?q={}", "a".repeat(50_000)), "").await;
    assert!(searched < 500, "{searched}");
    let header = get("/", &format!("x-long: {}\r\n", "a".repeat(1 << 20))).await;
    assert!((400..500).contains(&header), "{header}");
    let many = get("/", &"x-many: a\r\n".repeat(500)).await;
    assert!((400..500).contains(&many), "{many}");
    app.stop().await;
}
