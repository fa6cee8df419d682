//! The tables of the database, and whose rows each of them lets a tenant touch.

#[path = "tables/shape.rs"]
mod shape;

use std::collections::BTreeMap;

use orion_runtime::ctx::begin_unscoped;
use orion_testing::TestApp;
use sqlx::{AssertSqlSafe, types::Json};

/// A table of the framework or of a module.
#[derive(Debug, sqlx::FromRow)]
pub struct Table {
    pub name: String,
    /// Whether row-level security holds for everybody, the table's owner included.
    pub is_forced: bool,
    /// Whether row-level security holds at all.
    pub is_protected: bool,
    /// Whether the tenants' role has any right to it, or to a column of it.
    pub is_tenants: bool,
    /// Whether the role across tenants reads it.
    pub is_readable: bool,
    /// Its columns named after a tenant.
    pub tenant_columns: Vec<String>,
    /// The columns its policy compares, and to which tenant: `store`, `merchant` or `platform`.
    #[sqlx(json)]
    pub locks: BTreeMap<String, String>,
    /// Policies for tenants that ask for no tenant.
    pub open_policies: Vec<String>,
}

/// A tenant, or rather the ids that make one.
pub struct Tenant {
    pub platform: String,
    pub merchant: String,
    pub store: String,
}

impl Tenant {
    /// The id of this kind.
    pub fn id(&self, kind: &str) -> &str {
        match kind {
            "platform" => &self.platform,
            "merchant" => &self.merchant,
            "store" => &self.store,
            other => panic!("{other} is no tenant"),
        }
    }
}

impl Table {
    /// The condition that a row is this tenant's.
    pub fn is_of(&self, tenant: &Tenant) -> String {
        let equal = self.locks.iter().map(|(column, kind)| format!("{column} = '{}'", tenant.id(kind)));
        equal.collect::<Vec<_>>().join(" and ")
    }
}

/// All of them, but for the job queue's.
pub async fn tables(app: &TestApp) -> Vec<Table> {
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    let tables: Vec<Table> =
        sqlx::query_as(include_str!("tables.sql")).fetch_all(&mut *tx).await.expect("the catalogue of tables");
    assert!(!tables.is_empty());
    tables
}

/// What is in every table, in short. When a row was last touched does not count.
pub async fn contents(app: &TestApp) -> BTreeMap<String, String> {
    let mut contents = BTreeMap::new();
    for table in tables(app).await.into_iter().filter(|table| table.is_readable) {
        let hash = read(app, &table, "true").await;
        contents.insert(table.name, hash);
    }
    contents
}

/// What is in a tenant's share of every table.
pub async fn contents_of(app: &TestApp, tenant: &Tenant) -> BTreeMap<String, String> {
    let mut contents = BTreeMap::new();
    for table in tables(app).await.into_iter().filter(|table| !table.locks.is_empty()) {
        let hash = read(app, &table, &table.is_of(tenant)).await;
        contents.insert(table.name, hash);
    }
    contents
}

async fn read(app: &TestApp, table: &Table, condition: &str) -> String {
    let rows = format!("select (to_jsonb(t) - 'updated_at')::text as line from {} t where {condition}", table.name);
    let hash = format!("select md5(coalesce(string_agg(line, '' order by line), '')) from ({rows}) lines");
    ask(app, hash).await
}

/// Ids that stand somewhere in a tenant's rows, with the table.
pub async fn mentions(app: &TestApp, tenant: &Tenant, ids: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for table in tables(app).await.into_iter().filter(|table| !table.locks.is_empty()) {
        let any =
            ids.iter().map(|id| format!("strpos(to_jsonb(t)::text, '{id}') > 0")).collect::<Vec<_>>().join(" or ");
        let rows = format!(
            "select coalesce(jsonb_agg(t), '[]') from {} t where {} and ({any})",
            table.name,
            table.is_of(tenant)
        );
        let Json(rows): Json<Vec<serde_json::Value>> = ask(app, rows).await;
        found.extend(rows.into_iter().map(|row| format!("{}: {row}", table.name)));
    }
    found
}

async fn ask<T>(app: &TestApp, question: String) -> T
where
    T: Send + Unpin + for<'r> sqlx::Decode<'r, sqlx::Postgres> + sqlx::Type<sqlx::Postgres>,
{
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    let asked = sqlx::query_scalar(AssertSqlSafe(question.clone())).fetch_one(&mut *tx).await;
    asked.unwrap_or_else(|error| panic!("{question}: {error}"))
}
