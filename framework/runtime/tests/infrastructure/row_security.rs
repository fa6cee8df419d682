//! No tenant sees or writes another's rows, and forgetting to say whose rows are meant is an error.

use orion_runtime::database::{Role, RowScope, begin};
use sqlx::PgPool;

use crate::harness::{new_store, with_database};

async fn with_shelves(test: impl AsyncFnOnce(&PgPool, RowScope, RowScope)) {
    with_database(async |pool| {
        sqlx::raw_sql(
            "create schema shop;
             create table shop.shelves (store_id uuid, id int, label text, primary key (store_id, id));
             create table shop.books (
                 store_id uuid, id int, shelf_id int not null, primary key (store_id, id),
                 foreign key (store_id, shelf_id) references shop.shelves (store_id, id)
             );
             create table shop.plans (id int primary key);
             select orion.protect_store_table('shop.shelves'), orion.protect_store_table('shop.books'),
                    orion.protect_operator_table('shop.plans');",
        )
        .execute(pool)
        .await
        .unwrap();
        let (mine, theirs) = (new_store(), new_store());
        for scope in [&mine, &theirs] {
            let mut tx = begin(pool, scope).await.unwrap();
            sqlx::query("insert into shop.shelves values ($1, 1, 'poetry')")
                .bind(scope.store_id.unwrap().0)
                .execute(&mut *tx)
                .await
                .unwrap();
            tx.commit().await.unwrap();
        }
        test(pool, mine, theirs).await;
    })
    .await;
}

async fn count(pool: &PgPool, scope: &RowScope) -> Result<i64, sqlx::Error> {
    let mut tx = begin(pool, scope).await?;
    sqlx::query_scalar("select count(*) from shop.shelves").fetch_one(&mut *tx).await
}

fn code(error: sqlx::Error) -> String {
    error.as_database_error().and_then(|error| error.code()).unwrap_or_default().into_owned()
}

const INSUFFICIENT_PRIVILEGE: &str = "42501";

#[tokio::test]
async fn a_store_sees_its_own_rows_and_the_platform_all() {
    with_shelves(async |pool, mine, theirs| {
        assert_eq!(count(pool, &mine).await.unwrap(), 1);
        assert_eq!(count(pool, &theirs).await.unwrap(), 1);
        assert_eq!(count(pool, &new_store()).await.unwrap(), 0);
        assert_eq!(count(pool, &RowScope::PLATFORM).await.unwrap(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_store_cannot_write_into_another() {
    with_shelves(async |pool, mine, theirs| {
        let foreign = theirs.store_id.unwrap().0;
        let mut tx = begin(pool, &mine).await.unwrap();
        let inserted =
            sqlx::query("insert into shop.shelves values ($1, 2, 'stolen')").bind(foreign).execute(&mut *tx).await;
        assert_eq!(code(inserted.unwrap_err()), INSUFFICIENT_PRIVILEGE);

        let mut tx = begin(pool, &mine).await.unwrap();
        let moved = sqlx::query("update shop.shelves set store_id = $1").bind(foreign).execute(&mut *tx).await;
        assert_eq!(code(moved.unwrap_err()), INSUFFICIENT_PRIVILEGE);

        let mut tx = begin(pool, &mine).await.unwrap();
        let changed = sqlx::query("update shop.shelves set label = 'mine' where store_id = $1")
            .bind(foreign)
            .execute(&mut *tx)
            .await;
        assert_eq!(changed.unwrap().rows_affected(), 0);
        let removed = sqlx::query("delete from shop.shelves where store_id = $1").bind(foreign).execute(&mut *tx).await;
        assert_eq!(removed.unwrap().rows_affected(), 0);
    })
    .await;
}

#[tokio::test]
async fn references_work_and_stay_inside_the_store() {
    with_shelves(async |pool, mine, _| {
        let store = mine.store_id.unwrap().0;
        let mut tx = begin(pool, &mine).await.unwrap();
        sqlx::query("insert into shop.books values ($1, 1, 1)").bind(store).execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = begin(pool, &mine).await.unwrap();
        let removed = sqlx::query("delete from shop.shelves where store_id = $1").bind(store).execute(&mut *tx).await;
        assert_eq!(code(removed.unwrap_err()), "23503");
    })
    .await;
}

#[tokio::test]
async fn a_forgotten_scope_is_an_error_for_everyone() {
    with_shelves(async |pool, mine, _| {
        // The owner, on a connection that had a scope before and on one that had none.
        for _ in 0..8 {
            let seen: Result<i64, _> = sqlx::query_scalar("select count(*) from shop.shelves").fetch_one(pool).await;
            assert!(seen.is_err());
        }
        let without_store = RowScope { store_id: None, ..mine };
        assert!(count(pool, &without_store).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_scope_ends_with_its_transaction() {
    with_shelves(async |pool, mine, _| {
        let mut connection = pool.acquire().await.unwrap();
        let statement =
            format!("begin; select orion.set_scope('orion_tenant', null, null, '{}'); commit", mine.store_id.unwrap());
        sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(&mut *connection).await.unwrap();
        let (role, store): (String, String) =
            sqlx::query_as("select current_user::text, current_setting('app.store_id')")
                .fetch_one(&mut *connection)
                .await
                .unwrap();
        assert_eq!((role.as_str(), store.as_str()), ("orion", ""));
    })
    .await;
}

#[tokio::test]
async fn tenants_have_no_right_to_operators_tables() {
    with_shelves(async |pool, mine, _| {
        let mut tx = begin(pool, &mine).await.unwrap();
        let read = sqlx::query("select * from shop.plans").execute(&mut *tx).await;
        assert_eq!(code(read.unwrap_err()), INSUFFICIENT_PRIVILEGE);
        let mut tx = begin(pool, &RowScope::PLATFORM).await.unwrap();
        sqlx::query("insert into shop.plans values (1)").execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_roles_own_nothing_and_bypass_nothing() {
    with_shelves(async |pool, mine, _| {
        let powers: i64 = sqlx::query_scalar(
            "select count(*) from pg_roles where rolname in ('orion_tenant', 'orion_platform')
                 and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb)",
        )
        .fetch_one(pool)
        .await
        .unwrap();
        assert_eq!(powers, 0);
        let mut tx = begin(pool, &mine).await.unwrap();
        let lifted = sqlx::query("alter table shop.shelves disable row level security").execute(&mut *tx).await;
        assert_eq!(code(lifted.unwrap_err()), INSUFFICIENT_PRIVILEGE);
    })
    .await;
}

#[tokio::test]
async fn a_search_function_reads_past_the_policy_with_its_index() {
    with_shelves(async |pool, mine, theirs| {
        sqlx::raw_sql(
            "create function shop.find_shelves(store uuid, word text) returns setof int
             language sql stable set search_path = pg_catalog
             as $$ select id from shop.shelves where store_id = store and label = word $$;
             select orion.run_as_platform('shop.find_shelves(uuid, text)');",
        )
        .execute(pool)
        .await
        .unwrap();
        for (asked, scope) in [(mine, mine), (theirs, theirs)] {
            let mut tx = begin(pool, &RowScope { role: Role::Tenant, ..scope }).await.unwrap();
            let found: Vec<i32> = sqlx::query_scalar("select shop.find_shelves($1, 'poetry')")
                .bind(asked.store_id.unwrap().0)
                .fetch_all(&mut *tx)
                .await
                .unwrap();
            assert_eq!(found, [1]);
        }
        // The platform's policy makes the condition constant: the plan has no filter by tenant left.
        let mut tx = begin(pool, &RowScope::PLATFORM).await.unwrap();
        let plan: Vec<String> =
            sqlx::query_scalar("explain select * from shop.shelves").fetch_all(&mut *tx).await.unwrap();
        assert!(!plan.join("\n").contains("current_setting"), "{plan:?}");
    })
    .await;
}
