//! What people and programs send that nobody expects: told field by field or taken calmly, never an error of ours.

use orion_catalog::views::Editor;
use orion_testing::{Actor, TestApp};
use reqwest::Method;
use serde_json::json;

use crate::doors::{OWNER, STORE, store_fn};

const NOBODY: &str = "01890000-0000-7000-8000-000000000000";

/// Codes by field.
fn fields(answer: &orion_testing::Answer) -> Vec<(String, String)> {
    assert_eq!(answer.status, 422, "{answer:?}");
    answer.error().fields.into_iter().map(|field| (field.field, field.code.into_owned())).collect()
}

async fn open(owner: &Actor, id: &str) -> Editor {
    owner.call(&store_fn("open_product"), &[("id", id), ("language", ""), ("page", "1")]).await.value()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_product_that_cannot_be_is_told_field_by_field() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let long = "x".repeat(256);
    for (title, price, vendor, expected) in [
        ("", "-1", "", vec![("title", "required"), ("price", "invalid_price")]),
        (
            long.as_str(),
            "1,234.50",
            long.as_str(),
            vec![("title", "too_long"), ("vendor", "too_long"), ("price", "invalid_price")],
        ),
        ("  ", "99999999999999999999", "", vec![("title", "required"), ("price", "invalid_price")]),
        ("a\u{7}b", "NaN", "", vec![("title", "invalid_characters"), ("price", "invalid_price")]),
        ("Vase", "1.999", "", vec![("price", "invalid_price")]),
    ] {
        let sent = [("title", title), ("price", price), ("vendor", vendor)];
        let told = fields(&owner.call(&store_fn("create_product"), &sent).await);
        let told: Vec<_> = told.iter().map(|(field, code)| (field.as_str(), code.as_str())).collect();
        assert_eq!(told, expected);
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_product_s_form_takes_no_nonsense() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let id: String = app.one("select id::text from catalog.products where slug = 'bougie-parfumee-tilleul'").await;
    let editor = open(&owner, &id).await;
    let variant = editor.variants.items[0].id.to_string();
    let long = "x".repeat(2_001);
    let valid = [
        ("id", id.as_str()),
        ("version", editor.version.as_str()),
        ("language", "fr"),
        ("title", "Bougie"),
        ("description_html", ""),
        ("seo_title", ""),
        ("seo_description", ""),
        ("slug", editor.slug.as_str()),
        ("status", "published"),
        ("vendor", ""),
        ("kind", ""),
        ("tags", ""),
        ("variants[0][id]", variant.as_str()),
        ("variants[0][sku]", ""),
        ("variants[0][barcode]", ""),
        ("variants[0][price]", "10"),
        ("variants[0][compare_at]", ""),
        ("variants[0][cost]", ""),
        ("variants[0][weight]", ""),
    ];
    let send = |field: &'static str, value: String| {
        let mut sent = valid.map(|(name, value)| (name, value.to_owned()));
        let (_, old) = sent.iter_mut().find(|(name, _)| *name == field).expect("a field of the form");
        *old = value;
        let owner = owner.clone();
        async move {
            let sent: Vec<_> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
            owner.call(&store_fn("save_product"), &sent).await
        }
    };
    for (field, value, code) in [
        ("title", "", "required"),
        ("title", long.as_str(), "too_long"),
        ("description_html", &"y".repeat(100_001), "too_long"),
        ("description_html", "a\u{7}b", "invalid_characters"),
        ("slug", "–", "slug_empty"),
        ("slug", "bougie-parfumee-figuier", "slug_taken"),
        ("vendor", &long, "too_long"),
        ("tags", &long, "too_long"),
        ("language", "en-GB", "malformed_request"),
        ("status", "stolen", "malformed_request"),
        ("id", "nonsense", "malformed_request"),
        ("variants[0][id]", "nonsense", "malformed_request"),
        ("variants[0][price]", "-5", "invalid_price"),
        ("variants[0][price]", "", "required"),
        ("variants[0][compare_at]", "-5", "invalid_price"),
        ("variants[0][cost]", "much", "invalid_price"),
        ("variants[0][weight]", "-1", "invalid_number"),
        ("variants[0][weight]", "99999999999", "invalid_number"),
        ("variants[0][sku]", &long, "too_long"),
        ("variants[0][barcode]", &long, "too_long"),
    ] {
        let answer = send(field, value.to_owned()).await;
        let error = answer.error();
        let told = error.fields.first().map_or(error.code.as_ref(), |wrong| wrong.code.as_ref());
        assert_eq!((answer.status, told), (422, code), "{field}");
        assert!(error.fields.iter().all(|wrong| wrong.field == field), "{field}: {error}");
    }
    assert_eq!(send("id", NOBODY.to_owned()).await.status, 404);
    assert_eq!(open(&owner, &id).await.version, editor.version, "nothing was changed");
    let of_others = "select string_agg(v.id || v.xmin::text, ' ' order by v.id) from catalog.variants v
        join catalog.products p on p.id = v.product_id where p.slug <> 'bougie-parfumee-tilleul'";
    let before: String = app.one(of_others).await;
    let other: String = app
        .one(
            "select v.id::text from catalog.variants v join catalog.products p on p.id = v.product_id
            where p.slug <> 'bougie-parfumee-tilleul' limit 1",
        )
        .await;
    assert_eq!(send("variants[0][id]", other).await.status, 200);
    assert!(app.one::<String>(of_others).await == before, "another product's variant was changed");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn names_are_text_wherever_they_are_shown() {
    let app = TestApp::start().await;
    let (owner, shopper) = (app.member(OWNER, STORE).await, app.shopper(STORE));
    let name = "<script>alert('x')</script> & \"Co\"";
    let sent = [("title", name), ("price", "5"), ("vendor", "</script><img src=x onerror=y()>")];
    let created = owner.call(&store_fn("create_product"), &sent).await;
    let path = created.location.unwrap_or_else(|| panic!("{}", created.body));
    let id = path.rsplit('/').next().expect("an id");
    assert_eq!(owner.call(&store_fn("publish_products"), &[("ids[]", id)]).await.status, 200);
    let slug: String = app.one("select slug from catalog.products where vendor like '%onerror%'").await;
    for (actor, path) in [
        (&shopper, "/".to_owned()),
        (&shopper, "/products".to_owned()),
        (&shopper, format!("/products/{slug}")),
        (&shopper, "/search?q=alert".to_owned()),
        (&shopper, "/search?q=%3Cscript%3Ealert('x')".to_owned()),
        (&owner, "/products".to_owned()),
        (&owner, format!("/products/{id}")),
    ] {
        let page = actor.get(&path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.shows("<script>alert") && !page.shows("<img src=x"), "{path}: {}", page.body);
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_is_not_found() {
    let app = TestApp::start().await;
    let (owner, shopper) = (app.member(OWNER, STORE).await, app.shopper(STORE));
    for (endpoint, sent) in [
        ("open_product", vec![("id", NOBODY), ("language", ""), ("page", "1")]),
        ("delete_product", vec![("id", NOBODY)]),
        ("save_options", vec![("id", NOBODY), ("version", "1")]),
        ("open_category", vec![("id", NOBODY)]),
        ("delete_category", vec![("id", NOBODY)]),
        ("save_category", vec![("id", NOBODY), ("name", "x"), ("slug", ""), ("parent", ""), ("position", "0")]),
        ("open_import", vec![("id", NOBODY)]),
    ] {
        assert_eq!(owner.call(&store_fn(endpoint), &sent).await.status, 404, "{endpoint}");
    }
    for path in ["/products/nonsense", "/categories/nonsense", "/products/imports/nonsense"] {
        assert_eq!(owner.get(path).await.status, 404, "{path}");
    }
    for path in [format!("/products/{NOBODY}"), format!("/categories/{NOBODY}"), format!("/products/imports/{NOBODY}")]
    {
        assert_eq!(owner.get(&path).await.status, 404, "{path}");
    }
    for path in ["/products/nothing", "/products/%F0%9F%95%AF", "/products/%27%3B--", "/categories/%27%3B--"] {
        assert_eq!(shopper.get(path).await.status, 404, "{path}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_take_any_address_calmly() {
    let app = TestApp::start().await;
    let (owner, shopper) = (app.member(OWNER, STORE).await, app.shopper(STORE));
    let long = format!("q={}", "m".repeat(5_000));
    let addresses = [
        "page=-1",
        "page=0",
        "page=99999999999",
        "page=4294967295",
        "page=one",
        "sort=nonsense",
        "sort=-",
        "sort=price%27%3Bdrop%20table",
        "from=-5&to=abc",
        "from=99999999999999999999",
        "from=20&to=10",
        "option:=1&option::=1&vendor:=1",
        "in_stock=maybe",
        "q=%27%20%26%20%7C%20!%20%3A*%20(%20%3C-%3E",
        "q=%F0%9F%95%AF%EF%B8%8F",
        "q=%5C%5C%25_",
        "q=bougie&page=77777",
        "scope=nonsense&category=nonsense&vendor=nobody",
        long.as_str(),
    ];
    for address in addresses {
        for path in ["/products", "/categories/bougies", "/search"] {
            let page = shopper.get(&format!("{path}?{address}")).await;
            assert_eq!(page.status, 200, "{path}?{address}: {}", page.body);
        }
        let page = owner.get(&format!("/products?{address}")).await;
        assert_eq!(page.status, 200, "/products?{address}: {}", page.body);
    }
    let id: String = app.one("select id::text from catalog.products where slug = 'bougie-parfumee-tilleul'").await;
    for address in ["page=-1", "page=99999999999", "page=99999", "texts=nonsense", "texts=ru"] {
        assert_eq!(owner.get(&format!("/products/{id}?{address}")).await.status, 200, "{address}");
    }
    for path in ["/search?q=%00", "/products?vendor:%00=1", "/products/a%00b", "/categories/a%00b"] {
        assert_eq!(shopper.get(path).await.status, 400, "{path}");
    }
    for path in ["/products?page=99999", "/categories/bougies?page=99999", "/search?q=bougie&page=99999"] {
        assert!(shopper.get(path).await.shows("product-card"), "{path} shows the first page");
    }
    let latest: String = app
        .one(
            "select t.title from catalog.products p
            join tenancy.stores s on s.id = p.store_id and s.code = 'lumiere'
            join catalog.product_texts t on t.product_id = p.id and t.locale = 'fr'
            order by p.updated_at desc, p.id desc limit 1",
        )
        .await;
    assert!(owner.get("/products?page=99999").await.shows(&latest), "{latest}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn server_functions_take_any_argument_calmly() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    let query = |changed: serde_json::Value| {
        let mut query = json!({ "search": "", "scope": "", "sort": "", "page": 1, "filters": {} });
        for (name, value) in changed.as_object().expect("fields") {
            query[name] = value.clone();
        }
        json!({ "query": query, "category": null })
    };
    for (body, most) in [
        (query(json!({ "page": u32::MAX })), 200),
        (query(json!({ "page": -1 })), 422),
        (query(json!({ "page": 99_999_999_999_u64 })), 422),
        (query(json!({ "sort": "nonsense" })), 200),
        (query(json!({ "search": "a\0b" })), 422),
        (query(json!({ "filters": { "vendor:\0": "1" } })), 422),
        (query(json!({ "filters": { "from": "-1", "to": "1e9" } })), 200),
        (json!({ "query": "nonsense" }), 422),
        (json!([]), 422),
    ] {
        for endpoint in ["show_listing", "search_products"] {
            let request = shopper
                .request(Method::POST, &format!("/api/v1/storefront/catalog/{endpoint}"))
                .header("accept", "application/json")
                .header("sec-fetch-site", "same-origin")
                .json(&body);
            let status = request.send().await.expect("an answer").status().as_u16();
            assert!(status == 200 || status == most, "{endpoint} {body}: {status}");
        }
    }
    app.stop().await;
}
