//! The framework's own tables: what stays as written, and who reads what.

use orion_runtime::database::{RowScope, begin};
use sqlx::PgPool;
use uuid::Uuid;

use crate::harness::{new_id, new_store, with_database};

async fn write_entry(pool: &PgPool, scope: &RowScope) -> Result<(), sqlx::Error> {
    let mut tx = begin(pool, scope).await?;
    sqlx::query(
        "insert into orion.audit_log (platform_id, id, merchant_id, store_id, actor_kind, actor_name, action)
         values ($1, $2, $3, $4, 'user', 'Ada', 'orders.cancelled')",
    )
    .bind(scope.platform_id.map(|id| id.0))
    .bind(new_id())
    .bind(scope.merchant_id.map(|id| id.0))
    .bind(scope.store_id.map(|id| id.0))
    .execute(&mut *tx)
    .await?;
    tx.commit().await
}

async fn entries(pool: &PgPool, scope: &RowScope) -> i64 {
    let mut tx = begin(pool, scope).await.unwrap();
    sqlx::query_scalar("select count(*) from orion.audit_log").fetch_one(&mut *tx).await.unwrap()
}

#[tokio::test]
async fn entries_belong_to_the_scope_they_were_written_in() {
    with_database(async |pool| {
        let (mine, theirs) = (new_store(), new_store());
        write_entry(pool, &mine).await.unwrap();
        write_entry(pool, &theirs).await.unwrap();
        assert_eq!(entries(pool, &mine).await, 1);
        assert_eq!(entries(pool, &RowScope { store_id: None, ..mine }).await, 0);
        assert_eq!(entries(pool, &RowScope::PLATFORM).await, 2);
    })
    .await;
}

#[tokio::test]
async fn nobody_changes_or_removes_an_entry() {
    with_database(async |pool| {
        let mine = new_store();
        write_entry(pool, &mine).await.unwrap();
        for statement in
            ["update orion.audit_log set actor_name = 'Eve'", "delete from orion.audit_log", "truncate orion.audit_log"]
        {
            for scope in [&mine, &RowScope::PLATFORM] {
                let mut tx = begin(pool, scope).await.unwrap();
                assert!(sqlx::query(statement).execute(&mut *tx).await.is_err(), "{statement}");
            }
            assert!(sqlx::query(statement).execute(pool).await.is_err(), "{statement} as the owner");
        }
        let truncated = sqlx::query("truncate orion.audit_log").execute(pool).await.unwrap_err();
        assert!(truncated.to_string().contains("never changed or removed"), "{truncated}");
        assert_eq!(entries(pool, &mine).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_store_reads_its_platforms_open_settings_and_writes_its_own() {
    with_database(async |pool| {
        let mine = new_store();
        let (platform, store) = (mine.platform_id.unwrap().0, mine.store_id.unwrap().0);
        let mut tx = begin(pool, &RowScope::PLATFORM).await.unwrap();
        for (scope, id, key, secret) in [
            ("installation", Uuid::nil(), "smtp", false),
            ("platform", platform, "open", false),
            ("platform", platform, "hidden", true),
            ("platform", new_id(), "foreign", false),
            ("store", store, "own", true),
        ] {
            sqlx::query("insert into orion.settings (scope, scope_id, module, key, value, secret) values ($1, $2, 'shop', $3, '1', $4)")
                .bind(scope)
                .bind(id)
                .bind(key)
                .bind(secret)
                .execute(&mut *tx)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        let mut tx = begin(pool, &mine).await.unwrap();
        let seen: Vec<String> = sqlx::query_scalar("select key from orion.settings order by key").fetch_all(&mut *tx).await.unwrap();
        assert_eq!(seen, ["open", "own"]);
        let changed = sqlx::query("update orion.settings set value = '2'").execute(&mut *tx).await.unwrap();
        assert_eq!(changed.rows_affected(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_event_is_received_once_by_each_handler() {
    with_database(async |pool| {
        let event = new_id();
        let mut tx = begin(pool, &new_store()).await.unwrap();
        for (handler, rows) in [("mail", 1), ("mail", 0), ("stock", 1)] {
            let received = sqlx::query(
                "insert into orion.event_receipts (event_id, handler) values ($1, $2) on conflict do nothing",
            )
            .bind(event)
            .bind(handler)
            .execute(&mut *tx)
            .await
            .unwrap();
            assert_eq!(received.rows_affected(), rows, "{handler}");
        }
    })
    .await;
}
