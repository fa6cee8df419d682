//! A customer changes their own details.

use orion_runtime::{Ctx, Result};

use super::{forms::check_profile, who::customer_of};
use crate::views::Profile;

/// Changes name, telephone number and whether they want the store's news.
pub async fn save_profile(ctx: &Ctx, profile: &Profile) -> Result<()> {
    check_profile(profile)?;
    let customer = customer_of(ctx)?;
    let mut tx = ctx.begin().await?;
    sqlx::query(
        "update customers.customers
         set first_name = $3, last_name = $4, phone = $5, accepts_marketing = $6,
             marketing_at = case when accepts_marketing <> $6 then $7 else marketing_at end
         where store_id = $1 and id = $2",
    )
    .bind(ctx.store_id()?.0)
    .bind(customer.0)
    .bind(profile.first_name.trim())
    .bind(profile.last_name.trim())
    .bind(profile.phone.trim())
    .bind(profile.accepts_marketing)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    tx.audit("customers.profile_changed", ("customer", customer), ()).await?;
    tx.commit().await
}
