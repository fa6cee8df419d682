//! Nobody grants, takes away or changes what they do not hold.

use orion_runtime::ctx::begin_unscoped;
use orion_testing::TestApp;

use super::builders::{code, colleague, invite, member_id, owner, role, save_role, store};

const BEYOND: &str = "beyond_your_role";

#[tokio::test(flavor = "multi_thread")]
async fn who_manages_the_team_gives_no_more_than_they_hold() {
    let app = TestApp::start().await;
    let owner = owner(&app).await;
    let held = ["team.view", "team.manage", "orders.view"];
    let own = role(&owner, "Lead", &held).await;
    let more = role(&owner, "Boss", &["orders.view", "products.edit"]).await;
    let less = role(&owner, "Clerk", &["orders.view"]).await;
    let lead = colleague(&app, &owner, "lead@example.test", &own).await;
    let clerk = colleague(&app, &owner, "clerk@example.test", &less).await;
    for answer in [
        save_role(&lead, None, "Mine", &["products.edit"]).await,
        save_role(&lead, Some(&own), "Lead", &["team.view", "team.manage", "orders.edit"]).await,
        save_role(&lead, Some(&more), "Boss", &["orders.view"]).await,
        lead.call(&store("delete_role"), &[("id", &more)]).await,
        invite(&lead, "friend@example.test", "manager").await,
        invite(&lead, "friend@example.test", &more).await,
    ] {
        assert_eq!(code(&answer), (403, BEYOND.to_owned()));
    }
    let staff = member_id(&owner, "staff@lumiere.test").await;
    let change = [("user", staff.as_str()), ("role", less.as_str()), ("all_stores", "true")];
    assert_eq!(code(&lead.call(&store("save_member"), &change).await), (403, BEYOND.to_owned()), "they hold more");
    assert_eq!(code(&lead.call(&store("remove_member"), &[("user", &staff)]).await), (403, BEYOND.to_owned()));
    let me = member_id(&owner, "lead@example.test").await;
    let change = [("user", me.as_str()), ("role", less.as_str()), ("all_stores", "true")];
    assert_eq!(code(&lead.call(&store("save_member"), &change).await), (403, "not_yourself".to_owned()));
    let clerks = member_id(&owner, "clerk@example.test").await;
    let change = [("user", clerks.as_str()), ("role", more.as_str()), ("all_stores", "true")];
    assert_eq!(code(&lead.call(&store("save_member"), &change).await), (403, BEYOND.to_owned()));
    let change = [("user", clerks.as_str()), ("role", own.as_str()), ("all_stores", "true")];
    assert_eq!(lead.call(&store("save_member"), &change).await.status, 200, "what they hold they may give");
    assert_eq!(clerk.call(&store("list_team"), &[]).await.status, 200, "and it holds at once");
    let page = lead.get(&format!("/settings/team/roles/{more}")).await;
    assert!(page.status == 200 && page.shows("aria-disabled=\"true\""), "the page says why not");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_merchants_roles_and_people_are_not_there() {
    let app = TestApp::start().await;
    let (owner, other) = (owner(&app).await, app.member("owner@minett.test", "kaffi").await);
    let foreign = role(&other, "Packing", &["orders.view"]).await;
    assert_eq!(invite(&owner, "friend@example.test", &foreign).await.status, 404);
    assert_eq!(save_role(&owner, Some(&foreign), "Mine", &["orders.view"]).await.status, 404);
    assert_eq!(owner.call(&store("role_page"), &[("id", &foreign)]).await.status, 404);
    assert_eq!(owner.call(&store("role_page"), &[("copied", &foreign)]).await.status, 404);
    assert_eq!(owner.call(&store("delete_role"), &[("id", &foreign)]).await.status, 404);
    assert_eq!(owner.get(&format!("/settings/team/roles/{foreign}")).await.status, 404);
    assert_eq!(owner.get("/settings/team/roles/none").await.status, 404);
    let stranger = member_id(&other, "owner@minett.test").await;
    assert_eq!(owner.call(&store("remove_member"), &[("user", &stranger)]).await.status, 404);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_taken_away_while_a_request_runs_is_gone_for_that_request() {
    let app = TestApp::start().await;
    let owner = owner(&app).await;
    let lead = role(&owner, "Lead", &["team.view", "team.manage", "orders.view"]).await;
    let lead = colleague(&app, &owner, "lead@example.test", &lead).await;
    // Somebody else has their turn.
    let mut turn = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query("select from tenancy.merchants where code = 'lumiere-et-fils' for update")
        .execute(&mut *turn)
        .await
        .expect("the merchant");
    let taking_away = async {
        app.until("the request to wait", || async {
            let waiting: i64 = sqlx::query_scalar(
                "select count(*) from pg_stat_activity
                 where datname = current_database() and wait_event_type = 'Lock' and query like '%tenancy.merchants%'",
            )
            .fetch_one(app.app.pool())
            .await
            .expect("the activity");
            (waiting > 0).then_some(())
        })
        .await;
        sqlx::query(
            "update tenancy.memberships m set role = 'viewer', role_id = null
             from tenancy.users u where u.id = m.user_id and u.email = 'lead@example.test'",
        )
        .execute(&mut *turn)
        .await
        .expect("a membership");
        turn.commit().await.expect("the turn ends");
    };
    let (answer, ()) = tokio::join!(save_role(&lead, None, "Mine", &["orders.view"]), taking_away);
    assert_eq!(answer.status, 403, "{answer:?}");
    assert_eq!(app.one::<i64>("select count(*) from tenancy.roles where name = 'Mine'").await, 0);
    app.stop().await;
}
