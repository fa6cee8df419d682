//! The private PostgreSQL: who starts it, who stops it, and what it survives.

use std::{fs, path::Path, process::Command};

use orion_runtime::embedded_postgres::{EmbeddedError, EmbeddedPostgres};
use sqlx::{Connection, PgConnection};

use crate::harness::eventually;

async fn ask(postgres: &EmbeddedPostgres, sql: &'static str) -> Result<String, sqlx::Error> {
    let mut connection = PgConnection::connect_with(&postgres.options()).await?;
    sqlx::query_scalar(sql).fetch_one(&mut connection).await
}

fn pid_file(data_dir: &Path) -> std::path::PathBuf {
    data_dir.join("postgres/cluster/postmaster.pid")
}

fn kill_hard(data_dir: &Path) {
    let pid = fs::read_to_string(pid_file(data_dir)).unwrap().lines().next().unwrap().to_owned();
    assert!(Command::new("kill").args(["-9", &pid]).status().unwrap().success());
}

#[tokio::test]
async fn it_is_private_durable_and_stopped_by_the_last_who_leaves() {
    let folder = tempfile::tempdir().unwrap();
    let first = EmbeddedPostgres::start(folder.path()).await.unwrap();
    assert_eq!(ask(&first, "select current_setting('listen_addresses')").await.unwrap(), "");
    assert_eq!(ask(&first, "select current_setting('fsync')").await.unwrap(), "on");
    assert_eq!(ask(&first, "select rolsuper::text from pg_roles where rolname = current_user").await.unwrap(), "false");
    assert_eq!(ask(&first, "select lower('É')").await.unwrap(), "é");

    let second = EmbeddedPostgres::start(folder.path()).await.unwrap();
    assert!(!first.stop().await.unwrap(), "the second still needs it");
    assert_eq!(ask(&second, "select 'still here'").await.unwrap(), "still here");
    assert!(second.stop().await.unwrap());
    assert!(!pid_file(folder.path()).exists());
}

#[tokio::test]
async fn two_that_start_together_share_one() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = tokio::join!(EmbeddedPostgres::start(folder.path()), EmbeddedPostgres::start(folder.path()));
    let (first, second) = (first.unwrap(), second.unwrap());
    let started = "select pg_postmaster_start_time()::text";
    assert_eq!(ask(&first, started).await.unwrap(), ask(&second, started).await.unwrap());
    first.stop().await.unwrap();
    second.stop().await.unwrap();
}

#[tokio::test]
async fn a_killed_server_comes_back_with_what_was_committed() {
    let folder = tempfile::tempdir().unwrap();
    let postgres = EmbeddedPostgres::start(folder.path()).await.unwrap();
    let mut connection = PgConnection::connect_with(&postgres.options()).await.unwrap();
    sqlx::raw_sql("create schema kept; create table kept.words (word text); insert into kept.words values ('kept')")
        .execute(&mut connection)
        .await
        .unwrap();

    kill_hard(folder.path());
    eventually("the revival of a killed server", async || {
        ask(&postgres, "select word from kept.words").await.is_ok_and(|word| word == "kept")
    })
    .await;
    postgres.stop().await.unwrap();
}

#[tokio::test]
async fn a_stale_pid_file_does_not_keep_it_from_starting() {
    let folder = tempfile::tempdir().unwrap();
    EmbeddedPostgres::start(folder.path()).await.unwrap().stop().await.unwrap();
    // After a crash, another program may have the number; this test certainly has its own.
    let stale = format!("{}\n{}\n", std::process::id(), folder.path().display());
    fs::write(pid_file(folder.path()), stale).unwrap();
    let postgres = EmbeddedPostgres::start(folder.path()).await.unwrap();
    assert_eq!(ask(&postgres, "select 'up'").await.unwrap(), "up");
    postgres.stop().await.unwrap();
}

#[tokio::test]
async fn a_path_too_long_for_a_socket_is_no_obstacle() {
    let folder = tempfile::Builder::new().prefix(&"long".repeat(24)).tempdir().unwrap();
    let postgres = EmbeddedPostgres::start(folder.path()).await.unwrap();
    assert!(postgres.socket_dir().starts_with("/tmp") && !postgres.socket_dir().starts_with(folder.path()));
    assert_eq!(ask(&postgres, "select 'up'").await.unwrap(), "up");
    let socket_dir = postgres.socket_dir().to_owned();
    postgres.stop().await.unwrap();
    fs::remove_dir_all(socket_dir).unwrap();
}

#[tokio::test]
async fn an_unusable_data_folder_is_named() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let Err(error) = EmbeddedPostgres::start(file.path()).await else {
        panic!("a file is no folder");
    };
    assert!(matches!(error, EmbeddedError::Folder { .. }), "{error}");
    assert!(error.to_string().contains(&file.path().display().to_string()), "{error}");
}
