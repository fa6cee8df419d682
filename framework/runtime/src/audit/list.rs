//! Reads the log, the latest entry first.

use orion_kernel::{MerchantId, Page, Paged, PlatformId, StoreId};
use serde_json::Value;
use sqlx::{
    PgConnection, Postgres,
    postgres::PgArguments,
    query::{QueryAs, QueryScalar},
};
use time::OffsetDateTime;
use uuid::Uuid;

/// Which entries are wanted; all of the platform's unless narrowed.
#[derive(Clone, Debug)]
pub struct AuditFilter {
    /// The platform.
    pub platform_id: PlatformId,
    /// Of one merchant.
    pub merchant_id: Option<MerchantId>,
    /// Of one store.
    pub store_id: Option<StoreId>,
    /// By one actor.
    pub actor_id: Option<Uuid>,
    /// Of one action, or of a module when it ends with a dot: `orders.`.
    pub action: Option<String>,
    /// About one thing: kind and id.
    pub subject: Option<(String, String)>,
    /// From this moment on.
    pub from: Option<OffsetDateTime>,
    /// Before this moment.
    pub until: Option<OffsetDateTime>,
}

impl AuditFilter {
    /// Everything of a platform.
    #[must_use]
    pub const fn of_platform(platform_id: PlatformId) -> Self {
        Self {
            platform_id,
            merchant_id: None,
            store_id: None,
            actor_id: None,
            action: None,
            subject: None,
            from: None,
            until: None,
        }
    }
}

/// An entry of the log.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct AuditEntry {
    /// Its id.
    pub id: Uuid,
    /// The merchant.
    pub merchant_id: Option<Uuid>,
    /// The store.
    pub store_id: Option<Uuid>,
    /// What sort of actor, as [`ActorKind::code`](super::ActorKind::code).
    pub actor_kind: String,
    /// The user, customer or key.
    pub actor_id: Option<Uuid>,
    /// The actor's name at the time.
    pub actor_name: String,
    /// What was done.
    pub action: String,
    /// The kind of what it was done to.
    pub subject_kind: Option<String>,
    /// The id of what it was done to.
    pub subject_id: Option<String>,
    /// What mattered of it before.
    pub before: Option<Value>,
    /// What mattered of it afterwards.
    pub after: Option<Value>,
    /// The address it was done from.
    pub ip: Option<String>,
    /// The request it was done in.
    pub request_id: Option<String>,
    /// When.
    pub at: OffsetDateTime,
}

/// The condition of both statements, on the nine values that `bind_filter!` binds.
macro_rules! with_condition {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            " from orion.audit_log where platform_id = $1 \
              and ($2::uuid is null or merchant_id = $2) \
              and ($3::uuid is null or store_id = $3) \
              and ($4::uuid is null or actor_id = $4) \
              and ($5::text is null or action = $5 or ($5 like '%.' and starts_with(action, $5))) \
              and ($6::text is null or (subject_kind = $6 and subject_id = $7)) \
              and ($8::timestamptz is null or at >= $8) \
              and ($9::timestamptz is null or at < $9)",
            $after
        )
    };
}

macro_rules! bind_filter {
    ($query:expr, $filter:expr) => {
        $query
            .bind($filter.platform_id.0)
            .bind($filter.merchant_id.map(|id| id.0))
            .bind($filter.store_id.map(|id| id.0))
            .bind($filter.actor_id)
            .bind($filter.action.as_deref())
            .bind($filter.subject.as_ref().map(|(kind, _)| kind))
            .bind($filter.subject.as_ref().map(|(_, id)| id))
            .bind($filter.from)
            .bind($filter.until)
    };
}

/// One page of entries, the latest first. What the connection's tenant may not see is not there.
///
/// # Errors
///
/// The database refuses or cannot be reached.
pub async fn list(conn: &mut PgConnection, filter: &AuditFilter, page: Page) -> Result<Paged<AuditEntry>, sqlx::Error> {
    let entries: QueryAs<'_, Postgres, AuditEntry, PgArguments> = sqlx::query_as(with_condition!(
        "select id, merchant_id, store_id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, \
                before, after, ip, request_id, at",
        " order by at desc, id desc limit $10 offset $11"
    ));
    let items = bind_filter!(entries, filter).bind(page.limit()).bind(page.offset()).fetch_all(&mut *conn).await?;
    let count: QueryScalar<'_, Postgres, i64, PgArguments> = sqlx::query_scalar(with_condition!("select count(*)", ""));
    let total = bind_filter!(count, filter).fetch_one(conn).await?;
    Ok(Paged { items, total, page })
}
