//! How it ends when it is told to.

use std::{
    io::{Read, Write},
    net::TcpStream,
    process::{Child, Command, ExitStatus, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use orion_testing::TestApp;
use sqlx::ConnectOptions as _;
use tempfile::TempDir;

use crate::{free_port, orion};

/// How long a test waits for something that comes soon.
const PATIENCE: Duration = Duration::from_secs(30);

const FORM: &str = "email=nobody%40orion.test&password=wrong&next=";

/// A running server on the database of a test.
struct Server {
    process: Child,
    port: u16,
    _folder: TempDir,
}

impl Server {
    fn start(app: &TestApp) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let port = free_port();
        let process = orion(folder.path())
            .env("DATABASE_URL", app.app.pool().connect_options().to_url_lossy().as_str())
            .env("ORION_PORT", port.to_string())
            .stdout(Stdio::null())
            .spawn()
            .expect("it runs");
        let mut server = Self { process, port, _folder: folder };
        until("it to be ready", || server.is_ready().then_some(()));
        server
    }

    fn is_ready(&mut self) -> bool {
        assert_eq!(self.process.try_wait().expect("its state"), None, "it ended early");
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) else { return false };
        let asked = stream.write_all(b"GET /health/ready HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
        asked.is_ok() && read(&mut stream).starts_with("HTTP/1.1 200")
    }

    /// Sends half a form: the request runs until the rest comes.
    fn half_a_request(&mut self) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        let (port, length, half) = (self.port, FORM.len(), &FORM[..10]);
        let head = format!(
            "POST /api/v1/platform/tenancy/sign_in HTTP/1.1\r\nhost: localhost:{port}\r\naccept: application/json\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n{half}"
        );
        stream.write_all(head.as_bytes()).expect("it reads");
        // Connections are taken in the order they come: once the next one is answered, this one has begun.
        assert!(self.is_ready());
        stream
    }

    fn terminate(&self) {
        let sent = Command::new("kill").args(["-TERM", &self.process.id().to_string()]).status().expect("kill runs");
        assert!(sent.success());
    }

    fn end(&mut self) -> ExitStatus {
        until("it to end", || self.process.try_wait().expect("its state"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It fails for one that has ended, as it should have.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn read(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    stream.set_read_timeout(Some(PATIENCE)).expect("a time limit");
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(began.elapsed() < PATIENCE, "waited in vain for {what}");
        sleep(Duration::from_millis(50));
    }
}

/// It takes no new requests any more.
fn is_closed(port: u16) -> Option<()> {
    TcpStream::connect(("127.0.0.1", port)).is_err().then_some(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_under_way_is_answered_before_it_ends() {
    let app = TestApp::start().await;
    let mut server = Server::start(&app);
    let mut request = server.half_a_request();
    server.terminate();
    until("the door to close", || is_closed(server.port));
    request.write_all(&FORM.as_bytes()[10..]).expect("it still reads");
    let answer = read(&mut request);
    assert!(answer.starts_with("HTTP/1.1 4") && answer.contains("wrong_credentials"), "{answer}");
    assert_eq!(server.end().code(), Some(0));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_signal_ends_it_at_once() {
    let app = TestApp::start().await;
    let mut server = Server::start(&app);
    let _request = server.half_a_request();
    server.terminate();
    until("the door to close", || is_closed(server.port));
    let told_again = Instant::now();
    server.terminate();
    assert_eq!(server.end().code(), Some(130));
    assert!(told_again.elapsed() < Duration::from_secs(5), "it waited for the request");
    app.stop().await;
}
