//! The link that an operator follows to go on as somebody else. It leads to the host whose cookie it sets.

use axum::{
    Extension, Router,
    extract::Path,
    response::{IntoResponse, Response},
    routing::get,
};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use orion_kernel::{AppError, Frontend, StoreId};
use orion_runtime::{
    App, Ctx, PlatformCtx, PrincipalKind, Result, one_time_token,
    server_fns::with_headers,
    session::{self, Impersonation, SignIn},
};
use serde_json::json;
use time::Duration;
use uuid::Uuid;

use crate::paths;

/// How long an operator acts as somebody else.
const TTL: Duration = Duration::minutes(30);

#[derive(sqlx::FromRow)]
struct Asked {
    id: Uuid,
    operator_id: Uuid,
    operator_name: String,
    person_id: Uuid,
    person_name: String,
    store_code: String,
    reason: String,
}

/// `GET /impersonation/{token}` in back offices and storefronts.
pub fn routes(_: App) -> Router {
    Router::new().route(paths::IMPERSONATION, get(enter))
}

async fn enter(
    Extension(ctx): Extension<Ctx>,
    Path(token): Path<String>,
    method: Method,
    headers: HeaderMap,
) -> Response {
    // Whoever only asks whether there is something, or fetches ahead, would use the link up.
    if method != Method::GET {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    if headers.get("sec-purpose").is_some_and(|purpose| purpose.as_bytes().starts_with(b"prefetch")) {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let (entered, cookies) = with_headers(open(&ctx, &token)).await;
    match entered {
        Ok(()) => {
            let base = &ctx.scope().base;
            let home = if base.is_empty() { "/" } else { base };
            let mut response = StatusCode::SEE_OTHER.into_response();
            let headers = response.headers_mut();
            headers.extend(cookies);
            headers.extend(HeaderValue::from_str(home).ok().map(|home| (header::LOCATION, home)));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(error) => {
            let status = StatusCode::from_u16(AppError::from(error).status());
            status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
        }
    }
}

/// Uses the link up and starts the session. A link of another store, host or kind is as good as none.
async fn open(ctx: &Ctx, token: &str) -> Result<()> {
    let (kind, store) = match ctx.scope().frontend {
        Frontend::Store => (PrincipalKind::Member, ctx.store_id()?),
        Frontend::Storefront => (PrincipalKind::Customer, ctx.store_id()?),
        Frontend::Platform | Frontend::Admin => return Err(AppError::not_found().into()),
    };
    let asked = use_up(ctx, kind, store, token).await?;
    session::start(
        ctx,
        SignIn {
            store: (kind == PrincipalKind::Customer).then_some(store),
            second_factor: true,
            impersonation: Some(Impersonation {
                operator_id: asked.operator_id,
                operator_name: asked.operator_name,
                reason: asked.reason,
                ttl: TTL,
            }),
            ..SignIn::new(kind, asked.person_id)
        },
    )
    .await?;
    Ok(())
}

async fn use_up(ctx: &Ctx, kind: PrincipalKind, store: StoreId, token: &str) -> Result<Asked> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let asked: Option<Asked> = sqlx::query_as(
        "update tenancy.impersonations set token_hash = null, used_at = $5, ends_at = $6
         where token_hash = $1 and platform_id = $2 and kind = $3 and store_id = $4 and expires_at > $5
           and exists (select from tenancy.operators o
                       where o.platform_id = impersonations.platform_id and o.user_id = impersonations.operator_id)
         returning id, operator_id, operator_name, person_id, person_name, store_code, reason",
    )
    .bind(one_time_token::hash(token))
    .bind(ctx.platform_id().0)
    .bind(kind.code())
    .bind(store.0)
    .bind(ctx.now())
    .bind(ctx.now() + TTL)
    .fetch_optional(tx.conn())
    .await?;
    let asked = asked.ok_or_else(AppError::not_found)?;
    let told = json!({
        "impersonation": asked.id, "operator": asked.operator_name, "person": asked.person_name, "reason": asked.reason
    });
    tx.audit("tenancy.impersonation_started", ("store", &asked.store_code), told).await?;
    tx.commit().await?;
    Ok(asked)
}
