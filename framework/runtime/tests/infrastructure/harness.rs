//! A fresh database for each test, on one cluster that all of them share.

use std::{
    panic::{AssertUnwindSafe, resume_unwind},
    time::Duration,
};

use futures::FutureExt;
use orion_kernel::{MerchantId, PlatformId, StoreId};
use orion_runtime::{
    database::{self, PoolSettings, Role, RowScope},
    embedded_postgres::{Durability, EmbeddedPostgres},
    migrate::migrate,
};
use sqlx::{AssertSqlSafe, PgPool};
use uuid::Uuid;

/// An empty database; what it is called is nobody's business.
pub struct TestDatabase {
    pub pool: PgPool,
    pub postgres: EmbeddedPostgres,
}

/// Runs a test on an empty database and removes it afterwards, whatever came of the test.
pub async fn with_empty_database(test: impl AsyncFnOnce(&TestDatabase)) {
    // PostgreSQL's unprivileged user may enter no folder of root's.
    let folder = std::env::temp_dir().join("orion-runtime-tests");
    let postgres = EmbeddedPostgres::start_with(&folder, Durability::None).await.unwrap();
    let name = format!("test_{}", new_id().simple());
    let owner = connect(&postgres, "orion").await;
    sqlx::raw_sql(AssertSqlSafe(format!("create database {name}"))).execute(&owner).await.unwrap();
    let database = TestDatabase { pool: connect(&postgres, &name).await, postgres };
    let outcome = AssertUnwindSafe(test(&database)).catch_unwind().await;
    let TestDatabase { pool, postgres } = database;
    drop(pool);
    sqlx::raw_sql(AssertSqlSafe(format!("drop database {name} with (force)"))).execute(&owner).await.unwrap();
    owner.close().await;
    postgres.stop().await.unwrap();
    outcome.unwrap_or_else(|panic| resume_unwind(panic));
}

/// As [`with_empty_database`], with the framework's tables.
pub async fn with_database(test: impl AsyncFnOnce(&PgPool)) {
    with_empty_database(async |database| {
        migrate(&database.pool, &[]).await.unwrap();
        test(&database.pool).await;
    })
    .await;
}

pub async fn connect(postgres: &EmbeddedPostgres, database: &str) -> PgPool {
    let settings = PoolSettings { size: 4, application_name: "orion-test" };
    database::connect(postgres.options_for(database), &settings).await.unwrap()
}

/// An id nobody has had.
pub fn new_id() -> Uuid {
    #[expect(clippy::disallowed_methods, reason = "these tests have no context to ask for ids")]
    Uuid::now_v7()
}

/// A store's scope, all of it new.
pub fn new_store() -> RowScope {
    RowScope {
        role: Role::Tenant,
        platform_id: Some(PlatformId(new_id())),
        merchant_id: Some(MerchantId(new_id())),
        store_id: Some(StoreId(new_id())),
    }
}

/// Waits for something that happens soon.
pub async fn eventually(what: &str, mut happened: impl AsyncFnMut() -> bool) {
    for _ in 0..200 {
        if happened().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{what} did not happen within 20 seconds");
}
