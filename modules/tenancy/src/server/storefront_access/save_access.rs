//! Opens and closes the storefront, and sets the word that lets people in.

use std::collections::BTreeMap;

use orion_kernel::AppError;
use orion_runtime::{
    Ctx, Result,
    access::{PREVIEW_PARAMETER, shared_preview},
    password,
};
use sqlx::types::Json;

use crate::{forms::AccessInput, server::store_change::StoreChange, views::AccessSettings};

/// The mode of a store that lets nobody in; the others are those of `orion_runtime::access`.
const CLOSED: &str = "closed";

/// Whether the store is open, its mode, whether it has a password, and what it says by language.
type Row = (String, String, bool, Json<BTreeMap<String, String>>);

/// Who is let in now, and the secret link.
///
/// # Errors
///
/// `NotFound`; the database cannot be reached.
pub async fn access_settings(ctx: &Ctx) -> Result<AccessSettings> {
    let mut tx = ctx.begin().await?;
    let row: Option<Row> = sqlx::query_as(
        "select status, access, access_password_hash is not null, access_messages from tenancy.stores where id = $1",
    )
    .bind(ctx.store_id()?.0)
    .fetch_optional(tx.conn())
    .await?;
    let (status, access, has_password, messages) = row.ok_or_else(AppError::not_found)?;
    let config = ctx.app().config();
    let store = ctx.store()?;
    let value = shared_preview(&config.secret_key, store);
    Ok(AccessSettings {
        mode: if status == CLOSED { status } else { access },
        has_password,
        messages: messages.0,
        storefront_url: config.public_origin.of_host(&store.host),
        preview_url: format!("{}/?{PREVIEW_PARAMETER}={value}", config.public_origin.of_host(&store.host)),
    })
}

/// Changes who is let in. With a new word, whoever entered with the one before has to enter again.
///
/// # Errors
///
/// What is wrong with which field.
pub async fn save_access(ctx: &Ctx, input: &AccessInput) -> Result<()> {
    let hash = match input.password.as_str() {
        "" => None,
        // Hashed before the row is locked: it takes its time.
        word => {
            input.check(true)?;
            Some(password::hash(word.to_owned()).await.map_err(AppError::from)?)
        }
    };
    let mut change = StoreChange::begin(ctx).await?;
    let store = ctx.store_id()?;
    let has_password: bool =
        sqlx::query_scalar("select access_password_hash is not null from tenancy.stores where id = $1")
            .bind(store.0)
            .fetch_one(change.tx.conn())
            .await?;
    let messages = input.check(has_password)?;
    sqlx::query(
        "update tenancy.stores
         set status = case when $2 = 'closed' then 'closed' else 'open' end,
             access = case when $2 = 'closed' then access else $2 end,
             access_password_hash = coalesce($3, access_password_hash),
             access_version = access_version + case when $3::text is null then 0 else 1 end,
             access_messages = $4
         where id = $1",
    )
    .bind(store.0)
    .bind(&input.mode)
    .bind(hash)
    .bind(Json(&messages))
    .execute(change.tx.conn())
    .await?;
    change.commit("tenancy.storefront_access_changed").await
}
