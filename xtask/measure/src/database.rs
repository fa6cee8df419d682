//! The server's own database, for what a bench needs and no page can do: many tenants, sessions, and a look at statements.

use std::path::Path;

use anyhow::{Context, Result};
use sqlx::{
    AssertSqlSafe, Connection, PgConnection,
    postgres::{PgConnectOptions, PgSslMode},
};

/// Who connects.
#[derive(Clone, Copy)]
pub enum As {
    /// The role that owns the tables. Row-level security holds for it.
    Owner,
    /// The cluster's superuser, for whom it does not.
    Superuser,
}

/// A connection to the database of a server whose cluster is in this folder.
pub async fn connect(cluster: &Path, who: As) -> Result<PgConnection> {
    let socket = cluster.parent().context("the cluster stands in no folder")?.join("socket");
    let role = match who {
        As::Owner => "orion",
        As::Superuser => "postgres",
    };
    let options = PgConnectOptions::new_without_pgpass()
        .socket(socket)
        .port(5432)
        .username(role)
        .database("orion")
        .ssl_mode(PgSslMode::Disable);
    PgConnection::connect_with(&options).await.context("the server's database does not answer")
}

/// Runs statements across all tenants, as one transaction.
pub async fn run_for_all(connection: &mut PgConnection, statements: &str) -> Result<()> {
    let script = format!("begin; select orion.set_scope('orion_platform', null, null, null); {statements}; commit");
    sqlx::raw_sql(AssertSqlSafe(script)).execute(connection).await?;
    Ok(())
}

/// Signs somebody in without a password: gives the token of a session, which belongs into the cookie `orion_<kind>`.
pub async fn session(connection: &mut PgConnection, kind: &str, email: &str) -> Result<String> {
    let token = format!("bench-{kind}-{email}");
    run_for_all(
        connection,
        &format!(
            "insert into orion.sessions (id, token_hash, kind, principal_id, platform_id, ip, created_at, last_used_at,
                 expires_at, second_factor_at)
             select gen_random_uuid(), sha256('{token}'), '{kind}', u.id, p.id, '127.0.0.1', now(), now(),
                 now() + interval '1 day', now()
             from tenancy.users u, tenancy.platforms p where u.email = '{email}' and p.host is null
             on conflict (token_hash) do nothing"
        ),
    )
    .await?;
    Ok(token)
}
