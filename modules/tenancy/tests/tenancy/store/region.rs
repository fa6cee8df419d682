//! Clock, measures, currency, languages, numbers of registers, pictures.

use orion_testing::{Actor, Answer, TestApp};
use reqwest::multipart::{Form, Part};

async fn call(owner: &Actor, verb: &str, fields: &[(&str, &str)]) -> Answer {
    owner.call(&format!("/api/v1/store/tenancy/{verb}"), fields).await
}

fn wrong(answer: &Answer) -> Vec<(String, String)> {
    answer.error().fields.into_iter().map(|field| (field.field, field.code.into_owned())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_show_the_clock_of_the_stores_people() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    let number: i64 = app
        .one(
            "select o.number from orders.orders o join tenancy.stores s on s.id = o.store_id where s.code = 'kaffi'
              order by o.number desc limit 1",
        )
        .await;
    let hour = async |zone: &str| -> String {
        let saved =
            call(&owner, "save_region", &[("time_zone", zone), ("unit_system", "metric"), ("weight_unit", "g")]).await;
        assert_eq!(saved.status, 200, "{saved:?}");
        let page = owner.get(&format!("/orders/{number}")).await;
        assert!(page.shows(zone), "the page carries the zone, so the browser writes the same");
        page.body
    };
    let expected = async |zone: &'static str| -> String {
        let asked = match zone {
            "Asia/Tokyo" => {
                "select to_char(o.placed_at at time zone 'Asia/Tokyo', 'HH24:MI') from orders.orders o
                 join tenancy.stores s on s.id = o.store_id where s.code = 'kaffi' order by o.number desc limit 1"
            }
            _ => {
                "select to_char(o.placed_at at time zone 'America/St_Johns', 'HH24:MI') from orders.orders o
                 join tenancy.stores s on s.id = o.store_id where s.code = 'kaffi' order by o.number desc limit 1"
            }
        };
        app.one(asked).await
    };
    for zone in ["Asia/Tokyo", "America/St_Johns"] {
        let (page, time) = (hour(zone).await, expected(zone).await);
        assert!(page.contains(&format!(", {time}")), "{zone}: {time}");
    }
    let refused = call(
        &owner,
        "save_region",
        &[("time_zone", "Europe/Atlantis"), ("unit_system", "metric"), ("weight_unit", "g")],
    )
    .await;
    assert_eq!(wrong(&refused), [("time_zone".to_owned(), "invalid_choice".to_owned())]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_currency_stays_when_there_are_orders() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    let refused = call(&owner, "save_currency", &[("currency", "CHF")]).await;
    assert_eq!((refused.status, refused.error().code.as_ref()), (409, "store_has_orders"));
    assert_eq!(call(&owner, "save_currency", &[("currency", "EUR")]).await.status, 200, "what it is already");
    assert_eq!(wrong(&call(&owner, "save_currency", &[("currency", "XXX")]).await)[0].0, "currency");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn before_the_first_order_prices_take_the_new_currency_and_keep_their_figures() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let new = [
        ("merchant", "minett-trade"),
        ("code", "corner"),
        ("name", "Corner"),
        ("currency", "EUR"),
        ("default", "en"),
        ("country", "LU"),
        ("email", "hello@corner.test"),
    ];
    let created = operator.call("/api/v1/admin/tenancy/create_store", &new).await;
    assert!(created.status < 400, "{created:?}");
    let owner = app.member("owner@minett.test", "corner").await;
    let product = [("title", "Cup"), ("price", "12,50"), ("vendor", "")];
    assert!(owner.call("/api/v1/store/catalog/create_product", &product).await.status < 400);
    assert_eq!(call(&owner, "save_currency", &[("currency", "CHF")]).await.status, 200);
    app.until("the price in francs", || async {
        let price: String = app
            .one(
                "select v.price_minor || ' ' || v.currency from catalog.variants v
                  join tenancy.stores s on s.id = v.store_id where s.code = 'corner'",
            )
            .await;
        (price == "1250 CHF").then_some(())
    })
    .await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_back_office_speaks_what_the_store_chose() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    assert_eq!(owner.get("/settings").await.status, 200);
    let saved = call(&owner, "save_office_languages", &[("default", "de"), ("others[]", "fr")]).await;
    assert_eq!(saved.location.as_deref(), Some("/store/kaffi/settings/region"), "{saved:?}");
    assert!(owner.get("/settings").await.shows(r#"lang="de""#));
    let french = owner.at("/fr/store/kaffi").get("/settings").await;
    assert!(french.shows(r#"lang="fr""#), "{french:?}");
    let other = owner.at("/lb/store/kaffi").get("/settings?x=1").await;
    assert_eq!((other.status, other.location.as_deref()), (307, Some("/store/kaffi/settings?x=1")));
    assert!(owner.at("/store/bierger").get("/settings").await.shows(r#"lang="en""#), "another store's stay");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_of_registers_are_checked_and_written_in_one_way() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    let profile = |vat: &'static str, rcs: &'static str, permit: &'static str| {
        vec![
            ("name", "Kaffi Haff"),
            ("legal_name", "Minett Trade S.A."),
            ("vat_id", vat),
            ("rcs", rcs),
            ("business_permit", permit),
            ("street", "17, rue de l’Alzette"),
            ("postcode", "L-4010"),
            ("city", "Esch-sur-Alzette"),
            ("country", "LU"),
            ("email", "hello@kaffi.test"),
            ("phone", ""),
            ("tax_rate", "17"),
        ]
    };
    let refused = call(&owner, "save_profile", &profile("LU99020278", "990202", "permit")).await;
    let fields: Vec<String> = wrong(&refused).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["vat_id", "rcs", "business_permit"]);
    assert_eq!(call(&owner, "save_profile", &profile("lu 990.202.77", "b 990 202", "10990202/0")).await.status, 200);
    let written: String = app.one("select vat_id || ' ' || rcs from tenancy.stores where code = 'kaffi'").await;
    assert_eq!(written, "LU99020277 B990202");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_logo_stands_in_for_the_name() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    let upload = async |verb: &str, bytes: Vec<u8>| {
        let part = Part::bytes(bytes).file_name("logo.png");
        let request = owner.request(reqwest::Method::POST, &format!("/api/v1/store/tenancy/{verb}"));
        let request = request.header("accept", "application/json").header("sec-fetch-site", "same-origin");
        let answer = request.multipart(Form::new().part("file", part)).send().await.expect("an answer");
        (answer.status().as_u16(), answer.text().await.expect("a body"))
    };
    let picture = |width: u8, height: u8| {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0".to_vec();
        png.extend([width, 0, 0, 0, height, 8, 6, 0, 0, 0, 0, 0, 0, 0]);
        png
    };
    for (bytes, code) in [
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), "picture_kind"),
        ([picture(90, 30), vec![0; 3 << 20]].concat(), "picture_too_large"),
        (Vec::new(), "required"),
    ] {
        let (status, body) = upload("upload_logo", bytes).await;
        assert!(status == 422 && body.contains(code), "{code}: {status} {body}");
    }
    assert!(upload("upload_favicon", picture(90, 30)).await.1.contains("picture_not_square"));
    assert_eq!(upload("upload_favicon", picture(32, 32)).await.0, 200);
    let (status, body) = upload("upload_logo", picture(90, 30)).await;
    assert_eq!(status, 200, "{body}");
    let file: String = app.one("select logo from tenancy.stores where code = 'kaffi'").await;
    for page in [app.shopper("kaffi").get("/").await, owner.get("/settings").await] {
        assert!(page.shows(&file) && page.shows(r#"alt="Kaffi Haff""#), "{page:?}");
    }
    assert!(!app.shopper("bierger").get("/").await.shows(&file));
    assert_eq!(call(&owner, "remove_logo", &[]).await.status, 200);
    assert!(!app.shopper("kaffi").get("/").await.shows(&file));
    app.stop().await;
}
