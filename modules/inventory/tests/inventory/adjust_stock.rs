//! The back office: changing stock, and why it is what it is.

use orion_contracts::stock::Availability;
use orion_testing::{Actor, Answer, TestApp};
use serde_json::Value;

use crate::builders::{OWNER, STORE, assert_books_balance, available, ctx_of, put, variants};

async fn adjust(actor: &Actor, variant: &str, kind: &str, quantity: &str, note: &str) -> Answer {
    let fields = [("variant", variant), ("kind", kind), ("quantity", quantity), ("note", note)];
    actor.call("/api/v1/store/inventory/adjust_stock", &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn receiving_counting_and_correcting_stand_in_the_history() {
    let app = TestApp::start().await;
    let ctx = ctx_of(&app, STORE).await;
    let [variant, ..] = variants(&app).await;
    put(&ctx, variant, 40).await;
    let owner = app.member(OWNER, STORE).await;
    let id = variant.to_string();
    assert_eq!(adjust(&owner, &id, "received", "10", "").await.status, 200);
    assert_eq!(adjust(&owner, &id, "counted", "48", "").await.status, 200);
    assert_eq!(adjust(&owner, &id, "corrected", "-1", "Broken in the window").await.status, 200);
    assert_eq!(available(&ctx, variant).await, Some(Availability::Limited(47)));
    let page: Value =
        owner.call("/api/v1/store/inventory/stock_page", &[("variant", &id), ("query[page]", "1")]).await.value();
    let told: Vec<_> = page["movements"]["items"].as_array().expect("a list").iter().take(3).collect();
    assert_eq!((&told[0]["balance"], &told[0]["note"]), (&47.into(), &"Broken in the window".into()));
    assert_eq!((&told[1]["delta"], &told[1]["reason"]), (&(-2).into(), &"counted".into()));
    assert!(told.iter().all(|entry| entry["actor"] != ""), "{told:?}");
    let shown = owner.get(&format!("/inventory/{id}")).await;
    assert!(shown.status == 200 && shown.shows("Broken in the window"), "{shown:?}");
    assert_books_balance(&app).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_is_refused_beside_its_field() {
    let app = TestApp::start().await;
    let ctx = ctx_of(&app, STORE).await;
    let [variant, ..] = variants(&app).await;
    put(&ctx, variant, 3).await;
    let owner = app.member(OWNER, STORE).await;
    let id = variant.to_string();
    for (kind, quantity, note, field, code) in [
        ("corrected", "-4", "lost", "quantity", "below_zero"),
        ("corrected", "-1", "", "note", "required"),
        ("received", "0", "", "quantity", "out_of_range"),
        ("counted", "many", "", "quantity", "invalid_number"),
    ] {
        let error = adjust(&owner, &id, kind, quantity, note).await.error();
        assert_eq!((error.fields[0].field.as_str(), &*error.fields[0].code), (field, code));
    }
    assert_eq!(available(&ctx, variant).await, Some(Availability::Limited(3)));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_finds_what_runs_low() {
    let app = TestApp::start().await;
    let ctx = ctx_of(&app, STORE).await;
    let [variant, ..] = variants(&app).await;
    put(&ctx, variant, 2).await;
    let owner = app.member(OWNER, STORE).await;
    let low: Value = owner
        .call("/api/v1/store/inventory/list_stock", &[("query[scope]", "low"), ("query[sort]", "-on_hand")])
        .await
        .value();
    let rows = low["items"].as_array().expect("a list");
    assert!(rows.iter().all(|row| row["figures"]["on_hand"].as_i64() <= Some(5)), "{rows:?}");
    let counts: Value = owner.call("/api/v1/store/inventory/count_stock", &[]).await.value();
    assert_eq!(counts["low"], low["total"]);
    let sku: String =
        app.one("select sku from inventory.stock_levels where title <> '' and sku <> '' order by sku limit 1").await;
    let everywhere = owner.get("/inventory?scope=low").await;
    assert_eq!(everywhere.status, 200);
    let found: Value = owner.call("/api/v1/store/inventory/list_stock", &[("query[search]", &sku)]).await.value();
    assert!(found["total"].as_i64() <= Some(5), "{sku}: {found}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_store_s_variant_does_not_exist() {
    let app = TestApp::start().await;
    let [variant, ..] = variants(&app).await;
    let owner = app.member("owner@minett.test", "bierger").await;
    let id = variant.to_string();
    assert_eq!(adjust(&owner, &id, "counted", "5", "").await.status, 404);
    assert_eq!(
        owner.call("/api/v1/store/inventory/stock_page", &[("variant", &id), ("query[page]", "1")]).await.status,
        404
    );
    assert_eq!(owner.get(&format!("/inventory/{id}")).await.status, 404);
    assert_eq!(owner.get("/inventory/nonsense").await.status, 404);
    app.stop().await;
}
