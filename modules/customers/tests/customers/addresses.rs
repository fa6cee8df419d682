//! The addresses a customer keeps.

use orion_kernel::AppError;
use orion_testing::{Actor, Answer, TestApp};
use serde_json::Value;

use crate::builders::{ANNA, STORE, door, faults};

const ADDRESS: [(&str, &str); 8] = [
    ("first_name", "Anna"),
    ("last_name", "Weis"),
    ("company", ""),
    ("line1", "1, rue du Test"),
    ("line2", ""),
    ("postcode", "L-1111"),
    ("city", "Luxembourg"),
    ("country", "LU"),
];

/// Saves the address of above with some fields changed or added.
async fn save(actor: &Actor, changes: &[(&'static str, &str)]) -> Answer {
    let kept = ADDRESS.iter().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    let fields: Vec<(&str, &str)> = kept.copied().chain(changes.iter().copied()).collect();
    actor.call(&door("save_address"), &fields).await
}

async fn list(actor: &Actor) -> Vec<Value> {
    actor.call(&door("addresses"), &[]).await.value()
}

fn cities(addresses: &[Value]) -> Vec<&str> {
    addresses.iter().filter_map(|address| address["address"]["city"].as_str()).collect()
}

fn id(address: &Value) -> &str {
    address["id"].as_str().expect("an id")
}

/// Somebody new, who has no addresses.
async fn newcomer(app: &TestApp) -> Actor {
    let shopper = app.shopper(STORE);
    app.register(&shopper, "zoe@example.test", "gréngen Hond op der Strooss").await;
    shopper
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_addresses_has_one_that_is_filled_in_first() {
    let app = TestApp::start().await;
    let zoe = newcomer(&app).await;
    assert_eq!(list(&zoe).await, Vec::<Value>::new());
    let added = save(&zoe, &[("city", "Esch")]).await;
    assert_eq!((added.status, added.location.as_deref()), (200, Some("/account/addresses")), "{added:?}");
    assert_eq!(list(&zoe).await[0]["is_default"], true, "the first one needs no asking");
    assert_eq!(save(&zoe, &[("city", "Wiltz")]).await.status, 200);
    assert_eq!(save(&zoe, &[("city", "Diekirch"), ("is_default", "true")]).await.status, 200);
    let all = list(&zoe).await;
    assert_eq!(cities(&all), ["Diekirch", "Wiltz", "Esch"]);
    let defaults: i64 =
        app.one("select count(*) from customers.addresses where is_default and line1 = '1, rue du Test'").await;
    assert_eq!(defaults, 1);

    assert_eq!(zoe.call(&door("make_default"), &[("id", id(&all[2]))]).await.status, 200);
    assert_eq!(cities(&list(&zoe).await), ["Esch", "Diekirch", "Wiltz"]);
    let page = zoe.get("/account/addresses").await;
    assert!(page.status == 200 && page.shows("Esch") && page.shows("Wiltz"), "{page:?}");
    assert!(zoe.get("/account").await.shows("Esch"));

    assert_eq!(zoe.call(&door("remove_address"), &[("id", id(&all[2]))]).await.status, 200);
    let rest = list(&zoe).await;
    assert_eq!((cities(&rest), &rest[0]["is_default"]), (vec!["Diekirch", "Wiltz"], &Value::Bool(true)));
    for address in rest.iter().rev() {
        assert_eq!(zoe.call(&door("remove_address"), &[("id", id(address))]).await.status, 200);
    }
    assert_eq!(list(&zoe).await, Vec::<Value>::new());
    assert_eq!(zoe.call(&door("remove_address"), &[("id", id(&all[2]))]).await.error(), AppError::not_found());
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_changed_where_it_stands() {
    let app = TestApp::start().await;
    let anna = app.customer(ANNA, STORE).await;
    let before = list(&anna).await;
    let own = id(&before[0]).to_owned();
    let page = anna.get(&format!("/account/addresses/{own}")).await;
    assert!(page.status == 200 && page.shows("22, rue de Strasbourg"), "{page:?}");
    assert_eq!(save(&anna, &[("id", &own), ("line1", " 5, rue Philippe II "), ("country", "BE")]).await.status, 200);
    let after = list(&anna).await;
    assert_eq!(after.len(), before.len());
    assert_eq!(
        (&after[0]["address"]["line1"], &after[0]["address"]["country"]),
        (&"5, rue Philippe II".into(), &"BE".into())
    );
    assert_eq!(after[0]["is_default"], true, "it stays what it was");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_at_its_field() {
    let app = TestApp::start().await;
    let anna = app.customer(ANNA, STORE).await;
    let long = "x".repeat(121);
    let answer = save(&anna, &[("first_name", ""), ("line1", &long), ("country", "XX"), ("city", " ")]).await;
    let mut found = faults(&answer);
    found.sort();
    let expected =
        [("city", "required"), ("country", "choose_country"), ("first_name", "required"), ("line1", "too_long")];
    assert_eq!(found, expected.map(|(field, code)| (field.to_owned(), code.to_owned())));
    assert_eq!(list(&anna).await.len(), 1);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn anothers_address_does_not_exist() {
    let app = TestApp::start().await;
    let (anna, zoe) = (app.customer(ANNA, STORE).await, newcomer(&app).await);
    let hers = list(&anna).await;
    let hers = id(&hers[0]);
    let nothing = "00000000-0000-0000-0000-000000000001";
    for address in [hers, nothing] {
        for name in ["address", "make_default", "remove_address"] {
            assert_eq!(zoe.call(&door(name), &[("id", address)]).await.error(), AppError::not_found(), "{name}");
        }
        assert_eq!(save(&zoe, &[("id", address)]).await.error(), AppError::not_found());
        let page = zoe.get(&format!("/account/addresses/{address}")).await;
        assert!(page.status == 404 && !page.shows("Strasbourg"), "{page:?}");
    }
    assert_eq!(zoe.get("/account/addresses/x").await.status, 404);
    assert_eq!(cities(&list(&anna).await), ["Luxembourg"]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_that_are_added_at_once_are_one_default() {
    let app = TestApp::start().await;
    let zoe = newcomer(&app).await;
    let (one, two) = tokio::join!(save(&zoe, &[("city", "Esch")]), save(&zoe, &[("city", "Wiltz")]));
    assert_eq!((one.status, two.status), (200, 200), "{one:?} {two:?}");
    let defaults = list(&zoe).await.iter().filter(|address| address["is_default"] == true).count();
    assert_eq!(defaults, 1);
    app.stop().await;
}
