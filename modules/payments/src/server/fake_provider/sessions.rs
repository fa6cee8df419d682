//! The pretend provider's sessions as it keeps them.

use orion_kernel::AppError;
use orion_runtime::{Result, Tx};
use sqlx::types::Json;
use time::OffsetDateTime;

use crate::server::card_protocol::{Session, SessionRequest, SessionStatus};

/// A session.
pub struct Kept {
    /// Its id.
    pub id: String,
    /// What was asked for.
    pub request: SessionRequest,
    /// How it stands.
    pub status: SessionStatus,
    /// Why it failed.
    pub failure: Option<String>,
    /// A confirmation is being waited for.
    pub needs_confirmation: bool,
    /// The card's bank takes no money back.
    pub refuses_refunds: bool,
}

impl Kept {
    /// As the interface shows it.
    pub fn view(&self, base: &str) -> Session {
        Session {
            id: self.id.clone(),
            reference: self.request.reference.clone(),
            url: format!("{base}/pay/{}", self.id),
            amount_minor: self.request.amount_minor,
            currency: self.request.currency.clone(),
            status: self.status,
            failure: self.failure.clone(),
        }
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    request: Json<SessionRequest>,
    #[sqlx(try_from = "String")]
    status: SessionStatus,
    failure: Option<String>,
    needs_confirmation: bool,
    refuses_refunds: bool,
    settles_at: Option<OffsetDateTime>,
}

impl Row {
    fn kept(self, now: OffsetDateTime) -> Kept {
        let is_settled = self.status == SessionStatus::Processing && self.settles_at.is_some_and(|at| at <= now);
        Kept {
            id: self.id,
            request: self.request.0,
            status: if is_settled { SessionStatus::Paid } else { self.status },
            failure: self.failure,
            needs_confirmation: self.needs_confirmation,
            refuses_refunds: self.refuses_refunds,
        }
    }
}

/// Makes a session; the same key gets the same one.
///
/// # Errors
///
/// `Invalid` when something else was asked for under the key before.
pub async fn create(tx: &mut Tx, key: &str, request: &SessionRequest) -> Result<Kept> {
    let (platform, now, id) = (tx.ctx().platform_id(), tx.now(), format!("cs_{}", tx.new_id::<uuid::Uuid>().simple()));
    sqlx::query(
        "insert into payments.fake_sessions (platform_id, id, request_key, request, status, created_at)
         values ($1, $2, $3, $4, 'open', $5) on conflict (platform_id, request_key) do nothing",
    )
    .bind(platform.0)
    .bind(&id)
    .bind(key)
    .bind(Json(request))
    .bind(now)
    .execute(tx.conn())
    .await?;
    let row: Row = sqlx::query_as(
        "select id, request, status, failure, needs_confirmation, refuses_refunds, settles_at from payments.fake_sessions
         where platform_id = $1 and request_key = $2",
    )
    .bind(platform.0)
    .bind(key)
    .fetch_one(tx.conn())
    .await?;
    let kept = row.kept(now);
    if kept.request == *request { Ok(kept) } else { Err(AppError::invalid("key_used_for_another_request").into()) }
}

/// A session that nobody else can change until the transaction ends.
///
/// # Errors
///
/// `NotFound`.
pub async fn take(tx: &mut Tx, id: &str) -> Result<Kept> {
    let (platform, now) = (tx.ctx().platform_id(), tx.now());
    let row: Option<Row> = sqlx::query_as(
        "select id, request, status, failure, needs_confirmation, refuses_refunds, settles_at from payments.fake_sessions
         where platform_id = $1 and id = $2 for update",
    )
    .bind(platform.0)
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.ok_or_else(AppError::not_found)?.kept(now))
}

/// Writes how a session stands; `settles_at` is when a slow bank has answered.
pub async fn write(tx: &mut Tx, kept: &Kept, settles_at: Option<OffsetDateTime>) -> Result<()> {
    let platform = tx.ctx().platform_id();
    sqlx::query(
        "update payments.fake_sessions set status = $3, failure = $4, needs_confirmation = $5, settles_at = $6, refuses_refunds = $7
         where platform_id = $1 and id = $2",
    )
    .bind(platform.0)
    .bind(&kept.id)
    .bind(kept.status.code())
    .bind(&kept.failure)
    .bind(kept.needs_confirmation)
    .bind(settles_at)
    .bind(kept.refuses_refunds)
    .execute(tx.conn())
    .await?;
    Ok(())
}
