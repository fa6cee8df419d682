//! What the tests about access do over and over.

use orion_runtime::ctx::begin_unscoped;
use orion_testing::{Actor, Answer, TestApp};
use serde_json::Value;

pub const PASSWORD: &str = "gréngen Hond op der Strooss";

/// The door of a function of the store's back office.
pub fn store(name: &str) -> String {
    format!("/api/v1/store/tenancy/{name}")
}

/// The door of a function of the admin.
pub fn admin(name: &str) -> String {
    format!("/api/v1/admin/tenancy/{name}")
}

/// The door of a function of the platform's own pages.
pub fn platform(name: &str) -> String {
    format!("/api/v1/platform/tenancy/{name}")
}

pub async fn owner(app: &TestApp) -> Actor {
    app.member("owner@lumiere.test", "lumiere").await
}

/// Makes a role and returns its key.
pub async fn role(owner: &Actor, name: &str, permissions: &[&str]) -> String {
    let answer = save_role(owner, None, name, permissions).await;
    assert!(answer.status < 400, "{answer:?}");
    key_of(owner, &store("list_roles"), name).await
}

pub async fn save_role(actor: &Actor, id: Option<&str>, name: &str, permissions: &[&str]) -> Answer {
    let names: Vec<String> = (0..permissions.len()).map(|index| format!("permissions[{index}]")).collect();
    let mut fields = vec![("name", name)];
    fields.extend(id.map(|id| ("id", id)));
    fields.extend(names.iter().map(String::as_str).zip(permissions.iter().copied()));
    actor.call(&store("save_role"), &fields).await
}

/// The key of the role with a name.
pub async fn key_of(actor: &Actor, endpoint: &str, name: &str) -> String {
    let list: Value = actor.call(endpoint, &[]).await.value();
    let roles = list["roles"].as_array().expect("roles");
    let found = roles.iter().find(|role| role["name"] == name).unwrap_or_else(|| panic!("{name} in {roles:?}"));
    found["key"].as_str().expect("a key").to_owned()
}

pub async fn invite(actor: &Actor, email: &str, role: &str) -> Answer {
    actor.call(&store("invite_member"), &[("email", email), ("role", role), ("all_stores", "true")]).await
}

/// The token of the latest link below `mount` that was mailed to somebody.
pub async fn token(app: &TestApp, email: &str, mount: &str) -> String {
    app.until("the letter", || async move {
        let mails = app.mails().await;
        let text = mails.into_iter().find(|mail| mail.to == email && mail.text.contains(mount))?.text;
        let rest = text.split_once(mount)?.1;
        Some(rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect())
    })
    .await
}

/// Accepts an invitation with a new account.
pub async fn accept(actor: &Actor, token: &str) -> Answer {
    let fields = [("token", token), ("name", "Petra Packer"), ("password", PASSWORD)];
    actor.call(&platform("accept_invitation"), &fields).await
}

/// Somebody new in the team of Lumière, signed in to its back office.
pub async fn colleague(app: &TestApp, owner: &Actor, email: &str, role: &str) -> Actor {
    let invited = invite(owner, email, role).await;
    assert_eq!(invited.status, 200, "{invited:?}");
    let visitor = app.visitor();
    let accepted = accept(&visitor, &token(app, email, "/invitations/").await).await;
    assert!(accepted.status < 400, "{accepted:?}");
    visitor.at("/store/lumiere")
}

/// The id of somebody in the team, as the team page has it.
pub async fn member_id(actor: &Actor, email: &str) -> String {
    let team: Value = actor.call(&store("list_team"), &[]).await.value();
    let members = team["members"].as_array().expect("members");
    let found = members.iter().find(|member| member["email"] == email).unwrap_or_else(|| panic!("{email}: {team}"));
    found["user"].as_str().expect("an id").to_owned()
}

/// Signs somebody in at the members' door.
pub async fn sign_in(app: &TestApp, email: &str, password: &str) -> Actor {
    let actor = app.visitor();
    let fields = [("email", email), ("password", password), ("next", "")];
    let answer = actor.call(&platform("sign_in"), &fields).await;
    assert!(answer.status < 400, "{answer:?}");
    actor
}

/// Changes what no door changes: the clock.
pub async fn change(app: &TestApp, statement: &'static str) {
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query(statement).execute(&mut *tx).await.expect("a change");
    tx.commit().await.expect("a change");
}

pub fn code(answer: &Answer) -> (u16, String) {
    (answer.status, answer.error().code.into_owned())
}
