//! The second lock: whatever a verb forgets, the database shows a tenant no row of another's and takes none from it.
//!
//! These tests speak to the database as the verbs do, in the tenants' role, and leave out what verbs do besides.

use orion_runtime::ctx::begin_unscoped;
use orion_testing::TestApp;
use sqlx::{AssertSqlSafe, Connection, Postgres, Transaction};

use crate::tables::{Table, Tenant, contents_of, tables};

/// Tables that tenants use and that are nobody's, with the reason.
const NOBODYS: &[(&str, &str)] = &[("orion.event_receipts", "an event's id belongs to nobody, and says nothing")];
/// Tables whose rows are a merchant's although they name a store, with the reason.
const OF_MERCHANTS: &[(&str, &str)] = &[("tenancy.memberships", "a member can work in all stores of a merchant")];
/// Functions that read past the lock, with the reason.
const PAST_THE_LOCK: &[(&str, &str)] = &[
    ("catalog.search_products", "full text is to use its index; it takes the store and filters by it"),
    ("orion.enqueue_jobs", "the one way into the queue; it reads nothing"),
    ("tenancy.count_merchants", "a trigger, which counts the rows of its own statement"),
    ("tenancy.count_stores", "a trigger, which counts the rows of its own statement"),
];
/// PostgreSQL's "insufficient privilege": a policy or a missing right refused.
const REFUSED: &str = "42501";

#[tokio::test(flavor = "multi_thread")]
async fn every_table_that_tenants_use_is_locked_for_everybody() {
    let app = TestApp::start().await;
    let mut faults = Vec::new();
    for table in tables(&app).await.into_iter().filter(|table| table.is_tenants) {
        let name = &table.name;
        if NOBODYS.iter().any(|(nobodys, _)| nobodys == name) {
            continue;
        }
        if !table.is_forced || table.locks.is_empty() {
            faults.push(format!("{name}: let its migration say `select orion.protect_store_table('{name}')`"));
        }
        if !table.open_policies.is_empty() {
            faults.push(format!("{name}: {:?} ask for no tenant", table.open_policies));
        }
        let is_a_stores = table.tenant_columns.iter().any(|column| column == "store_id");
        let by_store = table.locks.values().any(|kind| kind == "store");
        if is_a_stores && !by_store && !OF_MERCHANTS.iter().any(|(merchants, _)| merchants == name) {
            faults.push(format!("{name} has a store, and is not locked by it"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_but_what_is_listed_reads_past_the_lock() {
    let app = TestApp::start().await;
    let functions: Vec<String> = sqlx::query_scalar(
        "select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where p.prosecdef and has_function_privilege('orion_tenant', p.oid, 'execute') and n.nspname !~ '^pg_'
         order by 1",
    )
    .fetch_all(app.app.pool())
    .await
    .expect("the catalogue of functions");
    assert_eq!(functions, PAST_THE_LOCK.iter().map(|(function, _)| *function).collect::<Vec<_>>());
    let views: Vec<String> = sqlx::query_scalar(
        "select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('v', 'm') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
             and has_table_privilege('orion_tenant', c.oid, 'select')
             and not coalesce('security_invoker=true' = any(c.reloptions), false)",
    )
    .fetch_all(app.app.pool())
    .await
    .expect("the catalogue of views");
    assert!(views.is_empty(), "views read as their owner: {views:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tenant_reaches_no_row_of_another() {
    let app = TestApp::start().await;
    let (own, stranger) = (lumiere(&app).await, stranger());
    let tables = locked(&app).await;
    let copied = copy_rows(&app, &tables, &stranger).await;
    assert!(copied > tables.len() / 2, "{copied} of {} tables have rows", tables.len());
    let before = contents_of(&app, &stranger).await;
    let mut faults = Vec::new();
    for table in &tables {
        for (attempt, may_count) in attempts(table, &own, &stranger) {
            let mut tx = as_tenant(&app, Some(&own)).await;
            let outcome = run(&mut tx, &attempt).await;
            if !matches!(&outcome, Ok(0) if may_count) && !matches!(&outcome, Err(code) if code == REFUSED) {
                faults.push(format!("{attempt}: {outcome:?}"));
            }
        }
        let mut tx = as_tenant(&app, Some(&own)).await;
        let seen = count(&mut tx, &format!("select from {} where {}", table.name, table.is_of(&stranger))).await;
        if seen != Ok(0) {
            faults.push(format!("{}: {seen:?} rows of another tenant can be seen", table.name));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert_eq!(contents_of(&app, &stranger).await, before);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tenant_sees_its_own_rows() {
    let app = TestApp::start().await;
    let own = lumiere(&app).await;
    let mut seen = 0;
    for table in locked(&app).await {
        let own_rows = format!("select from {} where {}", table.name, table.is_of(&own));
        let there = count(&mut begin_unscoped(&app.app).await.expect("a transaction"), &own_rows).await;
        assert_eq!(count(&mut as_tenant(&app, Some(&own)).await, &own_rows).await, there, "{}", table.name);
        seen += there.expect("a number");
    }
    assert!(seen > 0, "the demo is empty");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn work_that_forgot_its_tenant_sees_and_writes_nothing() {
    let app = TestApp::start().await;
    let tables = locked(&app).await;
    copy_rows(&app, &tables, &stranger()).await;
    for table in &tables {
        let seen = count(&mut as_tenant(&app, None).await, &format!("select from {}", table.name)).await;
        assert!(matches!(seen, Ok(0) | Err(_)), "{}: {seen:?} rows", table.name);
        let mut without_any_setting = app.app.pool().begin().await.expect("a transaction");
        sqlx::query("set local role orion_tenant").execute(&mut *without_any_setting).await.expect("the role");
        let seen = count(&mut without_any_setting, &format!("select from {}", table.name)).await;
        assert!(matches!(seen, Ok(0) | Err(_)), "{}: {seen:?} rows", table.name);
        let mut as_owner = app.app.pool().begin().await.expect("a transaction");
        let seen = count(&mut as_owner, &format!("select from {}", table.name)).await;
        assert!(matches!(seen, Ok(0) | Err(_)), "{}: the tables' owner sees {seen:?} rows", table.name);
        let deleted = run(&mut as_tenant(&app, None).await, &format!("delete from {}", table.name)).await;
        assert!(matches!(deleted, Ok(0) | Err(_)), "{}: {deleted:?} rows removed", table.name);
    }
    app.stop().await;
}

/// Ways to get at another's rows, and whether touching none of them is a right answer; the other is to be refused.
fn attempts(table: &Table, own: &Tenant, stranger: &Tenant) -> Vec<(String, bool)> {
    let name = &table.name;
    let theirs = table.is_of(stranger);
    let to_them = table.is_of(stranger).replace(" and ", ", ");
    let as_they = table.locks.iter().map(|(column, kind)| format!("\"{column}\": \"{}\"", stranger.id(kind)));
    let as_they = as_they.collect::<Vec<_>>().join(", ");
    let mut attempts = vec![
        (format!("update {name} set {to_them} where {theirs}"), true),
        (format!("update {name} set {to_them}"), true),
        (format!("delete from {name} where {theirs}"), true),
        (
            format!("insert into {name} select (jsonb_populate_record(t, '{{{as_they}}}')).* from {name} t limit 1"),
            true,
        ),
    ];
    let columns: Vec<&str> = table.locks.keys().map(String::as_str).collect();
    for foreign in &columns {
        let ids =
            table.locks.iter().map(|(column, kind)| if column == foreign { stranger.id(kind) } else { own.id(kind) });
        let ids = ids.map(|id| format!("'{id}'")).collect::<Vec<_>>().join(", ");
        attempts.push((format!("insert into {name} ({}) values ({ids})", columns.join(", ")), false));
    }
    attempts
}

async fn locked(app: &TestApp) -> Vec<Table> {
    tables(app).await.into_iter().filter(|table| table.is_tenants && !table.locks.is_empty()).collect()
}

async fn lumiere(app: &TestApp) -> Tenant {
    let store = app.one("select id::text from tenancy.stores where code = 'lumiere'").await;
    let merchant = app.one("select merchant_id::text from tenancy.stores where code = 'lumiere'").await;
    Tenant { platform: app.platform_id().await.to_string(), merchant, store }
}

/// Somebody of another platform.
fn stranger() -> Tenant {
    let id = |end| format!("00000000-0000-7000-8000-00000000000{end}");
    Tenant { platform: id('a'), merchant: id('b'), store: id('c') }
}

/// Gives the stranger a copy of a row of every table, however little sense it makes; says of how many.
async fn copy_rows(app: &TestApp, tables: &[Table], stranger: &Tenant) -> usize {
    drop_rules(app).await;
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    let mut copied = 0;
    for table in tables {
        let ids = table.locks.iter().map(|(column, kind)| format!("\"{column}\": \"{}\"", stranger.id(kind)));
        let own_names = ["\"code\": \"stranger\"", "\"host\": \"stranger.test\""].map(str::to_owned);
        let change = ids.chain(own_names).collect::<Vec<_>>().join(", ");
        let copy = format!(
            "insert into {0} select (jsonb_populate_record(t, '{{{change}}}')).* from {0} t limit 1",
            table.name
        );
        let rows = sqlx::query(AssertSqlSafe(copy)).execute(&mut *tx).await;
        copied += usize::from(rows.unwrap_or_else(|error| panic!("{}: {error}", table.name)).rows_affected() == 1);
    }
    tx.commit().await.expect("the copies");
    copied
}

/// No trigger, no foreign key and no computed column is to stand in the way of a row that belongs to nothing.
async fn drop_rules(app: &TestApp) {
    let rules: Vec<String> = sqlx::query_scalar(
        "select format('alter table %s drop constraint %I', conrelid::regclass, conname) from pg_constraint
         where contype = 'f' and connamespace::regnamespace::text <> 'graphile_worker'
         union all
         select format('alter table %s disable trigger %I', tgrelid::regclass, tgname)
         from pg_trigger t join pg_class c on c.oid = t.tgrelid
         where not tgisinternal and c.relnamespace::regnamespace::text <> 'graphile_worker'
         union all
         select format('alter table %s alter column %I drop expression', attrelid::regclass, attname)
         from pg_attribute where attgenerated = 's'",
    )
    .fetch_all(app.app.pool())
    .await
    .expect("the catalogue of rules");
    for rule in rules {
        sqlx::query(AssertSqlSafe(rule)).execute(app.app.pool()).await.expect("the owner may");
    }
}

/// A transaction as verbs open it, for a tenant or for none.
async fn as_tenant(app: &TestApp, tenant: Option<&Tenant>) -> Transaction<'static, Postgres> {
    let mut tx = app.app.pool().begin().await.expect("a transaction");
    sqlx::query("select orion.set_scope('orion_tenant', $1::text::uuid, $2::text::uuid, $3::text::uuid)")
        .bind(tenant.map(|tenant| tenant.platform.as_str()))
        .bind(tenant.map(|tenant| tenant.merchant.as_str()))
        .bind(tenant.map(|tenant| tenant.store.as_str()))
        .execute(&mut *tx)
        .await
        .expect("the scope");
    tx
}

/// How many rows a statement touches, or the code of what refuses it. Nothing of it stays.
async fn run(tx: &mut Transaction<'static, Postgres>, statement: &str) -> Result<u64, String> {
    let mut savepoint = tx.begin().await.expect("a savepoint");
    let outcome = sqlx::query(AssertSqlSafe(statement.to_owned())).execute(&mut *savepoint).await;
    savepoint.rollback().await.expect("a savepoint");
    outcome.map(|done| done.rows_affected()).map_err(|error| code(&error))
}

async fn count(tx: &mut Transaction<'static, Postgres>, rows: &str) -> Result<i64, String> {
    let question = format!("select count(*) from ({rows}) found");
    sqlx::query_scalar(AssertSqlSafe(question)).fetch_one(&mut **tx).await.map_err(|error| code(&error))
}

fn code(error: &sqlx::Error) -> String {
    let code = error.as_database_error().and_then(|error| error.code());
    code.map_or_else(|| error.to_string(), |code| code.into_owned())
}
