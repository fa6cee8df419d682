//! Migrations: once, in order, all or nothing.

use orion_runtime::migrate::{FRAMEWORK, FRAMEWORK_CODE, MigrateError, Migration, migrate, pending};

use crate::harness::with_empty_database;

const FIRST: Migration = Migration {
    version: 1,
    name: "create_shelves",
    sql: "create schema shop; create table shop.shelves (id int primary key);",
};
const SECOND: Migration = Migration {
    version: 2,
    name: "add_label",
    sql: "alter table shop.shelves add label text; insert into shop.shelves values (1, 'A');",
};

#[tokio::test]
async fn the_framework_comes_first_and_nothing_runs_twice() {
    with_empty_database(async |database| {
        let modules: &[(&str, &[Migration])] = &[("shop", &[FIRST, SECOND])];
        let expected = FRAMEWORK.len() + 2;
        assert_eq!(pending(&database.pool, modules).await.unwrap().len(), expected);
        let done = migrate(&database.pool, modules).await.unwrap();
        assert_eq!(done.len(), expected);
        assert_eq!(done[0].module, FRAMEWORK_CODE);
        assert_eq!(done[expected - 1].name, "add_label");
        assert!(pending(&database.pool, modules).await.unwrap().is_empty());
        assert!(migrate(&database.pool, modules).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn two_processes_that_start_at_once_take_turns() {
    with_empty_database(async |database| {
        let modules: &[(&str, &[Migration])] = &[("shop", &[FIRST, SECOND])];
        let (one, other) = tokio::join!(migrate(&database.pool, modules), migrate(&database.pool, modules));
        assert_eq!(one.unwrap().len() + other.unwrap().len(), FRAMEWORK.len() + 2);
    })
    .await;
}

#[tokio::test]
async fn a_file_changed_after_it_ran_is_refused() {
    with_empty_database(async |database| {
        migrate(&database.pool, &[("shop", &[FIRST])]).await.unwrap();
        let changed = Migration { sql: "create schema shop;", ..FIRST };
        let error = migrate(&database.pool, &[("shop", &[changed])]).await.unwrap_err();
        assert!(matches!(error, MigrateError::Changed { version: 1, .. }), "{error}");
    })
    .await;
}

#[tokio::test]
async fn a_gap_is_refused_before_anything_of_the_module_runs() {
    with_empty_database(async |database| {
        let third = Migration { version: 3, ..SECOND };
        let error = migrate(&database.pool, &[("shop", &[FIRST, third])]).await.unwrap_err();
        assert!(matches!(error, MigrateError::Gap { expected: 2, found: 3, .. }), "{error}");
        assert_eq!(pending(&database.pool, &[("shop", &[FIRST])]).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_failing_migration_leaves_nothing_of_itself() {
    with_empty_database(async |database| {
        let faulty = Migration { sql: "alter table shop.shelves add label text; select 1 / 0;", ..SECOND };
        let error = migrate(&database.pool, &[("shop", &[FIRST, faulty])]).await.unwrap_err();
        assert!(error.to_string().contains("Migration 2 (add_label) of \"shop\" failed"), "{error}");
        let done = migrate(&database.pool, &[("shop", &[FIRST, SECOND])]).await.unwrap();
        assert_eq!(done.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_schema_newer_than_the_program_is_fine() {
    with_empty_database(async |database| {
        migrate(&database.pool, &[("shop", &[FIRST, SECOND])]).await.unwrap();
        assert!(migrate(&database.pool, &[("shop", &[FIRST])]).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_hole_in_the_history_is_told() {
    with_empty_database(async |database| {
        let modules: &[(&str, &[Migration])] = &[("shop", &[FIRST, SECOND])];
        migrate(&database.pool, modules).await.unwrap();
        sqlx::query("delete from orion.migrations where module = 'shop' and version = 1")
            .execute(&database.pool)
            .await
            .unwrap();
        let error = migrate(&database.pool, modules).await.unwrap_err();
        assert!(matches!(error, MigrateError::HistoryGap { missing: 1, .. }), "{error}");
    })
    .await;
}
