//! Importing product files through the back office.

use orion_runtime::ctx::begin_unscoped;
use orion_testing::TestApp;
use serde_json::Value;

use crate::{
    compare::{ROWS, STORED, read},
    doors::{OTHER_OWNER, OTHER_STORE, OWNER, STORE, counts, import, store_fn},
    files::{FILE, full_file, real_files},
};

#[tokio::test(flavor = "multi_thread")]
async fn real_files_arrive_field_by_field_and_a_second_time_no_row_is_touched() {
    let files = real_files();
    if files.is_empty() {
        return;
    }
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let expected: Vec<_> = files.iter().flat_map(|(_, content)| read(content)).collect();
    for (name, content) in &files {
        let products = u32::try_from(read(content).len()).expect("few");
        let done = import(&app, &owner, name, content.clone()).await;
        assert_eq!(counts(&done), [products, 0, 0, 0], "{:?}", done.errors);
    }
    assert_stored(&app, expected).await;
    let before: String = app.one(ROWS).await;
    for (name, content) in &files {
        let products = u32::try_from(read(content).len()).expect("few");
        assert_eq!(counts(&import(&app, &owner, name, content.clone()).await), [0, 0, products, 0]);
    }
    assert!(app.one::<String>(ROWS).await == before, "a row was touched");
    let shopper = app.shopper(STORE);
    let sofa = shopper.get("/products/cream-sofa").await;
    assert!(sofa.status == 200 && sofa.shows("Cream Sofa") && sofa.shows("Comfortable cream sofa"), "{}", sofa.body);
    assert!(shopper.get("/search?q=varsity").await.shows("/products/classic-varsity-top\""));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_column_arrives() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let done = import(&app, &owner, "full.csv", full_file()).await;
    assert_eq!(counts(&done), [2, 0, 0, 0], "{:?}", done.errors);
    assert_stored(&app, read(&full_file()).into_iter().collect()).await;
    let export = owner.get("/products/export.csv").await.body;
    assert_eq!(counts(&import(&app, &owner, "again.csv", export).await)[..2], [0, 0], "an export says the same");
    let shopper = app.shopper(STORE);
    let kettle = shopper.get("/products/kettle").await;
    for text in ["A &quot;good&quot; kettle", "5901234123457", "59,90", "K-1", "1 l"] {
        assert!(kettle.shows(text), "{text}: {}", kettle.body);
    }
    assert_eq!(shopper.get("/products/voucher").await.status, 404, "a draft");
    app.stop().await;
}

/// What the database holds of these products, field by field, and that it holds no others.
async fn assert_stored(app: &TestApp, expected: Vec<(String, Value)>) {
    let stored: Value = app.one(STORED).await;
    let stored = stored.as_object().expect("products");
    assert_eq!(stored.len(), expected.len());
    for (handle, product) in expected {
        assert_eq!(stored[&handle], product, "{handle}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_file_again_changes_nothing_and_another_changes_what_is_different() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let first = import(&app, &owner, "a.csv", FILE).await;
    assert_eq!((counts(&first), first.import.total, first.import.done()), ([2, 0, 0, 0], Some(2), 2));
    let ids = "select array_agg(id order by sku)::text from catalog.variants where sku in ('M-1', 'M-2', 'B-1')";
    let before: String = app.one(ids).await;
    let rows: String = app.one(ROWS).await;
    assert_eq!(counts(&import(&app, &owner, "a.csv", FILE).await), [0, 0, 2, 0]);
    assert!(app.one::<String>(ROWS).await == rows, "a row was touched");
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
async fn the_same_file_twice_at_once_arrives_once() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let both = tokio::join!(import(&app, &owner, "a.csv", FILE), import(&app, &owner, "b.csv", FILE));
    let [one, other] = [counts(&both.0), counts(&both.1)];
    assert_eq!([one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3]], [2, 0, 2, 0]);
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
async fn stock_knows_every_variant_of_a_file_even_those_it_does_not_count() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    import(&app, &owner, "a.csv", "Handle,Title,Variant SKU,Variant Price\nservice,Service,S-1,5\n").await;
    let is_counted: bool = app.one("select is_counted from inventory.stock_levels where sku = 'S-1'").await;
    assert!(!is_counted);
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
    // Nobody at all, and somebody else's catalogue.
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
        "{FILE}=cmd,Bad,,,,,maybe,Title,Default Title,,,,,,1.234.5,,\nplate,Plate,,,,,true,Size,S,,,,,,5,,\nplate,,,,,,,,S,,,,,,6,,\n\
         dish,Dish,,,,,true,Title,Default Title,,,,,,5,,\ndish,Other dish,,,,,true,Title,Default Title,,,,,,6,,\n"
    );
    let done = import(&app, &owner, "c.csv", file).await;
    assert_eq!(counts(&done), [2, 0, 0, 3]);
    let wrong: Vec<_> =
        done.errors.iter().map(|error| (error.row, error.column.as_str(), error.code.as_str())).collect();
    let expected = [
        (5, "Variant Price", "invalid_price"),
        (5, "Published", "invalid_truth"),
        (7, "", "duplicate_variant"),
        (9, "Handle", "duplicate_handle"),
    ];
    assert_eq!(wrong, expected);
    let page = owner.get(&format!("/products/imports/{}", done.import.id)).await;
    assert!(page.shows("1.234.5") && page.shows("Variant Price") && page.shows("see row 8"), "{}", page.body);
    let csv = owner.get(&format!("/products/imports/{}/errors.csv", done.import.id)).await;
    assert_eq!((csv.status, csv.body.lines().count()), (200, 5));
    assert!(csv.shows("\"cmd\""));
    assert_eq!(app.shopper(STORE).get("/products/dish").await.status, 404);
    let other = app.member(OTHER_OWNER, OTHER_STORE).await;
    assert_eq!(other.get(&format!("/products/imports/{}/errors.csv", done.import.id)).await.status, 404);
    assert_eq!(other.call(&store_fn("open_import"), &[("id", &done.import.id.to_string())]).await.status, 404);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn harm_in_a_file_does_not_reach_the_shop() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let file = "Handle,Title,Body (HTML),Vendor,Type,Tags,Variant Price\n\
        trap,<script>alert(1)</script>,\"<p onclick=\"\"steal()\"\">Fine</p><script>steal()</script>\
        <a href=\"\"javascript:steal()\"\">x</a><img src=x onerror=steal()>\",<b>Maker</b>,<i>Traps</i>,<u>tag</u>,5\n";
    assert_eq!(counts(&import(&app, &owner, "trap.csv", file).await), [1, 0, 0, 0]);
    let shopper = app.shopper(STORE);
    let id: String = app.one("select id::text from catalog.products where slug = 'trap'").await;
    for (actor, path) in [
        (&shopper, "/products/trap".to_owned()),
        (&shopper, "/products".to_owned()),
        (&shopper, "/categories/i-traps-i".to_owned()),
        (&shopper, "/search?q=alert".to_owned()),
        (&owner, "/products".to_owned()),
        (&owner, format!("/products/{id}")),
    ] {
        let page = actor.get(&path).await;
        assert_eq!(page.status, 200, "{path}");
        for harm in ["<script>alert", "<b>Maker", "<i>Traps", "onclick=\"steal", "javascript:steal", "onerror=steal"] {
            assert!(!page.shows(harm), "{path} shows {harm}");
        }
    }
    assert!(shopper.get("/products/trap").await.shows("<p>Fine</p>"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_sold_since_an_export_stays_sold() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let file = |price: u32, quantity: u32| {
        format!(
            "Handle,Title,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price\n\
             mug,Mug,MUG-9,shopify,{quantity},{price}\n"
        )
    };
    import(&app, &owner, "first.csv", file(12, 10)).await;
    let on_hand = "select on_hand from inventory.stock_levels where sku = 'MUG-9'";
    assert_eq!(app.one::<i64>(on_hand).await, 10);
    sell(&app, 2).await;
    let export = owner.get("/products/export.csv").await.body;
    assert!(export.lines().any(|line| line.starts_with("mug,") && line.contains(",8,")), "{export}");
    sell(&app, 3).await;
    import(&app, &owner, "prices.csv", file(13, 8)).await;
    assert_eq!(app.one::<i64>(on_hand).await, 5, "the file was written before the last three were sold");
    import(&app, &owner, "counted.csv", file(13, 20)).await;
    assert_eq!(app.one::<i64>(on_hand).await, 20, "somebody has counted");
    app.stop().await;
}

/// Some mugs leave the shelf.
async fn sell(app: &TestApp, mugs: i64) {
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query("update inventory.stock_levels set on_hand = on_hand - $1 where sku = 'MUG-9'")
        .bind(mugs)
        .execute(&mut *tx)
        .await
        .expect("sold");
    tx.commit().await.expect("sold");
}
