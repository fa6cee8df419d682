//! Somebody signs in with a passkey, without saying who they are: the authenticator knows.

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result};
use sqlx::types::Json;
use uuid::Uuid;
use webauthn_rs::prelude::{DiscoverableAuthentication, Passkey, PublicKeyCredential};

use super::{ceremony, host, read, refused, webauthn};
use crate::{
    model::Wishes,
    server::sign_in::{Method, by_id, finish},
};

/// The ceremony's name.
const PURPOSE: &str = "passkey_sign_in";

/// What the browser is to ask an authenticator for, as JSON; the same for everybody.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn ask_for_passkey(ctx: &Ctx) -> Result<String> {
    let (asked, state) = webauthn(ctx)?.start_discoverable_authentication().map_err(|error| {
        tracing::error!(%error, "a passkey cannot be asked for");
        AppError::internal()
    })?;
    ceremony::keep(ctx, PURPOSE, None, &state).await?;
    let asked = serde_json::to_value(asked).map_err(|_| AppError::internal())?;
    Ok(asked["publicKey"].to_string())
}

/// Signs in whose passkey has answered, and says where to go.
///
/// # Errors
///
/// `passkey_refused`, whatever does not fit.
pub async fn sign_in_with_passkey(ctx: &Ctx, answer: &str, wishes: &Wishes) -> Result<String> {
    let state: DiscoverableAuthentication = ceremony::take(ctx, PURPOSE, None).await?;
    let answer: PublicKeyCredential = read(answer)?;
    let webauthn = webauthn(ctx)?;
    let (user, credential_id) = webauthn.identify_discoverable_authentication(&answer).map_err(|_| refused())?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let found: Option<(Uuid, Json<Passkey>)> = sqlx::query_as(
        "select id, credential from tenancy.passkeys where user_id = $1 and credential_id = $2 and host = $3 for update",
    )
    .bind(user)
    .bind(credential_id)
    .bind(host(ctx))
    .fetch_optional(tx.conn())
    .await?;
    let (id, Json(mut passkey)) = found.ok_or_else(refused)?;
    let shown = webauthn.finish_discoverable_authentication_v2(&answer, state, &passkey).map_err(|error| {
        tracing::info!(%error, "a passkey was refused");
        refused()
    })?;
    passkey.update_credential(&shown);
    sqlx::query("update tenancy.passkeys set credential = $3, last_used_at = $4 where user_id = $1 and id = $2")
        .bind(user)
        .bind(id)
        .bind(Json(&passkey))
        .bind(ctx.now())
        .execute(tx.conn())
        .await?;
    tx.commit().await?;
    let kind = PrincipalKind::of(ctx.scope().frontend);
    let account = by_id(ctx, kind, user).await?.ok_or_else(refused)?;
    finish(ctx, kind, &account, wishes, Method::Passkey).await
}
