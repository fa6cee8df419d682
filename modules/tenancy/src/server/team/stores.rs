//! The stores a form lets somebody into.

use orion_kernel::AppError;
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use crate::{forms::MemberInput, server::roles::Held};

/// Reads them; `None` for all of the merchant's.
///
/// # Errors
///
/// `choose_a_store` for none; `NotFound` for one of another merchant, or that they do not work in themselves;
/// `beyond_your_stores` for all of them.
pub(in crate::server) async fn chosen_stores(
    tx: &mut Tx,
    merchant: Uuid,
    held: &Held,
    input: &MemberInput,
) -> Result<Option<Vec<Uuid>>> {
    if input.all_stores {
        held.may_open(None)?;
        return Ok(None);
    }
    let mut wanted: Vec<Uuid> = input.stores.iter().map(|store| store.0).collect();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        return Err(AppError::field("stores", "choose_a_store").into());
    }
    let there: i64 = sqlx::query_scalar(
        "select count(*) from tenancy.stores
             where merchant_id = $1 and id = any($2) and ($3::uuid[] is null or id = any($3))",
    )
    .bind(merchant)
    .bind(&wanted)
    .bind(held.stores.as_deref())
    .fetch_one(tx.conn())
    .await?;
    if usize::try_from(there) != Ok(wanted.len()) {
        return Err(AppError::not_found().into());
    }
    Ok(Some(wanted))
}
