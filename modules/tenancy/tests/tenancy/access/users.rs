//! Operators find users, keep them out and let them in again.

use orion_testing::{Actor, TestApp};
use serde_json::Value;

use super::builders::{admin, change, code, platform};
use crate::platforms::{at, create_beta};

async fn find(operator: &Actor, search: &str) -> Vec<Value> {
    let fields = [("query[search]", search), ("query[page]", "1")];
    let page: Value = operator.call(&admin("list_users"), &fields).await.value();
    page["items"].as_array().expect("users").clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_user_is_out_at_once_and_cannot_come_in() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let staff = app.member("staff@lumiere.test", "lumiere").await;
    assert_eq!(staff.get("/orders").await.status, 200);
    let found = find(&operator, "staff@lum").await;
    assert_eq!(found.len(), 1, "{found:?}");
    let id = found[0]["id"].as_str().expect("an id").to_owned();
    let details: Value = operator.call(&admin("user_page"), &[("user", &id)]).await.value();
    assert_eq!(details["sessions"].as_array().map(Vec::len), Some(1));
    assert_eq!(operator.get(&format!("/users/{id}")).await.status, 200);
    let unsaid = operator.call(&admin("lock_user"), &[("user", &id), ("reason", "")]).await;
    assert_eq!(unsaid.error().fields[0].code, "required");
    assert_eq!(operator.call(&admin("lock_user"), &[("user", &id), ("reason", "Lost phone")]).await.status, 200);
    assert!(staff.get("/orders").await.location.is_some_and(|to| to.starts_with("/sign-in")));
    let fields = [("email", "staff@lumiere.test"), ("password", "demo-orion-2026"), ("next", "")];
    let refused = app.visitor().call(&platform("sign_in"), &fields).await;
    assert_eq!(code(&refused), (422, "wrong_credentials".to_owned()));
    assert_eq!(operator.call(&admin("unlock_user"), &[("user", &id)]).await.status, 200);
    assert!(app.visitor().call(&platform("sign_in"), &fields).await.status < 400);
    assert_eq!(operator.call(&admin("end_user_sessions"), &[("user", &id)]).await.status, 200);
    assert_eq!(app.one::<i64>("select count(*) from orion.sessions where kind = 'member'").await, 0);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn users_are_found_by_words_of_their_name_and_by_role() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let everybody = find(&operator, "").await;
    assert!(everybody.len() >= 5, "{everybody:?}");
    let name = everybody[0]["name"].as_str().expect("a name").to_owned();
    let word = name.split(' ').next_back().expect("a word").to_lowercase();
    assert!(find(&operator, &word).await.iter().any(|user| user["name"] == name), "{word}");
    assert!(find(&operator, "nobody at all").await.is_empty());
    let fields = [("query[scope]", "operators"), ("query[page]", "1")];
    let page: Value = operator.call(&admin("list_users"), &fields).await.value();
    assert_eq!(page["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(operator.get("/users?q=nobody").await.status, 200);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_does_on_another_platform_is_neither_shown_nor_ended() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    create_beta(&app, &operator).await;
    change(
        &app,
        "insert into tenancy.operators (platform_id, user_id)
         select p.id, u.id from tenancy.platforms p, tenancy.users u
         where p.code = 'beta' and u.email = 'staff@lumiere.test'",
    )
    .await;
    let there = at(&app, "beta.test", "/admin");
    let door = [("email", "staff@lumiere.test"), ("password", "demo-orion-2026"), ("next", "")];
    assert!(there.call(&admin("sign_in"), &door).await.status < 400);
    let here = app.member("staff@lumiere.test", "lumiere").await;
    let id = find(&operator, "staff@lum").await[0]["id"].as_str().expect("an id").to_owned();
    let details: Value = operator.call(&admin("user_page"), &[("user", &id)]).await.value();
    assert_eq!(details["sessions"].as_array().map(Vec::len), Some(1), "{details}");
    assert_eq!(operator.call(&admin("end_user_sessions"), &[("user", &id)]).await.status, 200);
    assert!(here.get("/orders").await.location.is_some_and(|to| to.starts_with("/sign-in")));
    assert_eq!(operator.call(&admin("lock_user"), &[("user", &id), ("reason", "Left us")]).await.status, 200);
    assert_eq!(there.get("/stores").await.status, 200);
    app.stop().await;
}
