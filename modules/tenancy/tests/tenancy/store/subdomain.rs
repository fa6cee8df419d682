//! The name below the platform's host.

use orion_testing::{Actor, TestApp};

const CHANGE: &str = "/api/v1/store/tenancy/change_subdomain";

async fn refusal(owner: &Actor, name: &str) -> String {
    owner.call(CHANGE, &[("subdomain", name)]).await.error().fields[0].code.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_name_before_leads_on_and_the_back_office_stays() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    let changed = owner.call(CHANGE, &[("subdomain", "Kaffi-Haus")]).await;
    assert_eq!(changed.status, 200, "{changed:?}");
    assert_eq!(app.shopper("kaffi-haus").get("/products").await.status, 200);
    let moved = app.shopper("kaffi").get("/products?page=2").await;
    let origin = app.app.config().public_origin.of_store("kaffi-haus");
    assert_eq!((moved.status, moved.location), (301, Some(format!("{origin}/products?page=2"))));
    assert_eq!(owner.get("/settings/domains").await.status, 200);
    let other = app.member("owner@lumiere.test", "lumiere").await;
    assert_eq!(refusal(&other, "kaffi").await, "taken", "for a while nobody else can have it");
    assert_eq!(owner.call(CHANGE, &[("subdomain", "kaffi")]).await.status, 200, "but its store can");
    assert_eq!(app.shopper("kaffi").get("/products").await.status, 200);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn names_of_others_and_of_the_platform_are_refused() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    for name in ["www", "api", "admin", "mail", "store", "shop"] {
        assert_eq!(refusal(&owner, name).await, "reserved_name", "{name}");
    }
    for name in ["", "ab", "-kaffi", "kaf fi", "kaffi.haus", "käffi", "a--b"] {
        assert_eq!(refusal(&owner, name).await, "invalid_subdomain", "{name}");
    }
    for name in ["lumiere", "bierger"] {
        assert_eq!(refusal(&owner, name).await, "taken", "{name}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_want_a_name_one_gets_it() {
    let app = TestApp::start().await;
    let kaffi = app.member("owner@minett.test", "kaffi").await;
    let lumiere = app.member("owner@lumiere.test", "lumiere").await;
    let fields = [("subdomain", "corner")];
    let (one, other) = futures::join!(kaffi.call(CHANGE, &fields), lumiere.call(CHANGE, &fields));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 422]);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_keeps_names_from_others() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    for name in ["one", "two", "three", "four", "five"] {
        let changed = owner.call(CHANGE, &[("subdomain", name)]).await;
        assert_eq!(changed.status, 200, "{name}: {changed:?}");
    }
    assert_eq!(refusal(&owner, "six").await, "subdomain_changed_often");
    assert_eq!(owner.call(CHANGE, &[("subdomain", "two")]).await.status, 200, "back to one of them");
    app.stop().await;
}
