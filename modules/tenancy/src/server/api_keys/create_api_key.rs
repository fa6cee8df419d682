//! Makes a key.

use std::collections::BTreeSet;

use orion_kernel::{AppError, Check};
use orion_runtime::{Ctx, PlatformCtx, Result, api_key};
use serde_json::json;
use time::OffsetDateTime;

use crate::{
    forms::ApiKeyInput,
    permissions::API_KEYS_MANAGE,
    server::roles::{Realm, all_of},
    views::{ApiKeyId, NewApiKey},
};

/// How many a store can have.
const MAX_KEYS: i64 = 50;

/// Makes a key that may do what is chosen, and nothing that whoever makes it may not. Nobody sees the key again.
///
/// # Errors
///
/// `beyond_your_role`; `too_many_keys`; faults of the fields.
pub async fn create_api_key(ctx: &Ctx, input: &ApiKeyInput) -> Result<NewApiKey> {
    ctx.refuse_impersonation()?;
    let realm = Realm::Team(ctx.merchant_id()?.0);
    let known = all_of(realm, ctx);
    let expires_at = input.expires_at(ctx.now());
    let mut check = Check::new();
    check.text("name", &input.name, 1..=60);
    check.when(input.scopes.is_empty(), "scopes", "choose_a_permission");
    check.when(input.scopes.iter().any(|id| !known.contains(id.as_str())), "scopes", "invalid_choice");
    check.when(expires_at.is_none(), "days", "invalid_choice");
    check.finish()?;
    let expires_at: Option<OffsetDateTime> = expires_at.ok_or_else(AppError::internal)?;
    let store = ctx.store_id()?.0;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let held = realm.lock(&mut tx, API_KEYS_MANAGE).await?;
    held.may_grant(&input.scopes)?;
    let count: i64 =
        sqlx::query_scalar("select count(*) from tenancy.api_keys where store_id = $1 and revoked_at is null")
            .bind(store)
            .fetch_one(tx.conn())
            .await?;
    if count >= MAX_KEYS {
        return Err(AppError::conflict("too_many_keys").with("max", MAX_KEYS).into());
    }
    let key = api_key::new(ctx);
    let id: ApiKeyId = ctx.new_id();
    let scopes: Vec<&String> = input.scopes.iter().collect::<BTreeSet<_>>().into_iter().collect();
    let name = input.name.trim();
    sqlx::query(
        "insert into tenancy.api_keys (store_id, id, name, prefix, token_hash, scopes, created_by, created_by_name, created_at,
             expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(store)
    .bind(id.0)
    .bind(name)
    .bind(&key.prefix)
    .bind(&key.hash)
    .bind(&scopes)
    .bind(held.id)
    .bind(ctx.principal().map(|who| who.name.as_str()).unwrap_or_default())
    .bind(ctx.now())
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    tx.audit("tenancy.api_key_created", ("api_key", id), json!({ "name": name, "scopes": scopes })).await?;
    tx.commit().await?;
    Ok(NewApiKey { key: key.plain, name: name.to_owned() })
}
