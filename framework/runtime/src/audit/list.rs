//! Reads the log, the latest entry first.

use orion_kernel::{MerchantId, PlatformId, StoreId};
use serde_json::Value;
use sqlx::{PgConnection, Postgres, QueryBuilder};
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
    /// By people whose name begins with this.
    pub actor: Option<String>,
    /// Of one action, or of a module when it ends with a dot: `orders.`.
    pub action: Option<String>,
    /// About one thing: kind and id.
    pub subject: Option<(String, String)>,
    /// About things with this id, by people whose name begins with it, or of an action with this code.
    pub search: Option<String>,
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
            actor: None,
            action: None,
            subject: None,
            search: None,
            from: None,
            until: None,
        }
    }
}

/// A place in the log: entries after it are older.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditPlace {
    /// When the entry was written.
    pub at: OffsetDateTime,
    /// Its id.
    pub id: Uuid,
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

/// What is read of an entry.
macro_rules! select {
    () => {
        "select id, merchant_id, store_id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, \
                before, after, ip, request_id, at \
         from orion.audit_log where platform_id = "
    };
}

/// The entries a filter lets through, the latest first, those after a place where one is given; `limit` at most. What the
/// connection's tenant may not see is not there. It reads along an index and counts nothing, so that it takes as long in
/// a log of millions.
///
/// # Errors
///
/// The database refuses or cannot be reached.
pub async fn list(
    conn: &mut PgConnection,
    filter: &AuditFilter,
    after: Option<AuditPlace>,
    limit: i64,
) -> Result<Vec<AuditEntry>, sqlx::Error> {
    let mut sql = QueryBuilder::new(select!());
    sql.push_bind(filter.platform_id.0);
    narrow(&mut sql, filter);
    if let Some(place) = after {
        sql.push(" and (at, id) < (").push_bind(place.at).push(", ").push_bind(place.id).push(")");
    }
    sql.push(" order by at desc, id desc limit ").push_bind(limit);
    sql.build_query_as().fetch_all(conn).await
}

/// One entry of a platform's log, or of a store's where one is given.
///
/// # Errors
///
/// The database refuses or cannot be reached.
pub async fn find(
    conn: &mut PgConnection,
    platform: PlatformId,
    store: Option<StoreId>,
    id: Uuid,
) -> Result<Option<AuditEntry>, sqlx::Error> {
    sqlx::query_as(concat!(select!(), "$1 and id = $2 and ($3::uuid is null or store_id = $3)"))
        .bind(platform.0)
        .bind(id)
        .bind(store.map(|store| store.0))
        .fetch_optional(conn)
        .await
}

fn narrow(sql: &mut QueryBuilder<Postgres>, filter: &AuditFilter) {
    if let Some(merchant) = filter.merchant_id {
        sql.push(" and merchant_id = ").push_bind(merchant.0);
    }
    if let Some(store) = filter.store_id {
        sql.push(" and store_id = ").push_bind(store.0);
    }
    if let Some(actor) = filter.actor_id {
        sql.push(" and actor_id = ").push_bind(actor);
    }
    if let Some(name) = &filter.actor {
        sql.push(" and ");
        begins(sql, "actor_key", &name.to_lowercase());
    }
    match filter.action.as_deref() {
        Some(code) if code.ends_with('.') => {
            sql.push(" and ");
            begins(sql, "action", code);
        }
        Some(code) => {
            sql.push(" and action = ").push_bind(code.to_owned());
        }
        None => {}
    }
    if let Some((kind, id)) = &filter.subject {
        sql.push(" and subject_kind = ").push_bind(kind.clone());
        sql.push(" and subject_id = ").push_bind(id.clone());
    }
    if let Some(words) = &filter.search {
        sql.push(" and (subject_id = ").push_bind(words.clone()).push(" or ");
        begins(sql, "actor_key", &words.to_lowercase());
        sql.push(" or ");
        begins(sql, "action", words);
        sql.push(")");
    }
    if let Some(from) = filter.from {
        sql.push(" and at >= ").push_bind(from);
    }
    if let Some(until) = filter.until {
        sql.push(" and at < ").push_bind(until);
    }
}

/// Texts that begin with `start`: with these operators the index serves under row-level security too.
fn begins(sql: &mut QueryBuilder<Postgres>, column: &'static str, start: &str) {
    sql.push("(").push(column).push(" ~>=~ ").push_bind(start.to_owned());
    // No text's character lies above it.
    sql.push(" and ").push(column).push(" ~<~ ").push_bind(format!("{start}\u{10ffff}")).push(")");
}
