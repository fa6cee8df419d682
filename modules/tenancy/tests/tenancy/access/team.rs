//! An owner makes a role, invites a packer, and changes what they may (M-7).

use orion_testing::TestApp;

use super::builders::{code, colleague, invite, member_id, owner, role, save_role, store};

#[tokio::test(flavor = "multi_thread")]
async fn a_packer_does_what_the_role_says_and_nothing_else() {
    let app = TestApp::start().await;
    let owner = owner(&app).await;
    let packing = role(&owner, "Packing", &["orders.view", "orders.edit"]).await;
    let packer = colleague(&app, &owner, "packer@example.test", &packing).await;
    let landed = packer.get("/").await;
    assert_eq!((landed.status, landed.location.as_deref()), (303, Some("/store/lumiere/orders")));
    let orders = packer.get("/orders").await;
    assert_eq!(orders.status, 200);
    assert!(!orders.shows("href=\"/store/lumiere/products\""), "what is forbidden is not in the menu");
    for page in ["/products", "/settings", "/settings/team", "/settings/api-keys", "/customers"] {
        assert_eq!(packer.get(page).await.status, 403, "{page}");
    }
    let list = "/api/v1/store/catalog/list_products";
    assert_eq!(packer.call(list, &[("query[page]", "1")]).await.status, 403);
    assert_eq!(packer.call(&store("list_team"), &[]).await.status, 403);
    let saved = save_role(&owner, Some(&packing), "Packing", &["orders.view", "products.view"]).await;
    assert!(saved.status < 400, "{saved:?}");
    assert_eq!(packer.get("/products").await.status, 200, "at once");
    assert_eq!(packer.call(list, &[("query[page]", "1")]).await.status, 200);
    let removed =
        owner.call(&store("remove_member"), &[("user", member_id(&owner, "packer@example.test").await.as_str())]).await;
    assert_eq!(removed.status, 200, "{removed:?}");
    assert_eq!(packer.call(list, &[("query[page]", "1")]).await.status, 401, "out at once");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_owner_can_be_neither_removed_nor_demoted() {
    let app = TestApp::start().await;
    let owner = owner(&app).await;
    let lead = role(&owner, "Lead", &["team.view", "team.manage", "orders.view"]).await;
    let lead = colleague(&app, &owner, "lead@example.test", &lead).await;
    let id = member_id(&owner, "owner@lumiere.test").await;
    for actor in [&owner, &lead] {
        let removed = actor.call(&store("remove_member"), &[("user", &id)]).await;
        assert_eq!(code(&removed), (409, "owner_stays".to_owned()));
        let demoted =
            actor.call(&store("save_member"), &[("user", &id), ("role", "viewer"), ("all_stores", "true")]).await;
        assert_eq!(code(&demoted), (409, "owner_stays".to_owned()));
    }
    let left = owner.call(&store("leave_team"), &[("confirm", "true")]).await;
    assert_eq!(code(&left), (409, "owner_stays".to_owned()));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_somebody_has_is_not_deleted_and_says_by_whom() {
    let app = TestApp::start().await;
    let owner = owner(&app).await;
    let packing = role(&owner, "Packing", &["orders.view"]).await;
    let again = save_role(&owner, None, "packing", &["orders.view"]).await;
    assert_eq!(again.error().fields[0].code, "role_name_taken");
    let packer = colleague(&app, &owner, "packer@example.test", &packing).await;
    let refused = owner.call(&store("delete_role"), &[("id", &packing)]).await;
    assert_eq!(code(&refused), (409, "role_in_use".to_owned()));
    assert_eq!(refused.error().params[0].1, "Petra Packer");
    let left = packer.call(&store("leave_team"), &[("confirm", "true")]).await;
    assert!(left.status < 400, "{left:?}");
    assert_eq!(owner.call(&store("delete_role"), &[("id", &packing)]).await.status, 200);
    assert_eq!(owner.call(&store("delete_role"), &[("id", &packing)]).await.status, 404);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_works_in_the_stores_they_were_given() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    let team: serde_json::Value = owner.call(&store("list_team"), &[]).await.value();
    let stores = team["stores"].as_array().expect("stores");
    let kaffi = stores.iter().find(|store| store["name"].as_str().is_some_and(|name| name.contains("Kaffi")));
    let kaffi = kaffi.unwrap_or_else(|| panic!("{stores:?}"))["id"].as_str().expect("an id").to_owned();
    let fields = [("email", "barista@example.test"), ("role", "staff"), ("stores[0]", kaffi.as_str())];
    assert_eq!(owner.call(&store("invite_member"), &fields).await.status, 200);
    let visitor = app.visitor();
    let token = super::builders::token(&app, "barista@example.test", "/invitations/").await;
    let accepted = super::builders::accept(&visitor, &token).await;
    assert_eq!(accepted.location.as_deref(), Some("/store/kaffi"));
    assert_eq!(visitor.at("/store/kaffi").get("/orders").await.status, 200);
    let elsewhere = visitor.at("/store/bierger").get("/orders").await;
    assert!(elsewhere.location.is_some_and(|to| to.starts_with("/sign-in")), "not theirs");
    let found: serde_json::Value = visitor.at("/store/kaffi").call(&store("find_my_stores"), &[]).await.value();
    assert_eq!(found["stores"].as_array().map(Vec::len), Some(1));
    let found: serde_json::Value = owner.call(&store("find_my_stores"), &[("search", "kaf")]).await.value();
    assert_eq!(found["stores"][0]["code"], "kaffi");
    assert!(visitor.get("/stores").await.shows("/store/kaffi"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_says_what_is_wrong_with_it() {
    let app = TestApp::start().await;
    let owner = owner(&app).await;
    assert_eq!(invite(&owner, "staff@lumiere.test", "viewer").await.error().fields[0].code, "already_in_team");
    assert_eq!(invite(&owner, "no address", "viewer").await.error().fields[0].code, "invalid_email");
    assert_eq!(invite(&owner, "a@example.test", "owner").await.error().fields[0].code, "invalid_choice");
    let nowhere = owner.call(&store("invite_member"), &[("email", "a@example.test"), ("role", "viewer")]).await;
    assert_eq!(nowhere.error().fields[0].code, "choose_a_store");
    assert_eq!(invite(&owner, "a@example.test", "viewer").await.status, 200);
    assert_eq!(code(&invite(&owner, "A@example.test", "viewer").await), (409, "already_invited".to_owned()));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_holds_in_other_stores_is_changed_by_whoever_works_there() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    let team: serde_json::Value = owner.call(&store("list_team"), &[]).await.value();
    let id_of = |part: &str| {
        let stores = team["stores"].as_array().expect("stores");
        let found = stores.iter().find(|store| store["name"].as_str().is_some_and(|name| name.contains(part)));
        found.unwrap_or_else(|| panic!("{part} in {stores:?}"))["id"].as_str().expect("an id").to_owned()
    };
    let leading = role(&owner, "Leading", &["team.view", "team.manage", "orders.view"]).await;
    let packing = role(&owner, "Packing", &["orders.view"]).await;
    let join = async |email: &str, role: &str, store_name: &str| {
        let place = id_of(store_name);
        let fields = [("email", email), ("role", role), ("stores[0]", place.as_str())];
        assert_eq!(owner.call(&store("invite_member"), &fields).await.status, 200);
        let visitor = app.visitor();
        let accepted =
            super::builders::accept(&visitor, &super::builders::token(&app, email, "/invitations/").await).await;
        assert!(accepted.status < 400, "{accepted:?}");
        visitor
    };
    let lead = join("lead@example.test", &leading, "Kaffi").await.at("/store/kaffi");
    assert!(save_role(&lead, Some(&packing), "Packing", &["team.view"]).await.status < 400, "nobody has it");
    join("packer@example.test", &packing, "Bierger").await;
    let refused = save_role(&lead, Some(&packing), "Packing", &["team.view", "orders.view"]).await;
    assert_eq!(code(&refused), (403, "beyond_your_stores".to_owned()));
    let policy = lead.call(&store("set_team_second_factor_policy"), &[("is_required", "false")]).await;
    assert_eq!(code(&policy), (403, "beyond_your_stores".to_owned()));
    assert!(save_role(&owner, Some(&packing), "Packing", &["orders.view"]).await.status < 400);
    app.stop().await;
}
