//! What shoppers see.

use orion_testing::TestApp;

use crate::doors::{OWNER, STORE, import, store_fn};

/// The address of a product of the demo with several variants, and its variants' ids.
async fn product(app: &TestApp) -> (String, Vec<String>) {
    let slug: String = app
        .one(
            "select p.slug from catalog.products p join tenancy.stores s on s.id = p.store_id and s.code = 'lumiere'
            join catalog.variants v on v.product_id = p.id group by p.slug having count(*) > 1 order by p.slug limit 1",
        )
        .await;
    let variants: Vec<String> = app
        .one(
            "select array_agg(v.id::text order by v.position) from catalog.variants v where v.product_id = (
                select p.id from catalog.products p join tenancy.stores s on s.id = p.store_id and s.code = 'lumiere'
                join catalog.variants v on v.product_id = p.id group by p.id, p.slug having count(*) > 1 order by p.slug limit 1
            )",
        )
        .await;
    (slug, variants)
}

#[tokio::test(flavor = "multi_thread")]
async fn products_are_found_on_every_way() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    let home = shopper.get("/").await;
    assert!(home.status == 200 && home.shows("product-card"), "{home:?}");
    let all = shopper.get("/products").await;
    assert!(all.status == 200 && all.shows("product-card") && all.shows("/categories/bougies"));
    let category = shopper.get("/categories/bougies").await;
    assert!(category.status == 200 && category.shows("bougie-parfumee-tilleul"));
    assert!(!category.shows("/products/mug-en-gres\""));
    let typo = shopper.get("/search?q=bouggie%20tileul").await;
    assert!(typo.status == 200 && typo.shows("bougie-parfumee-tilleul"), "{}", typo.body);
    assert!(shopper.get("/search?q=qqqqqq").await.shows("qqqqqq"));
    let product = shopper.get("/products/bougie-parfumee-tilleul").await;
    for text in ["application/ld+json", "rel=\"canonical\"", "TVA comprise", "name=\"description\"", "?variant="] {
        assert!(product.shows(text), "{text}: {}", product.body);
    }
    assert_eq!(shopper.get("/products/nothing").await.status, 404);
    assert_eq!(shopper.get("/categories/nothing").await.status, 404);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_work_from_the_address() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let file = "Handle,Title,Vendor,Type,Option1 Name,Option1 Value,Variant Inventory Tracker,Variant Inventory Qty,Variant Price\n\
        red-one,Red one,Maker A,Things,Shade,Red,shopify,0,10\n\
        blue-one,Blue one,Maker B,Things,Shade,Blue,shopify,5,20\n\
        both,Both,Maker B,Things,Shade,Red,shopify,5,30\n\
        both,,,,,Blue,shopify,5,40\n";
    import(&app, &owner, "things.csv", file).await;
    let shopper = app.shopper(STORE);
    for (query, expected) in [
        ("", [true, true, true]),
        ("?option:Shade:Red=1", [true, false, true]),
        ("?option:Shade:Red=1&option:Shade:Blue=1", [true, true, true]),
        ("?vendor:Maker%20A=1", [true, false, false]),
        ("?from=15&to=25", [false, true, false]),
        ("?in_stock=1", [false, true, true]),
        ("?from=nonsense&sort=nonsense&page=0", [true, true, true]),
    ] {
        let page = shopper.get(&format!("/categories/things{query}")).await;
        assert_eq!(page.status, 200);
        let shown = ["red-one", "blue-one", "both"].map(|slug| page.shows(&format!("/products/{slug}\"")));
        assert_eq!(shown, expected, "{query}");
    }
    let falling = shopper.get("/categories/things?sort=-price").await.body;
    let place = |slug: &str| falling.find(&format!("/products/{slug}\"")).expect("shown");
    assert!(place("both") < place("blue-one") && place("blue-one") < place("red-one"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_variant_is_chosen_by_its_address() {
    let app = TestApp::start().await;
    let (slug, variants) = product(&app).await;
    let shopper = app.shopper(STORE);
    for (place, id) in variants.iter().enumerate() {
        let page = shopper.get(&format!("/products/{slug}?variant={id}")).await;
        assert_eq!(page.status, 200);
        let chosen = page.body.split("aria-current=\"true\"").next().expect("a page").rfind(id.as_str());
        assert!(chosen.is_some(), "variant {place} of {slug}");
    }
    assert_eq!(shopper.get(&format!("/products/{slug}?variant=nonsense")).await.status, 200);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_published_is_not_there() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let id: String = app.one("select id::text from catalog.products where slug = 'bougie-parfumee-tilleul'").await;
    let shopper = app.shopper(STORE);
    for (endpoint, status) in [("unpublish_products", 404), ("archive_products", 404), ("publish_products", 200)] {
        assert_eq!(owner.call(&store_fn(endpoint), &[("ids[]", &id)]).await.status, 200);
        assert_eq!(shopper.get("/products/bougie-parfumee-tilleul").await.status, status, "{endpoint}");
        let is_found = shopper.get("/search?q=tilleul").await.shows("/products/bougie-parfumee-tilleul\"");
        assert_eq!(is_found, status == 200, "{endpoint}");
    }
    app.stop().await;
}
