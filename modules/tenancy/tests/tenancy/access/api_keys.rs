//! A key opens one store, for what it was made for, until it is revoked or too old.

use http::{HeaderMap, HeaderValue, Method, header};
use orion_kernel::{ErrorKind, Locale};
use orion_runtime::{Ctx, Error, Principal, PrincipalKind, api_key::authenticate, jobs::JobScope};
use orion_testing::{Answer, TestApp};
use serde_json::Value;

use super::builders::{change, code, colleague, owner, role, store};

async fn make(actor: &orion_testing::Actor, scopes: &[&str]) -> Answer {
    let names: Vec<String> = (0..scopes.len()).map(|index| format!("scopes[{index}]")).collect();
    let mut fields = vec![("name", "Till"), ("days", "30")];
    fields.extend(names.iter().map(String::as_str).zip(scopes.iter().copied()));
    actor.call(&store("create_api_key"), &fields).await
}

async fn at(app: &TestApp, code: &str) -> Ctx {
    let directory = app.app.directory();
    let platform =
        directory.platform(&app.app, app.platform_id().await).await.expect("platforms").expect("the platform");
    let store = directory.store_by_code(&app.app, &platform, code).await.expect("stores").expect("the store");
    let (merchant_id, store_id) = (Some(store.merchant_id), Some(store.id));
    let scope = JobScope { platform_id: platform.id, merchant_id, store_id, locale: Locale::En };
    Ctx::for_job(&app.app, &scope, "test").await.expect("a context")
}

async fn ask(app: &TestApp, store: &str, key: &str) -> Result<Option<Principal>, ErrorKind> {
    let ctx = at(app, store).await;
    let mut headers = HeaderMap::new();
    headers.insert(header::AUTHORIZATION, HeaderValue::from_str(&format!("Bearer {key}")).expect("a header"));
    authenticate(&app.app, ctx.scope(), &headers, ctx.now()).await.map_err(|error| match error {
        Error::App(error) => error.kind,
        Error::Database(error) => panic!("{error}"),
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_checked_for_store_age_and_scopes() {
    let app = TestApp::start().await;
    let owner = owner(&app).await;
    let made: Value = make(&owner, &["orders.view"]).await.value();
    let key = made["key"].as_str().expect("a key").to_owned();
    assert!(key.starts_with("orion_"), "{key}");
    let found = ask(&app, "lumiere", &key).await.expect("let in").expect("a program");
    assert_eq!((found.kind, found.permissions.as_slice()), (PrincipalKind::Machine, &["orders.view".to_owned()][..]));
    let refused = Err(ErrorKind::Unauthenticated);
    assert_eq!(ask(&app, "kaffi", &key).await.map(drop), refused, "another store");
    assert_eq!(ask(&app, "lumiere", &format!("{key}x")).await.map(drop), refused, "a wrong key");
    assert_eq!(ask(&app, "lumiere", "guessed").await.map(drop), refused, "no key at all");
    let headers = HeaderMap::new();
    let ctx = at(&app, "lumiere").await;
    let nobody = authenticate(&app.app, ctx.scope(), &headers, ctx.now()).await;
    assert!(matches!(nobody, Ok(None)));
    let page: Value = owner.call(&store("list_api_keys"), &[]).await.value();
    assert!(page["keys"][0]["last_used_at"].is_string() || page["keys"][0]["last_used_at"].is_array(), "{page}");
    assert!(!owner.get("/settings/api-keys").await.shows(&key), "nobody sees it again");
    change(&app, "update tenancy.api_keys set expires_at = now() - interval '1 second'").await;
    assert_eq!(ask(&app, "lumiere", &key).await.map(drop), refused, "too old");
    change(&app, "update tenancy.api_keys set expires_at = null").await;
    assert!(ask(&app, "lumiere", &key).await.is_ok());
    let id = page["keys"][0]["id"].as_str().expect("an id").to_owned();
    let other = app.member("owner@minett.test", "kaffi").await;
    assert_eq!(other.call(&store("revoke_api_key"), &[("id", &id)]).await.status, 404);
    assert_eq!(owner.call(&store("revoke_api_key"), &[("id", &id)]).await.status, 200);
    assert_eq!(ask(&app, "lumiere", &key).await.map(drop), refused, "revoked");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_holds_no_more_than_who_makes_it_and_opens_no_page() {
    let app = TestApp::start().await;
    let owner = owner(&app).await;
    let keeper = role(&owner, "Keeper", &["api_keys.manage", "orders.view"]).await;
    let keeper = colleague(&app, &owner, "keeper@example.test", &keeper).await;
    assert_eq!(code(&make(&keeper, &["orders.edit"]).await), (403, "beyond_your_role".to_owned()));
    assert_eq!(make(&keeper, &["no.such"]).await.error().fields[0].code, "invalid_choice");
    let made: Value = make(&keeper, &["orders.view"]).await.value();
    let key = made["key"].as_str().expect("a key");
    let stranger = app.visitor().at("/store/lumiere");
    let request = stranger
        .request(Method::POST, "/api/v1/store/orders/list_orders")
        .header("accept", "application/json")
        .header("authorization", format!("Bearer {key}"))
        .form(&[("query[page]", "1")]);
    assert_eq!(request.send().await.expect("an answer").status(), 401, "no function of the back office knows keys yet");
    let longer = "select count(*) from tenancy.api_keys where length(prefix) > 12";
    assert_eq!(app.one::<i64>(longer).await, 0, "the key itself is kept nowhere");
    app.stop().await;
}
