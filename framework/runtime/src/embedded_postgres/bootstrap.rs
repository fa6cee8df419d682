//! The role and the database of the installation, made at first start.

use sqlx::{AssertSqlSafe, Connection, PgConnection};

use super::{EmbeddedError, NAME, SUPERUSER, cluster::Cluster};

/// The role owns the database and may make others (tests do) and roles (migrations do), but is no superuser: row-level
/// security binds it, in development as in production. The caller holds the start lock.
pub(super) async fn create_database(cluster: &Cluster) -> Result<(), EmbeddedError> {
    let mut connection = PgConnection::connect_with(&cluster.options(SUPERUSER, "postgres")).await?;
    let (has_role, has_database): (bool, bool) = sqlx::query_as(
        "select exists (select from pg_roles where rolname = $1), exists (select from pg_database where datname = $1)",
    )
    .bind(NAME)
    .fetch_one(&mut connection)
    .await?;
    if !has_role {
        let sql = format!("create role {NAME} login nosuperuser createdb createrole noinherit");
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await?;
    }
    if !has_database {
        let sql = format!("create database {NAME} owner {NAME}");
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await?;
    }
    connection.close().await?;
    Ok(())
}
