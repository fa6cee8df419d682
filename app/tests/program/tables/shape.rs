//! The shape of the schema: the tenant leads every key, references stay within a tenant, and nothing is left open.

use std::collections::{BTreeMap, BTreeSet};

use orion_testing::TestApp;
use sqlx::AssertSqlSafe;

use super::{Table, tables};

/// Indexes that reach across tenants, with the reason. Words of a full text stand in no such list: they are never a key.
const ACROSS_TENANTS: &[(&str, &str)] = &[
    ("orion.settings_pkey", "the installation's values are nobody's; the two columns that lead say whose a value is"),
    ("orion.sessions_pkey", "a session is ended by its own id"),
    ("orion.sessions_token_hash_key", "a cookie holds nothing but the token"),
    ("orion.sessions_by_previous", "a cookie holds nothing but the token"),
    ("orion.sessions_by_principal", "a user is signed in on several platforms"),
    ("orion.sessions_by_end", "the clean-up is one statement"),
    ("tenancy.platforms_code_key", "a platform's code names it in the whole installation"),
    ("tenancy.platforms_host_key", "a host leads to one platform of the whole installation"),
    ("tenancy.store_domains_host_key", "a host leads to one store of the whole installation"),
    ("tenancy.store_domains_by_prefix", "a host leads to one store of the whole installation"),
    ("tenancy.memberships_by_user", "a user is asked for the merchants they work for"),
    ("tenancy.sign_ins_pkey", "a user signs in on several platforms, and is told what is unusual for them"),
    ("tenancy.sign_ins_by_age", "the nightly clean-up is one statement"),
    ("tenancy.user_links_pkey", "a user belongs to nobody"),
    ("tenancy.user_links_by_user", "a user belongs to nobody"),
    ("tenancy.user_links_token_hash_key", "a link holds nothing but the token"),
    ("tenancy.user_links_by_end", "the clean-up is one statement"),
    ("tenancy.invitations_token_hash_key", "a link holds nothing but the token"),
    ("tenancy.owner_transfers_token_hash_key", "a link holds nothing but the token"),
    ("tenancy.impersonations_token_hash_key", "a link holds nothing but the token"),
    ("tenancy.api_keys_token_hash_key", "a program sends nothing but the key"),
    ("checkout.checkouts_left_alone", "a schedule looks for those of all stores"),
    ("payments.payments_pending", "a schedule asks after those of all stores"),
    ("payments.refunds_pending", "a schedule asks after those of all stores"),
    ("messaging.outbox_by_age", "the nightly clean-up is one statement"),
    ("orders.orders_to_anonymise", "the nightly clean-up is one statement"),
    ("customers.links_by_end", "the nightly clean-up is one statement"),
];

/// Functions that run with more rights than who calls them and take no tenant, with the reason.
const FOR_ALL_TENANTS: &[(&str, &str)] = &[("orion.enqueue_jobs", "the one way into the queue; it reads nothing")];

/// Functions of that sort that do not say where names are looked up, with the reason.
const BY_FULL_NAMES: &[(&str, &str)] =
    &[("catalog.search_products", "it names every table in full, and has no dynamic part")];

/// An index, or a foreign key.
#[derive(sqlx::FromRow)]
struct Shape {
    kind: String,
    name: String,
    own: String,
    their: Option<String>,
    own_columns: Vec<String>,
    their_columns: Vec<String>,
}

/// A function that runs as its owner.
#[derive(sqlx::FromRow)]
struct Function {
    name: String,
    takes_tenant: bool,
    is_trigger: bool,
    has_path: bool,
    is_public: bool,
}

impl Table {
    /// Which tenant a column of it names.
    fn tenant_of(&self, column: &str) -> Option<&str> {
        let by_name = || self.tenant_columns.iter().find(|own| *own == column)?.strip_suffix("_id");
        self.locks.get(column).map(String::as_str).or_else(by_name)
    }

    fn has_tenant(&self) -> bool {
        !self.locks.is_empty() || !self.tenant_columns.is_empty()
    }

    fn kinds(&self) -> BTreeSet<&str> {
        self.locks.values().map(String::as_str).collect()
    }
}

async fn shapes(app: &TestApp) -> (BTreeMap<String, Table>, Vec<Shape>) {
    let shapes: Vec<Shape> = sqlx::query_as(include_str!("shape.sql")).fetch_all(app.app.pool()).await.expect("shapes");
    (tables(app).await.into_iter().map(|table| (table.name.clone(), table)).collect(), shapes)
}

async fn names(app: &TestApp, question: &'static str) -> Vec<String> {
    sqlx::query_scalar(AssertSqlSafe(question)).fetch_all(app.app.pool()).await.expect("the catalogue")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tenant_leads_every_key_and_index() {
    let app = TestApp::start().await;
    let (tables, shapes) = shapes(&app).await;
    let mut excused = BTreeSet::new();
    let mut faults = Vec::new();
    for index in shapes.iter().filter(|shape| shape.kind == "index") {
        let table = &tables[&index.own];
        if !table.has_tenant() || table.tenant_of(&index.own_columns[0]).is_some() {
            continue;
        }
        let name = format!("{}.{}", index.own.split('.').next().unwrap_or_default(), index.name);
        match ACROSS_TENANTS.iter().find(|(excuse, _)| *excuse == name) {
            Some((excuse, _)) => {
                excused.insert(*excuse);
            }
            None => faults.push(format!("{name} of {} begins with {:?}", index.own, index.own_columns[0])),
        }
    }
    let outdated = ACROSS_TENANTS.iter().filter(|(excuse, _)| !excused.contains(excuse));
    faults.extend(outdated.map(|(excuse, _)| format!("{excuse} needs no excuse any more")));
    assert!(faults.is_empty(), "{faults:#?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn references_carry_the_tenant() {
    let app = TestApp::start().await;
    let (tables, shapes) = shapes(&app).await;
    let mut faults = Vec::new();
    for reference in shapes.iter().filter(|shape| shape.kind == "reference") {
        let (own, their) = (&tables[&reference.own], &tables[reference.their.as_ref().expect("a table")]);
        if !own.has_tenant() || !their.has_tenant() {
            continue;
        }
        let pairs = reference.own_columns.iter().zip(&reference.their_columns);
        let carried: BTreeSet<&str> = pairs
            .filter_map(|(own_column, their_column)| {
                own.tenant_of(own_column).filter(|tenant| their.tenant_of(their_column) == Some(tenant))
            })
            .collect();
        let (kinds, theirs) = (own.kinds(), their.kinds());
        let shared: BTreeSet<&str> = kinds.intersection(&theirs).copied().collect();
        if carried.is_empty() || (!shared.is_empty() && carried.is_disjoint(&shared)) {
            faults.push(format!("{} of {} to {} carries no tenant", reference.name, own.name, their.name));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_names_a_tenant_is_locked_or_closed() {
    let app = TestApp::start().await;
    let faults: Vec<String> = tables(&app)
        .await
        .into_iter()
        .filter(|table| !table.tenant_columns.is_empty())
        .filter(|table| if table.is_tenants { !table.is_forced || table.locks.is_empty() } else { !table.is_protected })
        .map(|table| format!("{} is neither locked by its tenant nor closed to tenants", table.name))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
    let nullable = names(
        &app,
        "select c.oid::regclass || '.' || a.attname
         from pg_policy p join pg_class c on c.oid = p.polrelid
         join pg_attribute a on a.attrelid = c.oid and not a.attnotnull and a.attnum > 0 and not a.attisdropped
         where p.polname = 'tenant'
           and pg_get_expr(p.polqual, p.polrelid) ~ ('^\\(' || a.attname || ' = \\(current_setting')",
    )
    .await;
    assert!(nullable.is_empty(), "rows can be nobody's: {nullable:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_open_to_everybody() {
    let app = TestApp::start().await;
    let open = names(
        &app,
        "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
         cross join aclexplode(c.relacl) held
         where held.grantee = 0 and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
         union all
         select c.oid::regclass || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
         join pg_namespace n on n.oid = c.relnamespace
         where a.attacl is not null and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')",
    )
    .await;
    assert!(open.is_empty(), "everybody has rights to {open:?}");
    let mighty = names(
        &app,
        "select rolname::text from pg_roles where rolname in ('orion_tenant', 'orion_platform')
           and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin or rolreplication)",
    )
    .await;
    assert!(mighty.is_empty(), "{mighty:?} may more than they need");
    let queue = names(
        &app,
        "select c.oid::regclass::text from pg_class c where c.relnamespace::regnamespace::text = 'graphile_worker'
           and c.relkind in ('r', 'p', 'v') and has_table_privilege('orion_tenant', c.oid, 'select, insert, update, delete')",
    )
    .await;
    assert!(queue.is_empty(), "tenants reach into the queue: {queue:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn functions_with_more_rights_than_their_caller_take_a_tenant() {
    let app = TestApp::start().await;
    let functions: Vec<Function> = sqlx::query_as(
        "select n.nspname || '.' || p.proname as name, p.prorettype = 'trigger'::regtype as is_trigger,
             exists (select from unnest(p.proargnames, p.proargtypes::oid[]) taken(name, kind)
                     where kind = 'uuid'::regtype and name ~ '^(platform|merchant|store)(_id)?$') as takes_tenant,
             coalesce(array_to_string(p.proconfig, ','), '') ~ 'search_path=' as has_path,
             p.proacl is null or exists (select from aclexplode(p.proacl) held where held.grantee = 0) as is_public
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where p.prosecdef and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')",
    )
    .fetch_all(app.app.pool())
    .await
    .expect("the catalogue of functions");
    assert!(!functions.is_empty());
    let is_in = |list: &[(&str, &str)], name: &str| list.iter().any(|(listed, _)| *listed == name);
    let mut faults = Vec::new();
    for function in &functions {
        let name = &function.name;
        if !function.takes_tenant && !function.is_trigger && !is_in(FOR_ALL_TENANTS, name) {
            faults.push(format!("{name} takes no tenant's id, such as `store uuid`"));
        }
        if !function.has_path && !is_in(BY_FULL_NAMES, name) {
            faults.push(format!("{name}: `set search_path = pg_catalog`"));
        }
        if function.is_public {
            faults.push(format!("{name}: `revoke execute on function {name} from public`"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    app.stop().await;
}
