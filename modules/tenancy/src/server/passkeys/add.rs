//! Somebody adds a passkey to their account.

use orion_kernel::{AppError, Check};
use orion_runtime::{Ctx, PlatformCtx, Result, error::violates, session};
use serde_json::{Value, json};
use sqlx::types::Json;
use uuid::Uuid;
use webauthn_rs::prelude::{PasskeyRegistration, RegisterPublicKeyCredential};

use super::{ceremony, host, read, refused, webauthn};
use crate::server::{
    letters::{Happening, tell},
    profile::{end_others, me},
    second_factor::ensure_codes,
};

/// The ceremony's name.
const PURPOSE: &str = "passkey_add";
/// Nobody needs more.
const MOST: i64 = 20;

/// What the browser is to ask an authenticator for, as JSON. The key is to be one that the authenticator finds by itself, so that
/// signing in needs no e-mail address.
///
/// # Errors
///
/// `Conflict` `too_many_passkeys`.
pub async fn start_passkey(ctx: &Ctx) -> Result<String> {
    ctx.refuse_impersonation()?;
    let me = me(ctx)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let known: Vec<Vec<u8>> =
        sqlx::query_scalar("select credential_id from tenancy.passkeys where user_id = $1 and host = $2")
            .bind(me.id)
            .bind(host(ctx))
            .fetch_all(tx.conn())
            .await?;
    tx.commit().await?;
    if known.len() as i64 >= MOST {
        return Err(AppError::conflict("too_many_passkeys").with("max", MOST).into());
    }
    let (asked, state) =
        webauthn(ctx)?.start_passkey_registration(me.id, &me.email, &me.name, Some(known)).map_err(|error| {
            tracing::error!(%error, "a passkey cannot be asked for");
            AppError::internal()
        })?;
    ceremony::keep(ctx, PURPOSE, Some(me.id), &state).await?;
    let mut asked = serde_json::to_value(asked).map_err(|_| AppError::internal())?;
    let mut options = asked["publicKey"].take();
    if let Some(selection) = options["authenticatorSelection"].as_object_mut() {
        selection.insert("residentKey".to_owned(), Value::from("required"));
        selection.insert("requireResidentKey".to_owned(), Value::from(true));
    }
    Ok(options.to_string())
}

/// Keeps the key that the authenticator made. This session has the second factor from now on, all others end. Whoever had no
/// second factor yet gets recovery codes, shown this once.
///
/// # Errors
///
/// A fault of the field `name`; `passkey_refused` when the answer does not fit what was asked, came late, or came twice.
pub async fn add_passkey(ctx: &Ctx, name: &str, answer: &str) -> Result<Vec<String>> {
    ctx.refuse_impersonation()?;
    let me = me(ctx)?;
    let mut check = Check::new();
    check.text("name", name, 1..=60);
    check.finish()?;
    let state: PasskeyRegistration = ceremony::take(ctx, PURPOSE, Some(me.id)).await?;
    let answer: RegisterPublicKeyCredential = read(answer)?;
    let passkey = webauthn(ctx)?.finish_passkey_registration(&answer, &state).map_err(|error| {
        tracing::info!(%error, "a passkey was refused");
        refused()
    })?;
    let credential_id: &[u8] = passkey.cred_id().as_ref();
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let added = sqlx::query(
        "insert into tenancy.passkeys (user_id, id, name, host, credential_id, credential, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(me.id)
    .bind(ctx.new_id::<Uuid>())
    .bind(name.trim())
    .bind(host(ctx))
    .bind(credential_id)
    .bind(Json(&passkey))
    .bind(ctx.now())
    .execute(tx.conn())
    .await;
    match added {
        Err(error) if violates(&error, "passkeys_credential_id_key") => return Err(refused().into()),
        added => added?,
    };
    let codes = ensure_codes(&mut tx, me.id).await?;
    end_others(&mut tx, me).await?;
    tx.audit("tenancy.second_factor_added", ("user", me.id), json!({ "kind": "passkey", "name": name.trim() })).await?;
    tx.commit().await?;
    session::pass_second_factor(ctx, me.kind).await?;
    tell(ctx, me.id, &me.email, me.locale.unwrap_or(ctx.locale()), Happening::PasskeyAdded).await?;
    Ok(codes)
}
