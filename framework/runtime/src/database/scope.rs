//! Opens a transaction that sees one tenant's rows.

use orion_kernel::{MerchantId, PlatformId, StoreId};
use sqlx::{AssertSqlSafe, PgPool, Postgres, Transaction};

/// The role a transaction takes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Sees only rows of the scope; touching a tenant table without its id in the scope is an error.
    Tenant,
    /// Sees the rows of all tenants: operators, billing runs, clean-up.
    Platform,
}

impl Role {
    /// The role's name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tenant => "orion_tenant",
            Self::Platform => "orion_platform",
        }
    }
}

/// Whose rows a transaction may touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowScope {
    /// The role taken on.
    pub role: Role,
    /// Rows protected by platform.
    pub platform_id: Option<PlatformId>,
    /// Rows protected by merchant.
    pub merchant_id: Option<MerchantId>,
    /// Rows protected by store.
    pub store_id: Option<StoreId>,
}

impl RowScope {
    /// All tenants' rows.
    pub const PLATFORM: Self = Self { role: Role::Platform, platform_id: None, merchant_id: None, store_id: None };

    /// The statement that opens the transaction and sets the scope. Ids and role names hold nothing that could break
    /// out of the quotes.
    fn begin_statement(&self) -> String {
        let quoted = |id: Option<String>| id.map_or_else(|| "null".to_owned(), |id| format!("'{id}'"));
        format!(
            "begin; select orion.set_scope('{}', {}, {}, {})",
            self.role.name(),
            quoted(self.platform_id.map(|id| id.0.to_string())),
            quoted(self.merchant_id.map(|id| id.0.to_string())),
            quoted(self.store_id.map(|id| id.0.to_string())),
        )
    }
}

/// Opens a transaction with the scope set, in one round trip. Both end with the transaction, so the next user of the
/// connection inherits nothing, even when the caller is dropped meanwhile.
pub async fn begin(pool: &PgPool, scope: &RowScope) -> Result<Transaction<'static, Postgres>, sqlx::Error> {
    let (pool, statement) = (pool.clone(), scope.begin_statement());
    // On a task of its own: whoever asks may be gone before the database answers, such as a browser that is closed, and sqlx
    // gives a connection whose `begin` was dropped half way back to the pool with its transaction open.
    let begun = tokio::spawn(async move { pool.begin_with(AssertSqlSafe(statement)).await });
    begun.await.map_err(|_| sqlx::Error::WorkerCrashed)?
}
