//! What merchants set for their store.

use orion_testing::TestApp;
use serde_json::Value;

const PROFILE: &[(&str, &str)] = &[
    ("name", "Kaffi Haus"),
    ("legal_name", "Minett Trade S.A."),
    ("vat_id", "LU99020277"),
    ("rcs", ""),
    ("business_permit", ""),
    ("street", "17, rue de l’Alzette"),
    ("postcode", "L-4010"),
    ("city", "Esch-sur-Alzette"),
    ("country", "LU"),
    ("email", "hello@kaffi.test"),
    ("phone", ""),
    ("tax_rate", "16,5"),
];

#[tokio::test(flavor = "multi_thread")]
async fn the_name_changes_everywhere_at_once() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    assert!(app.shopper("kaffi").get("/").await.shows("Kaffi Haff"));
    let answer = owner.call("/api/v1/store/tenancy/save_profile", PROFILE).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert!(app.shopper("kaffi").get("/").await.shows("Kaffi Haus"));
    assert_eq!(app.one::<i32>("select tax_rate_bp from tenancy.stores where code = 'kaffi'").await, 1_650);
    assert!(owner.get("/settings").await.shows("16.5"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn languages_and_look_are_the_stores_own() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    let languages = [("default", "de"), ("others[]", "en"), ("others[]", "de")];
    assert_eq!(owner.call("/api/v1/store/tenancy/save_languages", &languages).await.status, 200);
    assert_eq!(app.shopper("kaffi").get("/fr/").await.status, 404);
    assert!(app.shopper("kaffi").get("/").await.shows(r#"lang="de""#));
    let look = [("accent_hue", "345"), ("neutral_hue", "320"), ("radius_px", "20"), ("serif", "true")];
    assert_eq!(owner.call("/api/v1/store/tenancy/save_look", &look).await.status, 200);
    assert!(app.shopper("kaffi").get("/").await.shows("--accent-hue:345"));
    let wrong = [("accent_hue", "999"), ("neutral_hue", "320"), ("radius_px", "20"), ("serif", "true")];
    let refused = owner.call("/api/v1/store/tenancy/save_look", &wrong).await.error();
    assert_eq!(refused.fields[0].field, "accent_hue");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_way_of_shipping_is_added_changed_and_removed() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    let rates = async || -> Vec<Value> { owner.call("/api/v1/store/tenancy/list_rates", &[]).await.value() };
    let save = async |fields: &[(&str, &str)]| owner.call("/api/v1/store/tenancy/save_rate", fields).await;
    let before = rates().await.len();
    let refused = save(&[("names[fr]", "Vélo"), ("price", "x"), ("free_from", ""), ("delivery_days", "1")]).await;
    let error = refused.error();
    let fields: Vec<&str> = error.fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["names[en]", "price"]);
    let added = save(&[("names[en]", "Bicycle"), ("price", "3,50"), ("free_from", "20"), ("delivery_days", "1")]).await;
    assert_eq!(added.status, 200, "{added:?}");
    let all = rates().await;
    let rate = all.last().expect("the new rate");
    assert_eq!((all.len(), rate["price"]["minor"].as_i64()), (before + 1, Some(350)));
    let id = rate["id"].as_str().expect("an id");
    let changed =
        save(&[("id", id), ("names[en]", "Bicycle"), ("price", "4"), ("free_from", ""), ("delivery_days", "1–2")])
            .await;
    assert_eq!(changed.status, 200, "{changed:?}");
    let all = rates().await;
    assert_eq!(all.last().and_then(|rate| rate["price"]["minor"].as_i64()), Some(400));
    let page = owner.get("/settings/shipping").await;
    assert!(page.shows("Bicycle"));
    let elsewhere = app.member("owner@lumiere.test", "lumiere").await;
    let foreign = elsewhere.call("/api/v1/store/tenancy/remove_rate", &[("id", id)]).await;
    assert_eq!(foreign.error().code, "not_found", "another store's rate is not there");
    assert_eq!(owner.call("/api/v1/store/tenancy/remove_rate", &[("id", id)]).await.status, 200);
    assert_eq!(rates().await.len(), before);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_back_offices_opens() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "bierger").await;
    for path in ["/settings", "/settings/shipping", "/settings/options", "/settings/team"] {
        let page = owner.get(path).await;
        assert_eq!(page.status, 200, "{path}: {page:?}");
    }
    let operator = app.operator().await;
    for path in
        ["/modules", "/modules/catalog", "/modules/tenancy", "/stores", "/stores/kaffi", "/merchants", "/settings"]
    {
        let page = operator.get(path).await;
        assert_eq!(page.status, 200, "{path}: {page:?}");
    }
    assert_eq!(operator.get("/stores/nowhere").await.status, 404);
    assert!(operator.get("/stores?q=minett").await.shows("Bierger Bikes"));
    assert!(operator.get("/modules/catalog").await.shows("/products"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_entry_whose_page_it_is_is_the_current_one() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "bierger").await;
    let entry = |path: &str| format!(r#"<a href="/store/bierger{path}" aria-current="page" class="nav-link""#);
    let shipping = owner.get("/settings/shipping").await;
    assert!(shipping.shows(&entry("/settings/shipping")), "{shipping:?}");
    assert!(!shipping.shows(&entry("/settings")) && !shipping.shows(&entry("")));
    let general = owner.get("/settings").await;
    assert!(general.shows(&entry("/settings")) && !general.shows(&entry("/settings/shipping")));
    app.stop().await;
}
