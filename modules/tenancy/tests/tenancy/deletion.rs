//! A deleted store leaves nothing behind but the log, and takes nothing of others along.

use std::collections::BTreeMap;

use orion_kernel::StoreId;
use orion_runtime::{
    Ctx, PlatformCtx,
    ctx::begin_unscoped,
    failpoint::{Failure, arm},
    jobs::JobScope,
};
use orion_testing::TestApp;
use sqlx::{AssertSqlSafe, types::Uuid};

use crate::tenants::{create_shop, done};

/// What stays.
const KEPT: [&str; 3] = ["orion.audit_log", "tenancy.exports", "tenancy.impersonations"];

async fn tables(app: &TestApp) -> Vec<String> {
    let tables: Vec<String> = sqlx::query_scalar(
        "select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'store_id' and not a.attisdropped
         where c.relkind = 'r' and n.nspname <> 'graphile_worker' order by 1",
    )
    .fetch_all(app.app.pool())
    .await
    .expect("the tables");
    tables
}

/// Rows by table and store.
async fn rows(app: &TestApp, tables: &[String]) -> BTreeMap<(String, Uuid), i64> {
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    let mut counts = BTreeMap::new();
    for table in tables {
        let sql = format!("select store_id, count(*) from {table} where store_id is not null group by store_id");
        let found: Vec<(Uuid, i64)> = sqlx::query_as(AssertSqlSafe(sql)).fetch_all(&mut *tx).await.expect("counts");
        counts.extend(found.into_iter().map(|(store, count)| ((table.clone(), store), count)));
    }
    counts
}

/// Gives the new store a copy of what another has, as far as it can be copied: what others point at has to be there first.
async fn fill(app: &TestApp, tables: &[String], from: Uuid, to: Uuid) -> usize {
    let mut left: Vec<&String> = tables.iter().filter(|table| !KEPT.contains(&table.as_str())).collect();
    let mut copied = 0;
    for _ in 0..6 {
        let mut refused = Vec::new();
        for table in left {
            let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
            let sql = format!(
                "insert into {table} select (jsonb_populate_record(t, '{{\"store_id\": \"{to}\"}}')).* from {table} t
                 where store_id = '{from}' on conflict do nothing"
            );
            match sqlx::query(AssertSqlSafe(sql)).execute(&mut *tx).await {
                Ok(done) => {
                    copied += usize::from(done.rows_affected() > 0);
                    tx.commit().await.expect("copies");
                }
                Err(_) => refused.push(table),
            }
        }
        left = refused;
    }
    copied
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_it_stays_and_nothing_of_others_goes() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    create_shop(&operator).await;
    let id = async |code: &str| -> Uuid {
        let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
        let found = sqlx::query_scalar("select id from tenancy.stores where code = $1").bind(code);
        found.fetch_one(&mut *tx).await.expect("a store")
    };
    let (corner, kaffi) = (id("corner").await, id("kaffi").await);
    let tables = tables(&app).await;
    let copied = fill(&app, &tables, kaffi, corner).await;
    assert!(copied >= 15, "only {copied} tables have rows to delete");
    let before = rows(&app, &tables).await;
    let fields = [("code", "corner"), ("confirm", "corner"), ("reason", "Gone")];
    done(&operator, "request_deletion", &fields).await;
    let scope = JobScope {
        platform_id: app.platform_id().await,
        merchant_id: None,
        store_id: None,
        locale: orion_kernel::Locale::En,
    };
    let ctx = || async { PlatformCtx::system(&Ctx::for_job(&app.app, &scope, "test").await.expect("a context")) };
    let erase = async || orion_tenancy::server::erase_store(&ctx().await, StoreId(corner)).await;
    erase().await.expect("nothing to do yet");
    assert_eq!(
        rows(&app, &tables).await.get(&("catalog.products".to_owned(), corner)),
        before.get(&("catalog.products".to_owned(), corner))
    );

    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query("update tenancy.stores set delete_after = now() - interval '1 minute' where id = $1")
        .bind(corner)
        .execute(&mut *tx)
        .await
        .expect("time passes");
    tx.commit().await.expect("time passes");
    arm("tenancy.erase", Some(Failure::Error));
    assert!(erase().await.is_err(), "interrupted after the first piece");
    arm("tenancy.erase", None);
    let answer = operator.call("/api/v1/admin/tenancy/cancel_deletion", &[("code", "corner")]).await;
    assert_eq!(answer.error().code, "deletion_has_begun");
    erase().await.expect("goes on");
    erase().await.expect("nothing is left to do");

    let mut expected = before;
    expected.retain(|(table, store), _| *store != corner || KEPT.contains(&table.as_str()));
    let mut after = rows(&app, &tables).await;
    let is_log = |table: &str| KEPT.contains(&table);
    expected.retain(|(table, _), _| !is_log(table));
    after.retain(|(table, _), _| !is_log(table));
    assert_eq!(after, expected);
    assert_eq!(app.one::<i64>("select count(*) from tenancy.stores where code = 'corner'").await, 0);
    assert_eq!(app.one::<i64>("select count(*) from orion.audit_log where action = 'tenancy.store_deleted'").await, 1);
    assert_eq!(app.shopper("corner").get("/").await.status, 404);
    app.stop().await;
}
