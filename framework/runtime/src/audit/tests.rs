//! The log against a real database.

use orion_kernel::{PlatformId, StoreId};
use serde_json::json;
use uuid::Uuid;

use super::{Actor, ActorKind, AuditFilter, AuditPlace, AuditScope, Deed, find, list, write};
use crate::{
    database::{Role, RowScope, begin},
    jobs::tests::support::TestDatabase,
};

#[tokio::test]
async fn entries_are_found_by_what_is_known_and_by_their_tenant_only() {
    let database = TestDatabase::new().await;
    let scope = |store| AuditScope {
        platform_id: PlatformId(Uuid::from_u128(1)),
        merchant_id: None,
        store_id: Some(StoreId(Uuid::from_u128(store))),
    };
    let rows = |store| RowScope {
        role: Role::Tenant,
        platform_id: Some(scope(store).platform_id),
        merchant_id: None,
        store_id: scope(store).store_id,
    };
    let actor = Actor { kind: ActorKind::User, id: Some(Uuid::from_u128(9)), name: "Zoé".to_owned() };
    for (store, action, subject) in
        [(2, "orders.cancelled", "7"), (2, "orders.refunded", "7"), (3, "catalog.changed", "8")]
    {
        let mut tx = begin(&database.pool, &rows(store)).await.expect("begins");
        let after = json!({ "status": "done" });
        let deed = Deed { action, subject: Some(("order", subject)), after: Some(&after), ..Deed::default() };
        write(&mut tx, &scope(store), &actor, &deed).await.expect("writes");
        let other = write(&mut tx, &scope(store + 1), &actor, &deed).await;
        assert!(other.is_err(), "not in another store's name");
        tx.rollback().await.expect("rolls back");
        let mut tx = begin(&database.pool, &rows(store)).await.expect("begins");
        write(&mut tx, &scope(store), &actor, &deed).await.expect("writes");
        tx.commit().await.expect("commits");
    }
    let everything = AuditFilter::of_platform(PlatformId(Uuid::from_u128(1)));
    let of_orders = AuditFilter { action: Some("orders.".to_owned()), ..everything.clone() };
    let of_7 = AuditFilter { subject: Some(("order".to_owned(), "7".to_owned())), ..everything.clone() };
    let by_nobody = AuditFilter { actor_id: Some(Uuid::nil()), ..everything.clone() };
    let refunds = AuditFilter { action: Some("orders.refunded".to_owned()), ..everything.clone() };
    let by_zoe = AuditFilter { actor: Some("ZO".to_owned()), ..everything.clone() };
    let search = |words: &str| AuditFilter { search: Some(words.to_owned()), ..everything.clone() };
    let searches = [("zo", 3, 1), ("7", 2, 0), ("catalog.", 1, 1), ("orders.refunded", 1, 0), ("nobody", 0, 0)]
        .map(|(words, of_all, of_store_3)| (search(words), of_all, of_store_3));
    let filters =
        [(everything, 3, 1), (of_orders, 2, 0), (of_7, 2, 0), (by_nobody, 0, 0), (refunds, 1, 0), (by_zoe, 3, 1)];
    for (filter, of_all, of_store_3) in filters.into_iter().chain(searches) {
        let mut tx = begin(&database.pool, &RowScope::PLATFORM).await.expect("begins");
        let entries = list(&mut tx, &filter, None, 10).await.expect("lists");
        assert_eq!(entries.len(), of_all, "{filter:?}");
        assert!(entries.is_sorted_by(|a, b| (a.at, a.id) > (b.at, b.id)));
        // One by one, each after the one before, they are the same.
        let (mut after, mut singly) = (None, Vec::new());
        while let Some(entry) = list(&mut tx, &filter, after, 1).await.expect("lists").pop() {
            after = Some(AuditPlace { at: entry.at, id: entry.id });
            singly.push(entry.id);
        }
        assert_eq!(singly, entries.iter().map(|entry| entry.id).collect::<Vec<_>>());
        tx.rollback().await.expect("ends");
        let mut tx = begin(&database.pool, &rows(3)).await.expect("begins");
        assert_eq!(list(&mut tx, &filter, None, 10).await.expect("lists").len(), of_store_3, "{filter:?}");
        for entry in entries {
            let found = find(&mut tx, PlatformId(Uuid::from_u128(1)), None, entry.id).await.expect("finds");
            assert_eq!(found.is_some(), entry.store_id == Some(Uuid::from_u128(3)), "only its own store finds it");
        }
    }
    for (role, scope) in [(Role::Tenant, rows(2)), (Role::Platform, RowScope::PLATFORM)] {
        for statement in
            ["update orion.audit_log set action = 'x.y'", "delete from orion.audit_log", "truncate orion.audit_log"]
        {
            let mut tx = begin(&database.pool, &RowScope { role, ..scope }).await.expect("begins");
            assert!(sqlx::query(statement).execute(&mut *tx).await.is_err(), "{role:?}: {statement}");
        }
    }
    database.stop().await;
}
