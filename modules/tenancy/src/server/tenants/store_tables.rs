//! The tables with rows of stores, of whatever module: asked of the database, so that none can be forgotten.

use std::collections::BTreeSet;

use orion_runtime::Result;
use sqlx::PgConnection;

/// What stays when a store goes: the log, and the notes about exports and about operators acting as somebody.
const KEPT: [&str; 3] = ["orion.audit_log", "tenancy.exports", "tenancy.impersonations"];

/// A table with a column `store_id`.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct StoreTable {
    /// Schema and name, as SQL has them.
    pub name: String,
    /// Whether stores may read it: others hold nothing of theirs to take along.
    pub is_readable: bool,
    /// Columns that hold secrets, or are no text.
    pub secret: Vec<String>,
    /// Those its rows point at.
    parents: Vec<String>,
}

/// The tables that go with a store, those that others point at last.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn store_tables(conn: &mut PgConnection) -> Result<Vec<StoreTable>> {
    let found: Vec<StoreTable> = sqlx::query_as(
        r"with found as (
              select c.oid, format('%I.%I', n.nspname, c.relname) as name
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where c.relkind in ('r', 'p') and not c.relispartition
                and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
                and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'store_id'
                            and a.atttypid = 'uuid'::regtype and not a.attisdropped)
          )
          select f.name, has_table_privilege('orion_tenant', f.oid, 'select') as is_readable,
              array(select a.attname::text from pg_attribute a
                    where a.attrelid = f.oid and a.attnum > 0 and not a.attisdropped
                      and (a.attname ~ '(password|secret|token|hash|phc)' or a.atttypid = 'bytea'::regtype)) as secret,
              array(select p.name from pg_constraint k join found p on p.oid = k.confrelid
                    where k.contype = 'f' and k.conrelid = f.oid and k.confrelid <> f.oid) as parents
          from found f
          where f.name <> all($1)
          order by f.name",
    )
    .bind(KEPT)
    .fetch_all(conn)
    .await?;
    Ok(children_first(found))
}

/// Foreign keys have no circles here; were there one, its tables would follow in the order of their names.
fn children_first(mut left: Vec<StoreTable>) -> Vec<StoreTable> {
    let mut ordered = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let pointed_at: BTreeSet<String> = left.iter().flat_map(|table| table.parents.iter().cloned()).collect();
        let (free, held): (Vec<_>, Vec<_>) = left.into_iter().partition(|table| !pointed_at.contains(&table.name));
        if free.is_empty() {
            ordered.extend(held);
            return ordered;
        }
        ordered.extend(free);
        left = held;
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(name: &str, parents: &[&str]) -> StoreTable {
        StoreTable {
            name: name.to_owned(),
            is_readable: true,
            secret: Vec::new(),
            parents: parents.iter().map(|parent| (*parent).to_owned()).collect(),
        }
    }

    #[test]
    fn whoever_points_at_others_goes_first() {
        let tables = vec![table("a", &[]), table("b", &["a"]), table("c", &["a", "b"]), table("d", &[])];
        let names: Vec<String> = children_first(tables).into_iter().map(|table| table.name).collect();
        assert_eq!(names, ["c", "d", "b", "a"]);
        let circle = vec![table("a", &["b"]), table("b", &["a"])];
        assert_eq!(children_first(circle).len(), 2);
    }
}
