//! The search finds what somebody may see, and nothing else.

use futures::future::BoxFuture;
use orion_kernel::{AppError, Frontend, Permission, search::SearchHit};
use orion_runtime::{Ctx, ModuleServer, SearchProvider};
use orion_testing::{Actor, TestApp, withstand};

const OWNER: &str = "owner@lumiere.test";
const STORE: &str = "/api/v1/store/core/search";
const ADMIN: &str = "/api/v1/admin/core/search";

type Hits = BoxFuture<'static, Result<Vec<SearchHit>, AppError>>;

async fn find(actor: &Actor, endpoint: &str, words: &str) -> Vec<SearchHit> {
    actor.call(endpoint, &[("words", words)]).await.value()
}

fn titles(hits: &[SearchHit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.title.as_str()).collect()
}

fn hit(title: &str) -> Hits {
    let hit = SearchHit {
        kind: "Tests".to_owned(),
        title: title.to_owned(),
        detail: String::new(),
        path: "/".to_owned(),
        icon: "tag".to_owned(),
    };
    Box::pin(async { Ok(vec![hit]) })
}

fn fails(_: Ctx, _: String) -> Hits {
    Box::pin(async { Err(AppError::internal()) })
}

fn panics(_: Ctx, _: String) -> Hits {
    panic!("a provider breaks")
}

fn never_answers(_: Ctx, _: String) -> Hits {
    Box::pin(async { std::future::pending().await })
}

fn works(_: Ctx, _: String) -> Hits {
    hit("Found for everybody")
}

fn secret(_: Ctx, _: String) -> Hits {
    hit("Found for owners")
}

fn add(modules: &mut [ModuleServer]) {
    let core = modules.iter_mut().find(|module| module.code == "core").expect("the module");
    for frontend in [Frontend::Store, Frontend::Admin] {
        let provider = |key, find| SearchProvider { module: "core", key, frontend, permission: None, find };
        core.search.extend([
            provider("fails", fails),
            provider("panics", panics),
            provider("never", never_answers),
            provider("works", works),
        ]);
        core.search
            .push(SearchProvider { permission: Some(Permission("customers.delete")), ..provider("secret", secret) });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_fails_panics_or_does_not_answer_is_left_out_and_the_rest_is_for_those_who_may() {
    let app = TestApp::start_with(|modules| add(modules)).await;
    let owner = find(&app.member(OWNER, "lumiere").await, STORE, "found").await;
    assert!(titles(&owner).contains(&"Found for everybody") && titles(&owner).contains(&"Found for owners"));
    let staff = find(&app.member("staff@lumiere.test", "lumiere").await, STORE, "found").await;
    assert!(titles(&staff).contains(&"Found for everybody") && !titles(&staff).contains(&"Found for owners"));
    let operator = find(&app.operator().await, ADMIN, "found").await;
    assert!(titles(&operator).contains(&"Found for everybody"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn orders_products_and_customers_are_found_in_their_own_store() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, "lumiere").await;
    let (other, foreign) =
        (app.member("owner@minett.test", "kaffi").await, app.member("owner@minett.test", "bierger").await);
    let text = |query| app.one::<String>(query);
    let product = text(
        "select t.title from catalog.product_texts t join tenancy.stores s on s.id = t.store_id
         where s.code = 'lumiere' and t.title <> '' order by t.title limit 1",
    )
    .await;
    let sku = text(
        "select v.sku from catalog.variants v join tenancy.stores s on s.id = v.store_id
         where s.code = 'lumiere' and v.sku <> '' order by v.sku limit 1",
    )
    .await;
    let customer = text(
        "select c.email from customers.customers c join tenancy.stores s on s.id = c.store_id
         where s.code = 'lumiere' order by c.email limit 1",
    )
    .await;
    for (words, path) in [(product, "/products/"), (sku, "/products/"), (customer, "/customers/")] {
        let hits = find(&owner, STORE, &words).await;
        let hit = hits.iter().find(|hit| hit.path.starts_with(path)).unwrap_or_else(|| panic!("{words}: {hits:?}"));
        assert_eq!(owner.get(&hit.path).await.status, 200, "{hit:?}");
        for stranger in [&other, &foreign] {
            let hits = find(stranger, STORE, &words).await;
            assert!(hits.iter().all(|found| found.path != hit.path), "{words} is another store's: {hits:?}");
        }
        let page = owner.get(&format!("/search?q={}", words.replace(' ', "+"))).await;
        assert!(page.status == 200 && page.shows(&hit.path), "the page finds it without scripts: {page:?}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_are_found_by_those_who_may_open_them() {
    let app = TestApp::start().await;
    let owner = find(&app.member(OWNER, "lumiere").await, STORE, "audit").await;
    assert!(owner.iter().any(|hit| hit.path == "/audit"), "{owner:?}");
    let staff = find(&app.member("staff@lumiere.test", "lumiere").await, STORE, "audit").await;
    assert!(staff.iter().all(|hit| hit.path != "/audit"), "{staff:?}");
    let start = find(&app.member(OWNER, "lumiere").await, STORE, "").await;
    assert!(start.iter().any(|hit| hit.path == "/products/new") && start.iter().any(|hit| hit.path == "/orders"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_search_withstands_anything() {
    let app = TestApp::start().await;
    withstand(&[app.member(OWNER, "lumiere").await], STORE, &[("words", "lamp")]).await;
    withstand(&[app.operator().await], ADMIN, &[("words", "lamp")]).await;
    app.stop().await;
}
