//! Storefronts that are not open to everybody.

use orion_testing::{Actor, Answer, TestApp};
use reqwest::Method;

const HEADLINE: &str = "Roasted where steel was made";
const WORD: &str = "secret beans";
const ENTER: &str = "/api/v1/storefront/tenancy/enter";

async fn set(owner: &Actor, mode: &str, word: &str) {
    let fields = [("mode", mode), ("password", word), ("messages[de]", "Wir rösten gerade."), ("messages[en]", "")];
    let answer = owner.call("/api/v1/store/tenancy/save_access", &fields).await;
    assert_eq!(answer.status, 200, "{answer:?}");
}

async fn header(actor: &Actor, path: &str, name: &str) -> Option<String> {
    let answer = actor.request(Method::GET, path).header("accept", "text/html").send().await.expect("an answer");
    answer.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

async fn enter(shopper: &Actor, word: &str) -> Answer {
    shopper.submit("/products", ENTER, &[("password", word), ("next", "/products")]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_opens_one_store_until_it_changes() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    assert_eq!(app.shopper("kaffi").get("/").await.status, 200);
    set(&owner, "password", WORD).await;
    let shopper = app.shopper("kaffi");
    for path in ["/", "/products", "/de/", "/pages/imprint", "/nowhere", "/sitemap.xml"] {
        let page = shopper.get(path).await;
        assert_eq!(page.status, 403, "{path}: {page:?}");
        assert!(!page.shows(HEADLINE) && page.shows(r#"name="password""#), "{path}");
    }
    assert!(shopper.get("/de/").await.shows("Wir rösten gerade."), "the store's own words");
    assert_eq!(header(&shopper, "/", "x-robots-tag").await.as_deref(), Some("noindex, nofollow"));
    assert!(shopper.get("/robots.txt").await.shows("Disallow: /\n"));
    let function = shopper.call("/api/v1/storefront/catalog/newest_products", &[]).await;
    assert_eq!((function.status, function.error().code.as_ref()), (403, "storefront_locked"));

    let wrong = enter(&shopper, "secret tea").await;
    assert_eq!((wrong.status, wrong.location.as_deref()), (303, Some("/products")), "{wrong:?}");
    assert!(shopper.get("/products").await.shows("This is not the password"));
    let right = enter(&shopper, WORD).await;
    assert_eq!((right.status, right.location.as_deref()), (302, Some("/products")), "{right:?}");
    assert_eq!(shopper.get("/products").await.status, 200);
    assert_eq!(shopper.call("/api/v1/storefront/catalog/newest_products", &[]).await.status, 200);
    assert_eq!(header(&shopper, "/products", "x-robots-tag").await.as_deref(), Some("noindex, nofollow"));

    set(&owner, "password", "").await;
    assert_eq!(shopper.get("/products").await.status, 200, "the word stays when none is entered");
    set(&owner, "password", "other beans").await;
    assert_eq!(shopper.get("/products").await.status, 403, "whoever knew the word before has to enter again");
    set(&owner, "open", "").await;
    assert_eq!(app.shopper("kaffi").get("/").await.status, 200);
    assert_eq!(header(&shopper, "/", "x-robots-tag").await, None);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_is_of_one_store_even_on_one_host() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    set(&owner, "password", WORD).await;
    set(&owner.at("/store/bierger"), "password", WORD).await;
    let visitor = app.visitor();
    let (kaffi, bierger) = (visitor.at("/storefront/kaffi"), visitor.at("/storefront/bierger"));
    assert_eq!(enter(&kaffi, WORD).await.status, 302);
    assert_eq!(kaffi.get("/products").await.status, 200);
    assert_eq!(bierger.get("/products").await.status, 403);
    // The value of one store's cookie under the name of the other's.
    let sent =
        kaffi.request(Method::POST, ENTER).header("accept", "text/html").form(&[("password", WORD), ("next", "/")]);
    let answer = sent.send().await.expect("an answer");
    let cookies = answer.headers().get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    let cookie = cookies.into_iter().find(|cookie| cookie.starts_with("orion_access_kaffi=")).expect("a cookie");
    let forged = cookie.split(';').next().unwrap_or_default().replace("_kaffi", "_bierger");
    let request = app.visitor().at("/storefront/bierger").request(Method::GET, "/products").header("cookie", forged);
    assert_eq!(request.header("accept", "text/html").send().await.expect("an answer").status(), 403);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_are_counted_by_where_they_come_from() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    set(&owner, "password", WORD).await;
    let crowd = app.crowd("kaffi", 2);
    let mut codes = Vec::new();
    for number in 0..8 {
        let answer = crowd[0].call(ENTER, &[("password", &format!("guess {number}")), ("next", "/")]).await;
        codes.push(answer.error().code.into_owned());
    }
    assert!(codes.iter().any(|code| code == "rate_limited"), "{codes:?}");
    let other = crowd[1].call(ENTER, &[("password", WORD), ("next", "/")]).await;
    assert!(other.status < 400, "somebody else is not kept out: {other:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn maintenance_lets_the_team_and_the_link_in() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    set(&owner, "maintenance", "").await;
    let shopper = app.shopper("kaffi");
    let page = shopper.get("/de/").await;
    assert_eq!(page.status, 503);
    assert!(page.shows("Wir rösten gerade.") && !page.shows(r#"name="password""#), "{page:?}");
    assert_eq!(header(&shopper, "/products", "retry-after").await.as_deref(), Some("600"));
    let function = shopper.call("/api/v1/storefront/cart/show_cart", &[]).await;
    assert_eq!((function.status, function.error().code.as_ref()), (503, "storefront_closed"));

    let settings: serde_json::Value = owner.call("/api/v1/store/tenancy/access_page", &[]).await.value();
    let link = settings["preview_url"].as_str().expect("a link").to_owned();
    let guest = app.shopper("kaffi");
    let first = guest.open(&link).await;
    assert_eq!((first.status, first.location.as_deref()), (303, Some("/")), "the link leaves the address: {first:?}");
    let seen = guest.get("/").await;
    assert_eq!(seen.status, 200);
    assert!(seen.shows(HEADLINE) && seen.shows("You see this store before others do"));
    assert_eq!(guest.call("/api/v1/storefront/cart/show_cart", &[]).await.status, 200);

    let office = owner.get("/settings").await;
    let start = office.body.find("preview_key=t.").expect("the team's way in");
    let key: String = office.body[start..].chars().take_while(|c| !matches!(c, '"' | '&' | '<' | '\\')).collect();
    let colleague = app.shopper("kaffi");
    assert_eq!(colleague.get(&format!("/products?{key}&page=1")).await.location.as_deref(), Some("/products?page=1"));
    assert_eq!(colleague.get("/products").await.status, 200);
    let elsewhere = app.shopper("bierger");
    set(&owner.at("/store/bierger"), "maintenance", "").await;
    elsewhere.get(&format!("/?{key}")).await;
    assert_eq!(elsewhere.get("/").await.status, 503, "another store's link opens nothing");

    assert_eq!(owner.call("/api/v1/store/tenancy/renew_preview", &[]).await.status, 200);
    assert_eq!(guest.get("/").await.status, 503, "the link was made anew");
    assert_eq!(colleague.get("/").await.status, 503);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_store_opens_for_nobody_and_opens_again() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    let settings: serde_json::Value = owner.call("/api/v1/store/tenancy/access_page", &[]).await.value();
    let link = settings["preview_url"].as_str().expect("a link").to_owned();
    set(&owner, "closed", "").await;
    let guest = app.shopper("kaffi");
    guest.open(&link).await;
    let page = guest.get("/").await;
    assert_eq!(page.status, 503);
    assert!(page.shows("This store is closed"));
    let feed = guest.request(Method::GET, "/sitemap.xml").header("accept", "application/xml").send().await;
    assert_eq!(feed.expect("an answer").status(), 503);
    assert_eq!(owner.get("/settings/access").await.status, 200, "the back office stays");
    set(&owner, "open", "").await;
    assert_eq!(guest.get("/").await.status, 200);
    let told: i64 = app
        .one(
            "select count(*) from orion.audit_log where action = 'tenancy.storefront_access_changed'
                 and before ->> 'status' = 'closed' and after ->> 'status' = 'open'",
        )
        .await;
    assert_eq!(told, 1);
    let leaked: i64 = app.one("select count(*) from orion.audit_log where before::text like '%argon2%'").await;
    assert_eq!(leaked, 0);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_behind_a_password_needs_one() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    let refused = owner.call("/api/v1/store/tenancy/save_access", &[("mode", "password")]).await.error();
    assert_eq!((refused.fields[0].field.as_str(), refused.fields[0].code.as_ref()), ("password", "required"));
    let staff = app.member("staff@minett.test", "bierger").await;
    assert_eq!(staff.call("/api/v1/store/tenancy/save_access", &[("mode", "open")]).await.error().code, "forbidden");
    app.stop().await;
}
