//! Requests that no page of ours sends: refused with a clear error, never a failure of the program.

#[path = "bad_requests/bodies.rs"]
mod bodies;
#[path = "bad_requests/cookies.rs"]
mod cookies;
#[path = "bad_requests/large.rs"]
mod large;
#[path = "bad_requests/paths.rs"]
mod paths;
#[path = "bad_requests/plain_forms.rs"]
mod plain_forms;

use orion_testing::TestApp;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// Host and port, as the `Host` header has them.
pub fn host(app: &TestApp, subdomain: &str) -> String {
    let origin = app.origin();
    let authority = origin.strip_prefix("http://").expect("tests go without TLS");
    if subdomain.is_empty() { authority.to_owned() } else { format!("{subdomain}.{authority}") }
}

/// A connection of its own, for what no client library would send.
async fn connect(app: &TestApp) -> TcpStream {
    let port = host(app, "").rsplit_once(':').and_then(|(_, port)| port.parse().ok()).expect("a port");
    TcpStream::connect(("127.0.0.1", port)).await.expect("the server listens")
}

/// Sends a request byte by byte as given, and gives all that comes back.
pub async fn send_raw(app: &TestApp, request: &[u8]) -> String {
    let mut stream = connect(app).await;
    // A server that refuses early may close before it has read everything.
    let _ = stream.write_all(request).await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

pub fn status(answer: &str) -> u16 {
    let code = answer.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3));
    code.and_then(|code| code.parse().ok()).unwrap_or_else(|| panic!("no answer: {answer:?}"))
}
