//! A store's word that a domain is its own, as the database has it.

use orion_kernel::StoreId;
use orion_runtime::{Result, Tx};
use time::OffsetDateTime;

use crate::views::DomainState;

/// A claim.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Claim {
    /// Has to stand in the record.
    pub token: String,
    /// How its proof stands.
    #[sqlx(try_from = "String")]
    pub state: DomainState,
    /// Becomes the primary one when there is none.
    pub wants_primary: bool,
    /// When checking began.
    pub checking_since: OffsetDateTime,
    /// How often it was looked at since.
    pub checks: i32,
}

impl Claim {
    /// The claim of a store, locked for the rest of the transaction.
    ///
    /// # Errors
    ///
    /// The database cannot be reached.
    pub async fn lock(tx: &mut Tx, store: StoreId, host: &str) -> Result<Option<Self>> {
        let found = sqlx::query_as(
            "select token, state, wants_primary, checking_since, checks from tenancy.domain_claims
             where store_id = $1 and host = $2 for update",
        );
        Ok(found.bind(store.0).bind(host).fetch_optional(tx.conn()).await?)
    }
}
