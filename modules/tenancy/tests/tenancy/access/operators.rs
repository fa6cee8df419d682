//! Operators have roles, and an administrator always remains.

use orion_testing::{Actor, TestApp};
use serde_json::Value;

use super::builders::{PASSWORD, accept, admin, code, token};

const SECOND: &str = "second@orion.test";

/// Invites somebody among the operators, who accepts and signs in.
async fn operator(app: &TestApp, operator: &Actor, email: &str, role: &str) -> Actor {
    let invited = operator.call(&admin("invite_operator"), &[("email", email), ("role", role)]).await;
    assert_eq!(invited.status, 200, "{invited:?}");
    let accepted = accept(&app.visitor(), &token(app, email, "/invitations/").await).await;
    assert_eq!(accepted.location.as_deref(), Some("/admin/sign-in?next=/admin"), "{accepted:?}");
    let actor = app.visitor().at("/admin");
    let fields = [("email", email), ("password", PASSWORD), ("next", "")];
    let signed_in = actor.call(&admin("sign_in"), &fields).await;
    assert!(signed_in.status < 400, "{signed_in:?}");
    actor
}

async fn id_of(actor: &Actor, email: &str) -> String {
    let page: Value = actor.call(&admin("list_operators"), &[]).await.value();
    let operators = page["operators"].as_array().expect("operators");
    let found = operators.iter().find(|operator| operator["email"] == email).expect("the operator");
    found["user"].as_str().expect("an id").to_owned()
}

async fn give(actor: &Actor, user: &str, role: &str) -> orion_testing::Answer {
    actor.call(&admin("save_operator"), &[("user", user), ("role", role)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_decides_what_an_operator_sees_and_does() {
    let app = TestApp::start().await;
    let boss = app.operator().await;
    let support = operator(&app, &boss, SECOND, "support").await;
    for page in ["/stores", "/users", "/operators", "/operators/roles"] {
        assert_eq!(support.get(page).await.status, 200, "{page}");
    }
    assert_eq!(support.get("/platforms").await.status, 403);
    assert_eq!(support.call(&admin("disable_module"), &[("code", "cms")]).await.status, 403);
    let invite = [("email", "friend@orion.test"), ("role", "viewer")];
    assert_eq!(support.call(&admin("invite_operator"), &invite).await.status, 403);
    let fields = [("name", "Accounts"), ("permissions[0]", "dashboard.view"), ("permissions[1]", "billing.view_tiers")];
    assert!(boss.call(&admin("save_role"), &fields).await.status < 400);
    let accounts = super::builders::key_of(&boss, &admin("list_roles"), "Accounts").await;
    assert_eq!(give(&boss, &id_of(&boss, SECOND).await, &accounts).await.status, 200);
    assert_eq!(support.get("/tiers").await.status, 200);
    assert_eq!(support.get("/stores").await.status, 403, "from the next request on");
    assert!(!support.get("/tiers").await.shows("href=\"/admin/stores\""));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_manages_operators_gives_no_more_than_they_hold() {
    let app = TestApp::start().await;
    let boss = app.operator().await;
    let permissions =
        [("name", "Staff office"), ("permissions[0]", "operators.view"), ("permissions[1]", "operators.manage")];
    assert!(boss.call(&admin("save_role"), &permissions).await.status < 400);
    let office = super::builders::key_of(&boss, &admin("list_roles"), "Staff office").await;
    let clerk = operator(&app, &boss, SECOND, &office).await;
    let beyond = (403, "beyond_your_role".to_owned());
    let me = id_of(&boss, SECOND).await;
    let boss_id = id_of(&boss, "operator@orion.test").await;
    assert_eq!(code(&give(&clerk, &boss_id, "viewer").await), beyond);
    assert_eq!(code(&clerk.call(&admin("remove_operator"), &[("user", &boss_id)]).await), beyond);
    assert_eq!(code(&give(&clerk, &me, "administrator").await), (403, "not_yourself".to_owned()));
    let invite = [("email", "friend@orion.test"), ("role", "administrator")];
    assert_eq!(code(&clerk.call(&admin("invite_operator"), &invite).await), beyond);
    let more = [("id", office.as_str()), ("name", "Staff office"), ("permissions[0]", "stores.manage")];
    assert_eq!(code(&clerk.call(&admin("save_role"), &more).await), beyond);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_administrators_who_demote_each_other_leave_one() {
    let app = TestApp::start().await;
    let one = app.operator().await;
    let two = operator(&app, &one, SECOND, "administrator").await;
    let (first, second) = (id_of(&one, "operator@orion.test").await, id_of(&one, SECOND).await);
    let (a, b) = tokio::join!(give(&one, &second, "viewer"), give(&two, &first, "viewer"));
    let mut statuses = [a.status, b.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 403], "{a:?} {b:?}");
    let administrators = "select count(*) from tenancy.operators where role = 'administrator'";
    assert_eq!(app.one::<i64>(administrators).await, 1);
    let (last, id) = if a.status == 200 { (&one, &first) } else { (&two, &second) };
    assert_eq!(code(&give(last, id, "viewer").await), (403, "not_yourself".to_owned()));
    let lock = [("user", id.as_str()), ("reason", "Test")];
    assert_eq!(code(&last.call(&admin("lock_user"), &lock).await), (403, "not_yourself".to_owned()));
    app.stop().await;
}
