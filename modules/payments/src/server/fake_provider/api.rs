//! The pretend provider's interface: sessions and refunds.

use axum::{
    Extension, Json,
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};
use serde::Serialize;

use super::sessions::{self, Kept};
use crate::server::{
    card_protocol::{IDEMPOTENCY_KEY, Refund, RefundRequest, Refused, SessionRequest, SessionStatus},
    development,
};

/// Makes a session.
pub async fn create_session(
    Extension(ctx): Extension<Ctx>,
    headers: HeaderMap,
    Json(request): Json<SessionRequest>,
) -> Response {
    answer(create(&ctx, &headers, &request).await)
}

/// Says how a session stands.
pub async fn read_session(Extension(ctx): Extension<Ctx>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    answer(read(&ctx, &headers, &id, false).await)
}

/// Closes a session unless it is paid.
pub async fn expire_session(Extension(ctx): Extension<Ctx>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    answer(read(&ctx, &headers, &id, true).await)
}

/// Sends money back.
pub async fn create_refund(
    Extension(ctx): Extension<Ctx>,
    headers: HeaderMap,
    Json(request): Json<RefundRequest>,
) -> Response {
    answer(refund(&ctx, &headers, &request).await)
}

/// An answer, or a refusal with its code.
fn answer<T: Serialize>(outcome: Result<T>) -> Response {
    match outcome {
        Ok(value) => Json(value).into_response(),
        Err(error) => {
            let error = AppError::from(error);
            let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, Json(Refused { error: error.code.to_string() })).into_response()
        }
    }
}

async fn create(ctx: &Ctx, headers: &HeaderMap, request: &SessionRequest) -> Result<impl Serialize + use<>> {
    authorise(ctx, headers)?;
    let key = key(headers)?;
    if request.amount_minor < 1 {
        return Err(AppError::invalid("amount_too_small").into());
    }
    let mut tx = ctx.begin().await?;
    let kept = sessions::create(&mut tx, &key, request).await?;
    tx.commit().await?;
    Ok(kept.view(&development::api_url(ctx.app())))
}

async fn read(ctx: &Ctx, headers: &HeaderMap, id: &str, expire: bool) -> Result<impl Serialize + use<>> {
    authorise(ctx, headers)?;
    let mut tx = ctx.begin().await?;
    let mut kept = sessions::take(&mut tx, id).await?;
    if expire && kept.status == SessionStatus::Open {
        kept = Kept { status: SessionStatus::Expired, ..kept };
        sessions::write(&mut tx, &kept, None).await?;
    }
    tx.commit().await?;
    Ok(kept.view(&development::api_url(ctx.app())))
}

async fn refund(ctx: &Ctx, headers: &HeaderMap, request: &RefundRequest) -> Result<impl Serialize + use<>> {
    authorise(ctx, headers)?;
    let key = key(headers)?;
    let platform = ctx.platform_id();
    let mut tx = ctx.begin().await?;
    let kept = sessions::take(&mut tx, &request.session).await?;
    let earlier: Vec<(String, String, i64)> = sqlx::query_as(
        "select id, request_key, amount_minor from payments.fake_refunds where platform_id = $1 and session_id = $2",
    )
    .bind(platform.0)
    .bind(&kept.id)
    .fetch_all(tx.conn())
    .await?;
    if let Some((id, _, _)) = earlier.iter().find(|(_, of, _)| *of == key) {
        return Ok(Refund { id: id.clone() });
    }
    let back: i64 = earlier.iter().map(|(_, _, amount)| amount).sum();
    let is_covered = request.amount_minor >= 1 && back + request.amount_minor <= kept.request.amount_minor;
    if kept.refuses_refunds {
        return Err(AppError::invalid("provider_refused").into());
    }
    if kept.status != SessionStatus::Paid || !is_covered {
        return Err(AppError::invalid("nothing_to_refund").into());
    }
    let id = format!("re_{}", tx.new_id::<uuid::Uuid>().simple());
    sqlx::query(
        "insert into payments.fake_refunds (platform_id, id, request_key, session_id, amount_minor, created_at)
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(platform.0)
    .bind(&id)
    .bind(&key)
    .bind(&kept.id)
    .bind(request.amount_minor)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    tx.commit().await?;
    Ok(Refund { id })
}

fn authorise(ctx: &Ctx, headers: &HeaderMap) -> Result<(), AppError> {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let expected = format!("Bearer {}", development::api_key(ctx.app()));
    if given == expected { Ok(()) } else { Err(AppError::unauthenticated()) }
}

fn key(headers: &HeaderMap) -> Result<String, AppError> {
    headers
        .get(IDEMPOTENCY_KEY)
        .and_then(|value| value.to_str().ok())
        .filter(|key| !key.is_empty() && key.len() <= 100)
        .map(str::to_owned)
        .ok_or_else(|| AppError::invalid("key_missing"))
}
