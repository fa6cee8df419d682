//! Brings the schema up to date: the framework's migrations first, then the modules' in the order of their dependencies.

mod error;
mod framework;
mod history;

use sqlx::{Connection, PgConnection, PgPool};

pub use error::MigrateError;
pub use framework::FRAMEWORK;

use history::{Applied, checksum};

/// Code under which the framework's own migrations are recorded.
pub const FRAMEWORK_CODE: &str = "orion";

/// Any number, as long as nothing else in the database locks it.
const LOCK: i64 = 0x6f72_696f_6e01;

/// One file of SQL. It runs once, in a transaction of its own, as the owner of the schema. To change rows of protected
/// tables, it calls `select orion.set_scope('orion_platform', null, null, null)` first and `reset role` afterwards.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Counts from 1 in each module, without gaps.
    pub version: u32,
    /// What the file does, as in its name: `create_orders`.
    pub name: &'static str,
    /// The statements.
    pub sql: &'static str,
}

/// The migrations of one module, in order.
pub type ModuleMigrations<'m> = (&'m str, &'m [Migration]);

/// A migration that ran, or has yet to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MigrationName {
    /// The module's code, or `orion`.
    pub module: String,
    /// Its number in the module.
    pub version: u32,
    /// What it does.
    pub name: &'static str,
}

/// Runs what has not run yet, and says what that was. Processes that start together take turns. A failing migration
/// leaves those before it in place, and nothing of itself.
pub async fn migrate(pool: &PgPool, modules: &[ModuleMigrations<'_>]) -> Result<Vec<MigrationName>, MigrateError> {
    // Waiting for its turn and building an index may take longer than a page's statement.
    let options = (*pool.connect_options()).clone().options([("statement_timeout", "0"), ("lock_timeout", "0")]);
    let mut connection = PgConnection::connect_with(&options).await?;
    sqlx::query("select pg_advisory_lock($1)").bind(LOCK).execute(&mut connection).await?;
    history::create(&mut connection).await?;
    let mut done = Vec::new();
    for (module, migrations) in sets(modules) {
        let applied = history::of_module(&mut connection, module).await?;
        for migration in outstanding(module, migrations, &applied)? {
            apply(&mut connection, module, migration).await?;
            tracing::info!(module, version = migration.version, name = migration.name, "migrated");
            done.push(migration.named(module));
        }
    }
    // Closing lets go of the lock.
    connection.close().await?;
    Ok(done)
}

/// What [`migrate`] would run.
pub async fn pending(pool: &PgPool, modules: &[ModuleMigrations<'_>]) -> Result<Vec<MigrationName>, MigrateError> {
    let mut connection = pool.acquire().await?;
    let history = history::all(&mut connection).await?;
    let mut pending = Vec::new();
    for (module, migrations) in sets(modules) {
        let applied: Vec<Applied> = history.iter().filter(|applied| applied.module == module).cloned().collect();
        pending.extend(outstanding(module, migrations, &applied)?.iter().map(|migration| migration.named(module)));
    }
    Ok(pending)
}

fn sets<'m>(modules: &'m [ModuleMigrations<'m>]) -> impl Iterator<Item = ModuleMigrations<'m>> {
    std::iter::once((FRAMEWORK_CODE, FRAMEWORK)).chain(modules.iter().copied())
}

/// The migrations after the applied ones, once it is certain that the applied ones are the same. More may be applied
/// than this binary knows: the next version has migrated already, and its schema serves this one too.
fn outstanding<'m>(
    module: &str,
    migrations: &'m [Migration],
    applied: &[Applied],
) -> Result<&'m [Migration], MigrateError> {
    for (position, migration) in migrations.iter().enumerate() {
        let expected = u32::try_from(position).unwrap_or(u32::MAX).saturating_add(1);
        if migration.version != expected {
            return Err(MigrateError::Gap { module: module.to_owned(), expected, found: migration.version });
        }
    }
    for (position, record) in applied.iter().enumerate() {
        let Some(migration) = migrations.get(position) else {
            break;
        };
        if record.version != i64::from(migration.version) {
            return Err(MigrateError::HistoryGap { module: module.to_owned(), missing: migration.version });
        }
        if record.checksum != checksum(migration.sql) {
            return Err(MigrateError::Changed {
                module: module.to_owned(),
                version: migration.version,
                name: migration.name,
            });
        }
    }
    Ok(&migrations[applied.len().min(migrations.len())..])
}

async fn apply(connection: &mut PgConnection, module: &str, migration: &Migration) -> Result<(), MigrateError> {
    let failed = |source| MigrateError::Failed {
        module: module.to_owned(),
        version: migration.version,
        name: migration.name,
        source,
    };
    let mut transaction = connection.begin().await?;
    // A table that is busy for longer would make everyone queue behind this statement.
    sqlx::query("set local lock_timeout = '10s'").execute(&mut *transaction).await?;
    sqlx::raw_sql(migration.sql).execute(&mut *transaction).await.map_err(failed)?;
    sqlx::query("reset role").execute(&mut *transaction).await?;
    history::record(&mut transaction, module, migration).await?;
    transaction.commit().await.map_err(failed)?;
    Ok(())
}

impl Migration {
    fn named(&self, module: &str) -> MigrationName {
        MigrationName { module: module.to_owned(), version: self.version, name: self.name }
    }
}
