//! What somebody wants to be told, and how.

use std::collections::HashMap;

use orion_runtime::{Ctx, Result};
use uuid::Uuid;

use super::{
    super::place::{Place, who},
    kinds,
};
use crate::views::PreferenceRow;

/// One's own choices, one for each kind one may be told of.
pub async fn preferences(ctx: &Ctx) -> Result<Vec<PreferenceRow>> {
    let (place, user) = (Place::of(ctx), who(ctx)?);
    let mut tx = ctx.begin().await?;
    let known: Vec<(String, bool, bool)> = sqlx::query_as(
        "select kind, in_app, by_mail from core.notification_preferences
         where platform_id = $1 and user_id = $3 and store_id is not distinct from $2",
    )
    .bind(place.platform)
    .bind(place.store)
    .bind(user)
    .fetch_all(tx.conn())
    .await?;
    let known: HashMap<String, (bool, bool)> = known.into_iter().map(|(kind, app, mail)| (kind, (app, mail))).collect();
    let may = |permission| ctx.principal().is_some_and(|principal| principal.may(permission));
    let rows = kinds(ctx, ctx.scope().frontend, may).into_iter().map(|kind| {
        let (in_app, by_mail) = known.get(kind.code).copied().unwrap_or((true, kind.by_mail));
        PreferenceRow { kind: kind.code.to_owned(), label: (kind.label)(ctx.locale()).to_owned(), in_app, by_mail }
    });
    Ok(rows.collect())
}

/// Saves one's choices: the kinds that reach one in the back office, and those that come by mail. What one may not be told
/// of, and what does not exist, stays as it is.
pub async fn save_preferences(ctx: &Ctx, in_app: &[String], by_mail: &[String]) -> Result<()> {
    let (place, user): (Place, Uuid) = (Place::of(ctx), who(ctx)?);
    let may = |permission| ctx.principal().is_some_and(|principal| principal.may(permission));
    let kinds: Vec<String> =
        kinds(ctx, ctx.scope().frontend, may).into_iter().map(|kind| kind.code.to_owned()).collect();
    let chosen = |list: &[String]| -> Vec<bool> { kinds.iter().map(|kind| list.contains(kind)).collect() };
    let mut tx = ctx.begin().await?;
    sqlx::query(
        "insert into core.notification_preferences (platform_id, store_id, user_id, kind, in_app, by_mail)
         select $1, $2, $3, kind, in_app, by_mail from unnest($4::text[], $5::bool[], $6::bool[]) as chosen (kind, in_app, by_mail)
         on conflict on constraint one_preference do update set in_app = excluded.in_app, by_mail = excluded.by_mail",
    )
    .bind(place.platform)
    .bind(place.store)
    .bind(user)
    .bind(&kinds)
    .bind(chosen(in_app))
    .bind(chosen(by_mail))
    .execute(tx.conn())
    .await?;
    tx.commit().await
}
