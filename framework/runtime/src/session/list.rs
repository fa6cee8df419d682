//! Where is somebody signed in?

use orion_kernel::{PlatformId, SessionId};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{App, PrincipalKind, Result, ctx::begin_unscoped};

/// A session as its person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// Its id.
    pub id: SessionId,
    /// What the browser calls itself; [`orion_kernel::user_agent::name`] puts it in words.
    pub user_agent: String,
    /// The address it was last used from.
    pub ip: String,
    /// When they signed in.
    pub created_at: OffsetDateTime,
    /// About when it was last used.
    pub last_used_at: OffsetDateTime,
    /// Whether the browser keeps it when it is closed.
    pub remembered: bool,
    /// Whether a second factor was shown.
    pub second_factor: bool,
    /// The operator who acts as the person in it.
    pub impersonator: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    user_agent: String,
    ip: String,
    created_at: OffsetDateTime,
    last_used_at: OffsetDateTime,
    remembered: bool,
    second_factor: bool,
    impersonator: Option<String>,
}

/// The sessions of a person that can still be used, the latest used first: everywhere, or on one platform.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn list(
    app: &App,
    kind: PrincipalKind,
    principal: Uuid,
    platform: Option<PlatformId>,
) -> Result<Vec<SessionRow>> {
    let mut tx = begin_unscoped(app).await?;
    let rows: Vec<Row> = sqlx::query_as(
        "select id, user_agent, ip, created_at, last_used_at, remembered, second_factor_at is not null as second_factor,
                case when impersonator_id is not null then impersonator_name end as impersonator
         from orion.sessions
         where kind = $1 and principal_id = $2 and expires_at > now()
           and last_used_at > now() - make_interval(secs => idle_secs) and ($3::uuid is null or platform_id = $3)
         order by last_used_at desc, id desc limit 100",
    )
    .bind(kind.code())
    .bind(principal)
    .bind(platform.map(|platform| platform.0))
    .fetch_all(&mut *tx)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| SessionRow {
            id: SessionId(row.id),
            user_agent: row.user_agent,
            ip: row.ip,
            created_at: row.created_at,
            last_used_at: row.last_used_at,
            remembered: row.remembered,
            second_factor: row.second_factor,
            impersonator: row.impersonator,
        })
        .collect())
}
