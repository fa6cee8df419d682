//! Changes of the store's own row: what stood there before and afterwards is told, and everybody sees them at once.

use orion_kernel::AppError;
use orion_runtime::{Ctx, Result, Tx, invalidation};
use serde_json::{Map, Value};

use super::directory::STORES;

/// A change that has begun: the store's row is locked.
pub(super) struct StoreChange {
    pub(super) tx: Tx,
    before: Map<String, Value>,
}

impl StoreChange {
    /// Begins a change of the store at hand. Whoever changes it at the same time waits.
    ///
    /// # Errors
    ///
    /// `NotFound`; the database cannot be reached.
    pub(super) async fn begin(ctx: &Ctx) -> Result<Self> {
        let mut tx = ctx.begin().await?;
        let before = row(&mut tx).await?;
        Ok(Self { tx, before })
    }

    /// What stood in a column before, as a text.
    pub(super) fn was(&self, column: &str) -> &str {
        self.before.get(column).and_then(Value::as_str).unwrap_or_default()
    }

    /// Tells of what has changed, in the columns whose names are not secret, and makes it so. Nothing happens when nothing
    /// has changed.
    ///
    /// # Errors
    ///
    /// The database cannot be reached.
    pub(super) async fn commit(mut self, action: &str) -> Result<()> {
        let ctx = self.tx.ctx().clone();
        let store = ctx.store_id()?;
        let after = row(&mut self.tx).await?;
        let (before, after) = differences(&self.before, &after);
        if after.is_empty() {
            return self.tx.commit().await;
        }
        self.tx.audit_change(action, ("store", store), before, after).await?;
        invalidation::publish(self.tx.conn(), STORES, &store.to_string()).await?;
        self.tx.commit().await?;
        ctx.app().directory().forget();
        Ok(())
    }
}

async fn row(tx: &mut Tx) -> Result<Map<String, Value>> {
    let store = tx.ctx().store_id()?;
    let row: Option<Value> = sqlx::query_scalar(
        "select to_jsonb(s) - 'access_password_hash' from tenancy.stores s where id = $1 for no key update",
    )
    .bind(store.0)
    .fetch_optional(tx.conn())
    .await?;
    match row {
        Some(Value::Object(row)) => Ok(row),
        _ => Err(AppError::not_found().into()),
    }
}

fn differences(before: &Map<String, Value>, after: &Map<String, Value>) -> (Map<String, Value>, Map<String, Value>) {
    let changed = |row: &Map<String, Value>| {
        let differs = |name: &str| before.get(name) != after.get(name);
        row.iter().filter(|(name, _)| differs(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
    };
    (changed(before), changed(after))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_differs_is_told() {
        let map = |value: Value| value.as_object().cloned().unwrap_or_default();
        let (before, after) =
            differences(&map(json!({ "name": "a", "city": "Esch" })), &map(json!({ "name": "b", "city": "Esch" })));
        assert_eq!((json!(before), json!(after)), (json!({ "name": "a" }), json!({ "name": "b" })));
    }
}
