//! Importing product files through the back office.

use std::{fs, path::PathBuf};

use orion_catalog::views::ImportStatus;
use orion_testing::TestApp;
use reqwest::Method;
use serde_json::Value;

use crate::{
    compare::{STORED, read},
    doors::{OTHER_OWNER, OTHER_STORE, OWNER, STAFF, STORE, counts, import, store_fn, upload},
};

/// Files of other shops, where they are at hand.
fn real_file(name: &str) -> Option<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/shopify").join(name);
    let content = fs::read_to_string(&path).ok();
    if content.is_none() {
        println!("skipped: there is no {}", path.display());
    }
    content
}

const FILE: &str = "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,\
    Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Image Src\n\
    mug,Mug,<p>Blue</p>,Maker,Cups,\"a, b\",true,Size,Small,M-1,350,shopify,3,deny,10.00,12.00,\n\
    mug,,,,,,,,Large,M-2,400,shopify,0,deny,14.50,,\n\
    bowl,Bowl,,Maker,Bowls,,true,Title,Default Title,B-1,,shopify,8,deny,20,,\n";

#[tokio::test(flavor = "multi_thread")]
async fn real_files_arrive_field_by_field() {
    let (Some(apparel), Some(home)) = (real_file("apparel.csv"), real_file("home-and-garden.csv")) else { return };
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let mut expected = read(&apparel);
    expected.extend(read(&home));
    for (name, content) in [("apparel.csv", &apparel), ("home-and-garden.csv", &home)] {
        let products = u32::try_from(read(content).len()).expect("few");
        let done = import(&app, &owner, name, content.clone()).await;
        assert_eq!(counts(&done), [products, 0, 0, 0], "{:?}", done.errors);
        let again = import(&app, &owner, name, content.clone()).await;
        assert_eq!(counts(&again), [0, 0, products, 0]);
    }
    let stored: Value = app.one(STORED).await;
    let stored = stored.as_object().expect("products");
    assert_eq!(stored.len(), expected.len());
    for (handle, product) in expected {
        assert_eq!(stored[&handle], product, "{handle}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_file_again_changes_nothing_and_another_changes_what_is_different() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    assert_eq!(counts(&import(&app, &owner, "a.csv", FILE).await), [2, 0, 0, 0]);
    let ids = "select array_agg(id order by sku)::text from catalog.variants where sku in ('M-1', 'M-2', 'B-1')";
    let before: String = app.one(ids).await;
    assert_eq!(counts(&import(&app, &owner, "a.csv", FILE).await), [0, 0, 2, 0]);
    let changed = FILE.replace("10.00", "11.00").replace("Small", "Tiny");
    assert_eq!(counts(&import(&app, &owner, "b.csv", changed).await), [0, 1, 1, 0]);
    assert_eq!(app.one::<String>(ids).await, before, "variants keep their ids");
    let prices: Vec<i64> = app
        .one(
            "select array_agg(h.price_minor order by h.at) from catalog.price_history h
            join catalog.variants v on v.id = h.variant_id where v.sku = 'M-1'",
        )
        .await;
    assert_eq!(prices, [1_000, 1_100]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn quantities_are_counted_once() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    import(&app, &owner, "a.csv", FILE).await;
    let on_hand =
        "select sum(l.on_hand)::bigint from inventory.stock_levels l join catalog.variants v on v.id = l.variant_id
        where v.sku in ('M-1', 'M-2', 'B-1')";
    assert_eq!(app.one::<i64>(on_hand).await, 11);
    let movements = "select count(*) from inventory.movements m join catalog.variants v on v.id = m.variant_id
        where v.sku in ('M-1', 'M-2', 'B-1')";
    let before: i64 = app.one(movements).await;
    import(&app, &owner, "a.csv", FILE.replace("<p>Blue</p>", "<p>Deep blue</p>")).await;
    assert_eq!(app.one::<i64>(movements).await, before, "only texts were different");
    let recounted = import(&app, &owner, "a.csv", FILE.replace("shopify,8", "shopify,9")).await;
    assert_eq!(counts(&recounted)[1], 2);
    assert_eq!(app.one::<i64>(on_hand).await, 12);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_reads_as_the_same_catalogue() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let export = owner.get("/products/export.csv").await;
    assert_eq!(export.status, 200);
    assert!(export.body.starts_with("Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name"));
    let total: i64 = app.one("select count(*) from catalog.products p join tenancy.stores s on s.id = p.store_id where s.code = 'lumiere'").await;
    let done = import(&app, &owner, "export.csv", export.body).await;
    assert_eq!(counts(&done), [0, 0, u32::try_from(total).expect("few"), 0], "{:?}", done.errors);
    // Somebody else's catalogue, and nobody at all.
    assert_eq!(app.shopper(STORE).get("/products/export.csv").await.status, 404);
    assert_eq!(
        app.member(OTHER_OWNER, OTHER_STORE).await.at("/store/lumiere").get("/products/export.csv").await.status,
        401
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_told_row_by_row() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let file = format!(
        "{FILE}=cmd,Bad,,,,,maybe,Title,Default Title,,,,,,1.234.5,,\nplate,Plate,,,,,true,Size,S,,,,,,5,,\nplate,,,,,,,,S,,,,,,6,,\n"
    );
    let done = import(&app, &owner, "c.csv", file).await;
    assert_eq!(counts(&done), [2, 0, 0, 2]);
    let wrong: Vec<_> =
        done.errors.iter().map(|error| (error.row, error.column.as_str(), error.code.as_str())).collect();
    assert_eq!(
        wrong,
        [(5, "Variant Price", "invalid_price"), (5, "Published", "invalid_truth"), (7, "", "duplicate_variant")]
    );
    let page = owner.get(&format!("/products/imports/{}", done.import.id)).await;
    assert!(page.shows("1.234.5") && page.shows("Variant Price"));
    let csv = owner.get(&format!("/products/imports/{}/errors.csv", done.import.id)).await;
    assert_eq!((csv.status, csv.body.lines().count()), (200, 4));
    assert!(csv.shows("\"cmd\""));
    let other = app.member(OTHER_OWNER, OTHER_STORE).await;
    assert_eq!(other.get(&format!("/products/imports/{}/errors.csv", done.import.id)).await.status, 404);
    assert_eq!(other.call(&store_fn("open_import"), &[("id", &done.import.id.to_string())]).await.status, 404);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn other_files_are_refused_before_anything_changes() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    for content in [&b"Handle,Title\nm,Caf\xe9\n"[..], b"\xff\xfeH\0", b"PK\x03\x04", b""] {
        let (status, location) = upload(&owner, "upload_products", "file", &[], ("x.csv", content.to_vec())).await;
        assert!(status == 422 || location.ends_with("/products/import"), "{status} {location}");
    }
    let done = import(&app, &owner, "x.csv", "Name,Price\nMug,5\n").await;
    assert_eq!(done.import.status, ImportStatus::Failed);
    assert_eq!(done.import.error.expect("a reason").0, "columns_missing");
    let nobody = app.shopper(STORE).at("/store/lumiere");
    let response = nobody.request(Method::POST, &store_fn("upload_products")).send().await.expect("an answer");
    assert!(response.status().as_u16() >= 400);
    let staff = app.member(STAFF, STORE).await;
    assert!([200, 403].contains(&staff.call(&store_fn("list_imports"), &[]).await.status));
    app.stop().await;
}
