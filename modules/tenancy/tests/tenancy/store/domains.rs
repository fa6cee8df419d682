//! Domains of stores' own: claimed by anybody, answered when proved.

use std::collections::BTreeMap;

use orion_testing::{Actor, TestApp};
use serde_json::{Value, json};

/// The world's name servers, as the process under test sees them.
fn records(app: &TestApp, records: &BTreeMap<String, Value>) {
    let file = app.folder().join("dns.json");
    let draft = app.folder().join("dns.new");
    std::fs::write(&draft, json!(records).to_string()).expect("a file");
    std::fs::rename(draft, file).expect("a file");
}

async fn domains(owner: &Actor) -> Vec<Value> {
    let page: Value = owner.call("/api/v1/store/tenancy/domains_page", &[]).await.value();
    page["domains"].as_array().cloned().unwrap_or_default()
}

async fn proof(owner: &Actor, host: &str) -> String {
    let all = domains(owner).await;
    let domain = all.iter().find(|domain| domain["host"] == host).expect("the domain");
    domain["proof_text"].as_str().expect("a text").to_owned()
}

async fn add(owner: &Actor, host: &str) {
    let answer = owner.call("/api/v1/store/tenancy/add_domain", &[("host", host)]).await;
    assert_eq!(answer.status, 200, "{answer:?}");
}

async fn check(owner: &Actor, host: &str) -> String {
    let answer = owner.call("/api/v1/store/tenancy/check_domain", &[("host", host)]).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let all = domains(owner).await;
    let domain = all.iter().find(|domain| domain["host"] == host).expect("the domain");
    format!("{} {}", domain["state"].as_str().unwrap_or_default(), domain["finding"].as_str().unwrap_or_default())
}

fn at(app: &TestApp, host: &str) -> Actor {
    Actor::new(app.app.config().public_origin.of_host(host), "")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_domain_answers_when_it_is_proved_and_others_lead_to_it() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    let added =
        owner.call("/api/v1/store/tenancy/add_domain", &[("host", "Käffi.test"), ("with_sibling", "true")]).await;
    assert_eq!(added.status, 200, "{added:?}");
    let (apex, www) = ("xn--kffi-loa.test", "www.xn--kffi-loa.test");
    assert_eq!(domains(&owner).await[0]["shown"], "käffi.test");
    assert_eq!(at(&app, apex).get("/").await.status, 404, "nobody's host before it is proved");
    assert_eq!(check(&owner, apex).await, "waiting no_record");
    let name = format!("_orion-verify.{apex}");
    records(&app, &BTreeMap::from([(name.clone(), json!({ "TXT": ["v=spf1 -all"] }))]));
    assert_eq!(check(&owner, apex).await, "waiting other_records");
    let text = proof(&owner, apex).await;
    records(
        &app,
        &BTreeMap::from([
            (name, json!({ "TXT": ["v=spf1 -all", text] })),
            (www.to_owned(), json!({ "CNAME": ["kaffi.localhost"] })),
        ]),
    );
    assert_eq!(check(&owner, apex).await, "verified nothing");
    assert_eq!(check(&owner, www).await, "verified nothing", "one record proves both");
    let all = domains(&owner).await;
    let of = |host: &str| all.iter().find(|domain| domain["host"] == host).expect("a domain").clone();
    assert_eq!((of(apex)["is_primary"].clone(), of(www)["is_primary"].clone()), (json!(true), json!(false)));
    assert_eq!((of(apex)["leads_here"].clone(), of(www)["leads_here"].clone()), (json!(false), json!(true)));

    assert_eq!(at(&app, apex).get("/products").await.status, 200);
    let origin = app.app.config().public_origin.of_host(apex);
    for host in [www, "kaffi.localhost"] {
        let moved = at(&app, host).get("/fr/products?page=2").await;
        assert_eq!((moved.status, moved.location), (301, Some(format!("{origin}/fr/products?page=2"))), "{host}");
    }
    let posted = at(&app, www).call("/api/v1/storefront/cart/show_cart", &[]).await;
    assert_eq!(posted.status, 200, "what is posted is answered where it arrives");

    assert_eq!(owner.call("/api/v1/store/tenancy/make_primary", &[("host", "")]).await.status, 200);
    assert_eq!(app.shopper("kaffi").get("/products").await.status, 200);
    let back = at(&app, apex).get("/products").await;
    assert_eq!(back.location, Some(format!("{}/products", app.app.config().public_origin.of_store("kaffi"))));
    assert_eq!(owner.call("/api/v1/store/tenancy/remove_domain", &[("host", apex)]).await.status, 200);
    assert_eq!(at(&app, apex).get("/").await.status, 404, "given up");
    let unproved = owner.call("/api/v1/store/tenancy/make_primary", &[("host", apex)]).await;
    assert_eq!(unproved.error().code, "not_found");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_claim_a_domain_the_one_who_proves_it_gets_it() {
    let app = TestApp::start().await;
    let kaffi = app.member("owner@minett.test", "kaffi").await;
    let lumiere = app.member("owner@lumiere.test", "lumiere").await;
    let host = "beans.test";
    add(&kaffi, host).await;
    add(&lumiere, host).await;
    let texts = (proof(&kaffi, host).await, proof(&lumiere, host).await);
    assert_ne!(texts.0, texts.1, "one store's record proves nothing for another");
    let name = "_orion-verify.beans.test".to_owned();
    records(&app, &BTreeMap::from([(name.clone(), json!({ "TXT": [texts.1] }))]));
    assert_eq!(check(&kaffi, host).await, "waiting other_records");
    assert_eq!(check(&lumiere, host).await, "verified nothing");
    records(&app, &BTreeMap::from([(name.clone(), json!({ "TXT": [texts.0, texts.1] }))]));
    assert_eq!(check(&kaffi, host).await, "waiting taken", "whoever has it and proves it keeps it");
    assert!(at(&app, host).get("/").await.shows("Lumi"));
    // The domain is sold: its new owner's record stands there, and not the old one's.
    records(&app, &BTreeMap::from([(name, json!({ "TXT": [texts.0] }))]));
    assert_eq!(check(&kaffi, host).await, "verified nothing");
    assert!(at(&app, host).get("/").await.shows("Kaffi"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_prove_a_domain_at_once_one_gets_it() {
    let app = TestApp::start().await;
    let kaffi = app.member("owner@minett.test", "kaffi").await;
    let lumiere = app.member("owner@lumiere.test", "lumiere").await;
    let host = "race.test";
    add(&kaffi, host).await;
    add(&lumiere, host).await;
    let texts = [proof(&kaffi, host).await, proof(&lumiere, host).await];
    records(&app, &BTreeMap::from([("_orion-verify.race.test".to_owned(), json!({ "TXT": texts }))]));
    let (one, other) = futures::join!(check(&kaffi, host), check(&lumiere, host));
    let mut states = [one, other];
    states.sort();
    assert_eq!(states, ["verified nothing", "waiting taken"]);
    let rows: i64 = app.one("select count(*) from tenancy.store_domains where host = 'race.test'").await;
    assert_eq!(rows, 1);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_domain_of_somebodys_own_is_refused() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    for (host, code) in [
        ("", "required"),
        ("127.0.0.1", "domain_is_address"),
        ("co.uk", "domain_is_public"),
        ("nodots", "invalid_domain"),
        ("lumiere.localhost", "domain_of_platform"),
        ("a b.test", "invalid_domain"),
    ] {
        let refused = owner.call("/api/v1/store/tenancy/add_domain", &[("host", host)]).await.error();
        assert_eq!(refused.fields[0].code, code, "{host}");
    }
    add(&owner, "kaffi.test").await;
    let again = owner.call("/api/v1/store/tenancy/add_domain", &[("host", "https://kaffi.test/")]).await.error();
    assert_eq!(again.fields[0].code, "domain_there");
    let foreign = app.member("owner@lumiere.test", "lumiere").await;
    for verb in ["check_domain", "remove_domain", "make_primary"] {
        let answer = foreign.call(&format!("/api/v1/store/tenancy/{verb}"), &[("host", "kaffi.test")]).await;
        assert_eq!(answer.error().code, "not_found", "{verb}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_domain_is_looked_at_by_itself() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    add(&owner, "alone.test").await;
    app.until("the first look", || async {
        domains(&owner).await.iter().find(|domain| domain["finding"] == "no_record").map(|_| ())
    })
    .await;
    app.stop().await;
}
