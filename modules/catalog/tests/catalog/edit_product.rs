//! Products and categories in the back office.

use orion_catalog::views::{CategoryNode, Editor};
use orion_contracts::{
    VariantId,
    catalog::Catalog,
    stock::{Availability, Stock},
};
use orion_kernel::Locale;
use orion_testing::{Actor, TestApp};

use crate::doors::{OTHER_OWNER, OTHER_STORE, OWNER, STORE, store_ctx, store_fn};

/// Adds a product; its id.
async fn create(owner: &Actor, title: &str, price: &str) -> String {
    let answer = owner.call(&store_fn("create_product"), &[("title", title), ("price", price), ("vendor", "")]).await;
    let page = answer.location.unwrap_or_else(|| panic!("{}", answer.body));
    page.rsplit('/').next().expect("an id").to_owned()
}

/// What carts and orders call a product.
async fn title_in_carts(app: &TestApp, product: &str, locale: Locale) -> String {
    let ctx = store_ctx(app).await;
    let mut tx = ctx.begin().await.expect("a transaction");
    let ids: Vec<VariantId> = sqlx::query_scalar("select id from catalog.variants where product_id::text = $1")
        .bind(product)
        .fetch_all(tx.conn())
        .await
        .expect("variants")
        .into_iter()
        .map(VariantId)
        .collect();
    let found = ctx.port::<dyn Catalog>().variants(&mut tx, &ids, locale).await.expect("variants");
    found[&ids[0]].product_title.clone()
}

async fn open(owner: &Actor, id: &str, language: &str) -> Editor {
    owner.call(&store_fn("open_product"), &[("id", id), ("language", language), ("page", "1")]).await.value()
}

/// The form as it stands, with some of its fields changed.
async fn save(owner: &Actor, editor: &Editor, changes: &[(&str, &str)]) -> orion_testing::Answer {
    let (id, status) = (editor.id.to_string(), editor.status.code());
    let (tags, language) = (editor.tags.join(", "), editor.locale.code());
    let mut fields = vec![
        ("id".to_owned(), id),
        ("version".to_owned(), editor.version.clone()),
        ("language".to_owned(), language.to_owned()),
        ("title".to_owned(), editor.texts.title.clone()),
        ("description_html".to_owned(), editor.texts.description_html.clone()),
        ("seo_title".to_owned(), editor.texts.seo_title.clone()),
        ("seo_description".to_owned(), editor.texts.seo_description.clone()),
        ("slug".to_owned(), editor.slug.clone()),
        ("status".to_owned(), status.to_owned()),
        ("vendor".to_owned(), editor.vendor.clone()),
        ("kind".to_owned(), editor.kind.clone()),
        ("tags".to_owned(), tags),
    ];
    for (row, variant) in editor.variants.items.iter().enumerate() {
        let field = |name: &str| format!("variants[{row}][{name}]");
        let amount =
            |money: Option<orion_kernel::Money>| money.map(orion_kernel::Money::to_decimal_string).unwrap_or_default();
        fields.push((field("id"), variant.id.to_string()));
        fields.push((field("sku"), variant.sku.clone()));
        fields.push((field("barcode"), variant.barcode.clone()));
        fields.push((field("price"), variant.price.to_decimal_string()));
        fields.push((field("compare_at"), amount(variant.compare_at)));
        fields.push((field("cost"), amount(variant.cost)));
        fields.push((field("weight"), variant.weight_grams.to_string()));
        if variant.requires_shipping {
            fields.push((field("requires_shipping"), "true".to_owned()));
        }
    }
    for (name, value) in changes {
        match fields.iter_mut().find(|(field, _)| field == name) {
            Some((_, old)) => *old = (*value).to_owned(),
            None => fields.push(((*name).to_owned(), (*value).to_owned())),
        }
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    owner.call(&store_fn("save_product"), &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_product_is_written_published_translated_and_deleted() {
    let app = TestApp::start().await;
    let (owner, shopper) = (app.member(OWNER, STORE).await, app.shopper(STORE));
    let id = create(&owner, "Photophore Été", "12,50").await;
    assert!(owner.get(&format!("/products/{id}")).await.shows("Photophore"));
    assert_eq!(shopper.get("/products/photophore-ete").await.status, 404);
    let editor = open(&owner, &id, "").await;
    let html = "<p>Doux</p><script>x()</script>";
    let saved =
        save(&owner, &editor, &[("status", "published"), ("description_html", html), ("tags", "été, lumière")]).await;
    assert_eq!(saved.status, 200, "{}", saved.body);
    let page = shopper.get("/products/photophore-ete").await;
    assert!(page.status == 200 && page.shows("<p>Doux</p>") && !page.shows("x()"), "{}", page.body);
    let german = open(&owner, &id, "de").await;
    assert_eq!((german.texts.title.as_str(), german.title.as_str()), ("", "Photophore Été"));
    let page = owner.get(&format!("/products/{id}?texts=de")).await;
    assert!(page.status == 200 && page.shows("name=\"language\" value=\"de\""), "{}", page.body);
    assert!(shopper.get("/de/products/photophore-ete").await.shows("Photophore Été"), "falls back");
    assert_eq!(save(&owner, &german, &[("title", "Windlicht Sommer")]).await.status, 200);
    let translated = shopper.get("/de/products/photophore-ete").await;
    assert!(translated.shows("Windlicht Sommer") && translated.shows("<p>Doux</p>"));
    assert!(shopper.get("/search?q=windlicht").await.shows("/products/photophore-ete"));
    let luxembourgish = open(&owner, &id, "lb").await;
    assert_eq!(save(&owner, &luxembourgish, &[("description_html", "<p>Mëll</p>")]).await.status, 200);
    let half = shopper.get("/lb/products/photophore-ete").await;
    assert!(half.shows("<h1>Photophore Été") && half.shows("<p>Mëll</p>"), "{}", half.body);
    assert!(shopper.get("/lb/products").await.shows("Photophore Été"));
    assert_eq!(title_in_carts(&app, &id, Locale::Lb).await, "Photophore Été");
    assert_eq!(owner.call(&store_fn("delete_product"), &[("id", &id)]).await.status, 200);
    assert_eq!(shopper.get("/products/photophore-ete").await.status, 404);
    assert_eq!(owner.get(&format!("/products/{id}")).await.status, 404);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_input_is_told_field_by_field_and_nothing_is_overwritten_unseen() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let id = create(&owner, "Vase", "10").await;
    let editor = open(&owner, &id, "").await;
    let wrong = [("title", ""), ("slug", "!!"), ("variants[0][price]", "cheap"), ("variants[0][weight]", "heavy")];
    let error = save(&owner, &editor, &wrong).await.error();
    let fields: Vec<_> = error.fields.iter().map(|field| (field.field.as_str(), field.code.as_ref())).collect();
    let expected = [
        ("title", "required"),
        ("slug", "slug_empty"),
        ("variants[0][price]", "invalid_price"),
        ("variants[0][weight]", "invalid_number"),
    ];
    assert_eq!(fields, expected);
    let taken = save(&owner, &editor, &[("slug", "bougie-parfumee-tilleul")]).await.error();
    assert_eq!(taken.fields[0].code, "slug_taken");
    assert_eq!(save(&owner, &editor, &[("vendor", "First")]).await.status, 200);
    assert_eq!(save(&owner, &editor, &[("vendor", "Second")]).await.error().code, "product_changed");
    assert_eq!(open(&owner, &id, "").await.vendor, "First");
    app.stop().await;
}

async fn count(app: &TestApp, variant: VariantId, quantity: i64) {
    let mut tx = store_ctx(app).await.begin().await.expect("a transaction");
    let stock = tx.ctx().port::<dyn Stock>();
    stock.set_on_hand(&mut tx, &[(variant, Some(quantity))], "test").await.expect("counted");
    tx.commit().await.expect("committed");
}

async fn available(app: &TestApp, variant: VariantId) -> Availability {
    let mut tx = store_ctx(app).await.begin().await.expect("a transaction");
    let stock = tx.ctx().port::<dyn Stock>();
    stock.availability(&mut tx, &[variant]).await.expect("an answer")[&variant]
}

#[tokio::test(flavor = "multi_thread")]
async fn options_make_variants_and_keep_those_there_are() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let id = create(&owner, "Bol", "10").await;
    let only = open(&owner, &id, "").await;
    let options = |editor: &Editor, values: &str, was: &str| {
        vec![
            ("id".to_owned(), id.clone()),
            ("version".to_owned(), editor.version.clone()),
            ("options[0][name]".to_owned(), "Taille".to_owned()),
            ("options[0][values]".to_owned(), values.to_owned()),
            ("options[0][was]".to_owned(), was.to_owned()),
        ]
    };
    let send = |fields: Vec<(String, String)>| {
        let owner = owner.clone();
        async move {
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            owner.call(&store_fn("save_options"), &fields).await.status
        }
    };
    assert_eq!(send(options(&only, "Petit, Grand", "")).await, 200);
    let two = open(&owner, &id, "").await;
    let titles: Vec<_> = two.variants.items.iter().map(|variant| variant.title.as_str()).collect();
    assert_eq!(titles, ["Petit", "Grand"]);
    assert_eq!(two.variants.items[0].id, only.variants.items[0].id);
    assert_eq!(two.variants.items[1].price.minor, 1_000);
    let known = "select count(*) from inventory.stock_levels where title = 'Bol' and not is_counted";
    assert_eq!(app.one::<i64>(known).await, 2, "stock knows both and counts neither");
    count(&app, two.variants.items[0].id, 4).await;
    assert_eq!(send(options(&two, "Petit, Immense, Moyen", "0")).await, 200);
    let three = open(&owner, &id, "").await;
    assert_eq!(three.variants.items[1].id, two.variants.items[1].id, "renamed");
    let available = |place: usize| available(&app, three.variants.items[place].id);
    assert_eq!(available(0).await, Availability::Limited(4));
    assert_eq!(available(1).await, Availability::Unlimited);
    assert_eq!(available(2).await, Availability::Limited(0), "new beside what is counted");
    assert_eq!(save(&owner, &three, &[("variants[2][remove]", "true"), ("variants[0][price]", "9")]).await.status, 200);
    let left = open(&owner, &id, "").await;
    assert_eq!((left.variants.total, left.variants.items[0].price.minor), (2, 900));
    assert_eq!(left.options[0].values, ["Petit", "Immense"]);
    let all = [("variants[0][remove]", "true"), ("variants[1][remove]", "true")];
    assert_eq!(save(&owner, &left, &all).await.error().code, "last_variant");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reduction_names_the_lowest_price_of_thirty_days() {
    let app = TestApp::start().await;
    let (owner, shopper) = (app.member(OWNER, STORE).await, app.shopper(STORE));
    let id = create(&owner, "Lampe Test", "40").await;
    for changes in [
        &[("status", "published"), ("variants[0][price]", "35")][..],
        &[("variants[0][price]", "50")],
        &[("variants[0][price]", "30"), ("variants[0][compare_at]", "50")],
    ] {
        let editor = open(&owner, &id, "").await;
        assert_eq!(save(&owner, &editor, changes).await.status, 200);
    }
    let page = shopper.get("/products/lampe-test").await;
    let text = page.body.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(text.contains("30 derniers jours : 35,00 €"), "{}", page.body);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn categories_are_a_tree() {
    let app = TestApp::start().await;
    let (owner, shopper) = (app.member(OWNER, STORE).await, app.shopper(STORE));
    let category = |id: &str, name: &str, parent: &str| {
        let fields = [("id", id), ("name", name), ("slug", ""), ("parent", parent), ("position", "0")];
        let fields = fields.map(|(name, value)| (name, value.to_owned()));
        let owner = owner.clone();
        async move {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            owner.call(&store_fn("save_category"), &fields).await
        }
    };
    let find = |name: &'static str| {
        let owner = owner.clone();
        async move {
            let all: Vec<CategoryNode> = owner.call(&store_fn("list_categories"), &[]).await.value();
            all.into_iter().find(|node| node.name == name).expect("the category")
        }
    };
    assert_eq!(category("", "Maison", "").await.status, 200);
    let (house, candles) = (find("Maison").await, find("Bougies").await);
    assert_eq!(category(&candles.id.to_string(), "Bougies", &house.id.to_string()).await.status, 200);
    assert_eq!(find("Bougies").await.depth, 1);
    let circle = category(&house.id.to_string(), "Maison", &candles.id.to_string()).await.error();
    assert_eq!(circle.fields[0].code, "category_circle");
    assert_eq!(category("", "Maison", "").await.error().fields[0].code, "slug_taken");
    let above = shopper.get("/categories/maison").await;
    assert!(above.shows("bougie-parfumee-tilleul") && above.shows("/categories/bougies"));
    assert_eq!(owner.call(&store_fn("delete_category"), &[("id", &house.id.to_string())]).await.status, 200);
    assert_eq!(find("Bougies").await.depth, 0);
    assert_eq!(shopper.get("/categories/maison").await.status, 404);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_reaches_into_another_store() {
    let app = TestApp::start().await;
    let other = app.member(OTHER_OWNER, OTHER_STORE).await;
    let id: String = app.one("select id::text from catalog.products where slug = 'bougie-parfumee-tilleul'").await;
    let category: String = app.one("select id::text from catalog.categories where slug = 'bougies'").await;
    let mine: String =
        app.one("select updated_at::text from catalog.products where slug = 'bougie-parfumee-tilleul'").await;
    assert_eq!(
        other.call(&store_fn("open_product"), &[("id", &id), ("language", ""), ("page", "1")]).await.status,
        404
    );
    assert_eq!(other.call(&store_fn("delete_product"), &[("id", &id)]).await.status, 404);
    assert_eq!(other.call(&store_fn("open_category"), &[("id", &category)]).await.status, 404);
    assert_eq!(other.call(&store_fn("delete_category"), &[("id", &category)]).await.status, 404);
    other.call(&store_fn("archive_products"), &[("ids[]", &id)]).await;
    other.call(&store_fn("save_pictures"), &[("id", &id)]).await;
    let after: String =
        app.one("select updated_at::text from catalog.products where slug = 'bougie-parfumee-tilleul'").await;
    assert_eq!(after, mine);
    for page in ["/products/new", "/products/import", "/categories", "/categories/new"] {
        assert_eq!(other.get(page).await.status, 200, "{page}");
    }
    app.stop().await;
}
