//! A database of its own for a test, workers on it, and jobs that leave a trace.

use std::time::Duration;

use futures::future::BoxFuture;
use orion_kernel::{AppError, Locale, PlatformId, StoreId};
use serde::{Deserialize, Serialize};
use sqlx::{AssertSqlSafe, Connection, PgConnection, PgPool};
use time::OffsetDateTime;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::test_app::test_app;
use crate::{
    ctx::new_uuid,
    database::{PoolSettings, connect},
    embedded_postgres::{Durability, EmbeddedPostgres},
    events::EventHandler,
    jobs::{Job, JobCtx, JobError, JobRegistration, JobScope, Queue, Schedule, WorkerSetup, install, run_workers},
    migrate::migrate,
};

/// A fresh database with the framework's tables, the queue's, and `traces`.
pub(crate) struct TestDatabase {
    pub(crate) pool: PgPool,
    name: String,
    postgres: EmbeddedPostgres,
}

impl TestDatabase {
    pub(crate) async fn without_queue() -> Self {
        let folder = std::env::temp_dir().join("orion-runtime-tests");
        let postgres = EmbeddedPostgres::start_with(&folder, Durability::None).await.expect("PostgreSQL starts");
        let name = format!("test_{}", new_uuid().simple());
        let mut owner = PgConnection::connect_with(&postgres.options()).await.expect("connects");
        let create = AssertSqlSafe(format!("create database {name}"));
        sqlx::raw_sql(create).execute(&mut owner).await.expect("creates a database");
        let settings = PoolSettings { size: 20, application_name: "test" };
        let pool = connect(postgres.options_for(&name), &settings).await.expect("connects");
        migrate(&pool, &[]).await.expect("migrates");
        Self { pool, name, postgres }
    }

    pub(crate) async fn new() -> Self {
        let database = Self::without_queue().await;
        install(&database.pool).await.expect("installs the queue");
        let traces = "create table orion.traces (name text not null, at timestamptz not null default clock_timestamp()); \
                      grant select, insert on orion.traces to orion_tenant, orion_platform";
        sqlx::raw_sql(traces).execute(&database.pool).await.expect("creates the table");
        database
    }

    pub(crate) async fn connection(&self) -> sqlx::pool::PoolConnection<sqlx::Postgres> {
        self.pool.acquire().await.expect("a connection")
    }

    pub(crate) async fn count(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&self.pool).await.expect("counts")
    }

    pub(crate) async fn jobs(&self) -> i64 {
        self.count("select count(*) from graphile_worker._private_jobs").await
    }

    pub(crate) async fn traces(&self, name: &str) -> i64 {
        let count = sqlx::query_scalar("select count(*) from orion.traces where name = $1").bind(name);
        count.fetch_one(&self.pool).await.expect("counts")
    }

    /// Waits until there are so many traces, and fails the test when there are not after 20 seconds.
    pub(crate) async fn wait_for_traces(&self, name: &str, wanted: i64) {
        self.wait_until(async || self.traces(name).await >= wanted, name).await;
        assert_eq!(self.traces(name).await, wanted, "{name}");
    }

    pub(crate) async fn wait_until(&self, done: impl AsyncFn() -> bool, what: &str) {
        for _ in 0..400 {
            if done().await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("waited too long for {what}");
    }

    pub(crate) async fn workers(&self, handlers: Vec<EventHandler>, schedules: Vec<Schedule>) -> Workers {
        let setup = WorkerSetup {
            app: test_app(self.pool.clone()).await,
            pool: self.pool.clone(),
            module_enabled: |_, _, module| Box::pin(async move { Ok(module != "off") }),
            jobs: vec![
                JobRegistration::of::<Leave>("on"),
                JobRegistration::of::<LeaveWhenOff>("off"),
                JobRegistration::of::<Fail>("on"),
                JobRegistration::of::<Slow>("on"),
            ],
            handlers,
            schedules,
            concurrency: 2,
            poll_interval: Duration::from_millis(100),
        };
        let shutdown = CancellationToken::new();
        let task = tokio::spawn(run_workers(setup, shutdown.clone()));
        Workers { shutdown, task }
    }

    pub(crate) async fn stop(self) {
        self.pool.close().await;
        let mut owner = PgConnection::connect_with(&self.postgres.options()).await.expect("connects");
        let drop = AssertSqlSafe(format!("drop database {} with (force)", self.name));
        sqlx::raw_sql(drop).execute(&mut owner).await.expect("drops the database");
        owner.close().await.expect("closes");
        self.postgres.stop().await.expect("stops");
    }
}

/// Running workers.
pub(crate) struct Workers {
    shutdown: CancellationToken,
    task: JoinHandle<Result<(), crate::jobs::WorkersError>>,
}

impl Workers {
    pub(crate) async fn stop(self) {
        self.shutdown.cancel();
        self.task.await.expect("no panic").expect("they could start");
    }

    /// Why they did not start.
    pub(crate) async fn refusal(self) -> crate::jobs::WorkersError {
        self.task.await.expect("no panic").expect_err("refused")
    }
}

/// The time on the wall, which the queue goes by.
pub(crate) fn now() -> OffsetDateTime {
    #[expect(clippy::disallowed_methods, reason = "the database's clock is the wall's too")]
    OffsetDateTime::now_utc()
}

pub(crate) const SCOPE: JobScope = JobScope {
    platform_id: PlatformId(Uuid::from_u128(1)),
    merchant_id: None,
    store_id: Some(StoreId(Uuid::from_u128(2))),
    locale: Locale::Lb,
};

pub(crate) fn trace<'a>(conn: &'a mut PgConnection, name: &'a str) -> BoxFuture<'a, Result<(), AppError>> {
    Box::pin(async move {
        let insert = sqlx::query("insert into orion.traces (name) values ($1)").bind(name).execute(conn).await;
        insert.map(drop).map_err(crate::database::to_app_error)
    })
}

/// Leaves a trace.
#[derive(Serialize, Deserialize)]
pub(crate) struct Leave {
    pub(crate) name: String,
}

impl Job for Leave {
    const NAME: &'static str = "test.leave";

    async fn run(self, ctx: JobCtx) -> Result<(), JobError> {
        assert_eq!(*ctx.scope(), SCOPE);
        trace(&mut *ctx.host.pool.acquire().await?, &self.name).await?;
        Ok(())
    }
}

/// The same, of a module that is off.
#[derive(Serialize, Deserialize)]
pub(crate) struct LeaveWhenOff;

impl Job for LeaveWhenOff {
    const NAME: &'static str = "test.leave_when_off";

    async fn run(self, ctx: JobCtx) -> Result<(), JobError> {
        trace(&mut *ctx.host.pool.acquire().await?, "off").await?;
        Ok(())
    }
}

/// How a [`Fail`] fails.
#[derive(Serialize, Deserialize)]
pub(crate) enum How {
    Once,
    Always,
    Panic,
    Permanently,
}

/// Leaves a trace at every attempt, and fails.
#[derive(Serialize, Deserialize)]
pub(crate) struct Fail(pub(crate) How);

impl Job for Fail {
    const NAME: &'static str = "test.fail";
    const MAX_ATTEMPTS: i16 = 2;

    async fn run(self, ctx: JobCtx) -> Result<(), JobError> {
        trace(&mut *ctx.host.pool.acquire().await?, "attempt").await?;
        match self.0 {
            How::Once if ctx.attempt() > 1 => Ok(()),
            How::Once | How::Always => Err(JobError::retry(anyhow::anyhow!("no \"luck\"\n\\"))),
            How::Panic => panic!("boom"),
            How::Permanently => Err(JobError::permanent(anyhow::anyhow!("never"))),
        }
    }
}

/// Takes two seconds.
#[derive(Serialize, Deserialize)]
pub(crate) struct Slow;

impl Job for Slow {
    const NAME: &'static str = "test.slow";
    const QUEUE: Queue = Queue::LongRunning;

    async fn run(self, ctx: JobCtx) -> Result<(), JobError> {
        trace(&mut *ctx.host.pool.acquire().await?, "slow began").await?;
        tokio::time::sleep(Duration::from_secs(2)).await;
        trace(&mut *ctx.host.pool.acquire().await?, "slow ended").await?;
        Ok(())
    }
}
