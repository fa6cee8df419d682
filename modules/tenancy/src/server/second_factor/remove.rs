//! An operator helps somebody who has lost everything.

use orion_kernel::Locale;
use orion_runtime::{PrincipalKind, Result, Tx, session};
use uuid::Uuid;

use super::forget_devices;
use crate::server::letters::{Happening, tell};

/// Removes app, passkeys, codes and trusted devices, and ends all sessions. The password stays. Whoever calls this writes it into
/// the log, in the same transaction, of a `PlatformCtx`.
///
/// # Errors
///
/// The database refuses.
pub async fn remove_all(tx: &mut Tx, user: Uuid) -> Result<()> {
    for statement in [
        "delete from tenancy.second_factors where user_id = $1",
        "delete from tenancy.recovery_codes where user_id = $1",
        "delete from tenancy.passkeys where user_id = $1",
        "delete from tenancy.challenges where user_id = $1",
    ] {
        sqlx::query(statement).bind(user).execute(tx.conn()).await?;
    }
    forget_devices(tx, user).await?;
    for kind in [PrincipalKind::Operator, PrincipalKind::Member] {
        session::end_all_in(tx, kind, user, None).await?;
    }
    let (email, locale): (String, Option<String>) =
        sqlx::query_as("select email, locale from tenancy.users where id = $1").bind(user).fetch_one(tx.conn()).await?;
    let ctx = tx.ctx().clone();
    let locale = locale.as_deref().and_then(Locale::from_code).unwrap_or(ctx.locale());
    tell(&ctx, user, &email, locale, Happening::FactorsReset).await
}
