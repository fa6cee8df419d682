//! The health pages: what they say to whom, before, during and after.

use std::{net::SocketAddr, time::Duration};

use axum::{Router, body::Body, extract::ConnectInfo};
use http::{Request, StatusCode};
use orion_runtime::{
    config::Secret,
    health::{Health, HealthCheck, Integration, routes},
    mail::Mailer,
    migrate::{Migration, migrate},
    shutdown::Shutdown,
    telemetry,
};
use serde_json::Value;
use sqlx::PgPool;
use tokio::{net::TcpListener, time::timeout};
use tower::ServiceExt;

use crate::harness::with_empty_database;

const SHELVES: &[Migration] = &[Migration { version: 1, name: "create_shelves", sql: "create schema shop" }];

fn health(pool: &PgPool) -> Health {
    Health {
        pool: pool.clone(),
        migrations: vec![("shop", SHELVES)],
        checks: vec![HealthCheck::new("stock", async || Err("no shelf".to_owned()))],
        integrations: Vec::new(),
        shutdown: Shutdown::new(),
        metrics: telemetry::prometheus().unwrap(),
        metrics_token: Some(Secret::new("token".to_owned())),
    }
}

async fn ask(pages: &Router, path: &str, from: [u8; 4], token: Option<&str>) -> (StatusCode, String) {
    let mut request = Request::get(path).extension(ConnectInfo(SocketAddr::from((from, 4000))));
    if let Some(token) = token {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    let response = pages.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let status = response.status();
    let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

const LOCAL: [u8; 4] = [127, 0, 0, 1];
const STRANGER: [u8; 4] = [203, 0, 113, 9];

#[tokio::test]
async fn it_is_ready_once_migrated_and_until_it_stops() {
    with_empty_database(async |database| {
        let health = health(&database.pool);
        let shutdown = health.shutdown.clone();
        let pages = routes(health);
        let (status, body) = ask(&pages, "/health/ready", STRANGER, None).await;
        assert_eq!(
            (status, body.as_str()),
            (StatusCode::SERVICE_UNAVAILABLE, r#"{"ready":false,"reason":"migrations"}"#)
        );
        migrate(&database.pool, &[("shop", SHELVES)]).await.unwrap();
        assert_eq!(ask(&pages, "/health/ready", STRANGER, None).await.0, StatusCode::OK);
        shutdown.stop();
        assert_eq!(ask(&pages, "/health/ready", STRANGER, None).await.0, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(ask(&pages, "/health/live", STRANGER, None).await.0, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn strangers_learn_that_something_fails_and_not_why() {
    with_empty_database(async |database| {
        let pages = routes(health(&database.pool));
        let (status, body) = ask(&pages, "/health", STRANGER, None).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        let report: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(report["checks"][0]["name"], "database");
        assert_eq!(report["checks"][0]["ok"], true);
        assert_eq!(report["checks"][1]["ok"], false);
        assert!(!body.contains("no shelf"), "{body}");
        assert!(ask(&pages, "/health", LOCAL, None).await.1.contains("no shelf"));
    })
    .await;
}

#[tokio::test]
async fn metrics_are_for_the_machine_and_bearers_of_the_token() {
    with_empty_database(async |database| {
        let pages = routes(health(&database.pool));
        assert_eq!(ask(&pages, "/metrics", STRANGER, None).await.0, StatusCode::NOT_FOUND);
        assert_eq!(ask(&pages, "/metrics", STRANGER, Some("guess")).await.0, StatusCode::NOT_FOUND);
        assert!(ask(&pages, "/metrics", STRANGER, Some("token")).await.1.contains("db_pool_connections"));
        assert_eq!(ask(&pages, "/metrics", LOCAL, None).await.0, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn a_mail_server_that_says_nothing_is_found_out_in_time() {
    with_empty_database(async |database| {
        let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", silent.local_addr().unwrap());
        let mailer = Mailer::smtp(&url, "no-reply@orion.example").unwrap();
        let mut health = health(&database.pool);
        health.integrations = vec![
            Integration::new("smtp", true, "", move || {
                let mailer = mailer.clone();
                async move { mailer.check().await }
            }),
            Integration::new("search", false, "the database searches", async || Err("never asked".to_owned())),
        ];
        let pages = routes(health);
        let asked = ask(&pages, "/health/tools", LOCAL, None);
        let (status, body) = timeout(Duration::from_secs(8), asked).await.expect("an answer in time");
        let tools: Value = serde_json::from_str(&body).unwrap();
        assert_eq!((status, &tools["tools"][0]["ok"]), (StatusCode::OK, &Value::Bool(false)), "{body}");
        assert!(body.contains("no answer within 3 seconds"), "{body}");
        assert_eq!(tools["tools"][1]["ok"], true, "{body}");
        assert!(!ask(&pages, "/health/tools", STRANGER, None).await.1.contains("no answer"));
    })
    .await;
}
