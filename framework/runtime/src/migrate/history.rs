//! The record of what ran.

use sha2::{Digest, Sha256};
use sqlx::PgConnection;

use super::Migration;

#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Applied {
    pub(super) module: String,
    pub(super) version: i64,
    pub(super) checksum: Vec<u8>,
}

pub(super) fn checksum(sql: &str) -> Vec<u8> {
    Sha256::digest(sql).to_vec()
}

/// The caller holds the lock.
pub(super) async fn create(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    if exists(connection).await? {
        return Ok(());
    }
    sqlx::raw_sql(
        "create schema if not exists orion;
         create table orion.migrations (
             module text not null,
             version bigint not null,
             name text not null,
             checksum bytea not null,
             applied_at timestamptz not null default now(),
             primary key (module, version)
         );",
    )
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn all(connection: &mut PgConnection) -> Result<Vec<Applied>, sqlx::Error> {
    if !exists(connection).await? {
        return Ok(Vec::new());
    }
    sqlx::query_as("select module, version, checksum from orion.migrations order by module, version")
        .fetch_all(connection)
        .await
}

pub(super) async fn of_module(connection: &mut PgConnection, module: &str) -> Result<Vec<Applied>, sqlx::Error> {
    sqlx::query_as("select module, version, checksum from orion.migrations where module = $1 order by version")
        .bind(module)
        .fetch_all(connection)
        .await
}

pub(super) async fn record(
    connection: &mut PgConnection,
    module: &str,
    migration: &Migration,
) -> Result<(), sqlx::Error> {
    sqlx::query("insert into orion.migrations (module, version, name, checksum) values ($1, $2, $3, $4)")
        .bind(module)
        .bind(i64::from(migration.version))
        .bind(migration.name)
        .bind(checksum(migration.sql))
        .execute(connection)
        .await?;
    Ok(())
}

async fn exists(connection: &mut PgConnection) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("select to_regclass('orion.migrations') is not null").fetch_one(connection).await
}
