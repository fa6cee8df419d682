//! What keeps it from starting is one sentence.

use std::{fs, net::TcpListener, process::Command};

use orion_testing::TestApp;
use sqlx::ConnectOptions as _;

use crate::{free_port, orion};

/// Runs it to its end, which is no success, and gives what it said to its user.
fn refusal(command: &mut Command) -> String {
    let output = command.output().expect("it runs");
    let said = String::from_utf8(output.stderr).expect("text");
    assert!(!output.status.success(), "{said}");
    assert_eq!(said.trim().lines().count(), 1, "{said}");
    assert!(!said.contains("panicked"), "{said}");
    said
}

#[test]
fn an_unreachable_database_is_named_without_its_password() {
    let folder = tempfile::tempdir().expect("a folder");
    let port = free_port();
    let url = format!("postgres://orion:hunter2@127.0.0.1:{port}/orion");
    let said = refusal(orion(folder.path()).env("DATABASE_URL", url));
    assert!(said.contains(&format!("No database answers at 127.0.0.1:{port}")), "{said}");
    assert_eq!(said.matches("refused").count(), 1, "{said}");
    assert!(!said.contains("hunter2"), "{said}");
    let said = refusal(orion(folder.path()).env("DATABASE_URL", "mysql://root:hunter2@localhost/shop"));
    assert!(said.contains("DATABASE_URL") && !said.contains("hunter2"), "{said}");
}

#[test]
fn a_data_folder_that_is_none_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("data");
    fs::write(&file, "no folder").expect("a file");
    let said = refusal(&mut orion(&file));
    assert!(said.contains(&*file.to_string_lossy()), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_taken_port_is_named() {
    let app = TestApp::start().await;
    let folder = tempfile::tempdir().expect("a folder");
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = taken.local_addr().expect("an address").port();
    let url = app.app.pool().connect_options().to_url_lossy();
    let said = refusal(orion(folder.path()).env("DATABASE_URL", url.as_str()).env("ORION_PORT", port.to_string()));
    assert!(said.contains(&format!("Port {port} is taken")), "{said}");
    app.stop().await;
}
