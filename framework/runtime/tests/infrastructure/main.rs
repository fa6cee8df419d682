//! The ground everything stands on, against a real PostgreSQL.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod database;
mod embedded_postgres;
mod files;
mod framework_tables;
mod harness;
mod health;
mod invalidation;
mod migrate;
mod row_security;
