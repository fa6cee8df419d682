//! Merchants' subscriptions, and what they open.

use orion_kernel::{AppError, boot::FeatureState};
use orion_testing::TestApp;
use serde_json::Value;

use crate::builders::{call, features, may_use, merchant, platform_ctx, subscribe};

#[tokio::test(flavor = "multi_thread")]
async fn another_tier_opens_and_locks_features() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    assert_eq!(subscribe(&app, &operator, "business", "active", "").await.status, 200);
    app.until("the new tier", || async { may_use(&app, "lumiere", "api").await.then_some(()) }).await;
    assert_eq!(subscribe(&app, &operator, "essential", "active", "").await.status, 200);
    let locked = app
        .until("the old tier", || async {
            let state = features(&app, "lumiere").await.remove("api")?;
            (state != FeatureState::Available).then_some(state)
        })
        .await;
    assert_eq!(locked, FeatureState::Locked { tier: "Business".to_owned() }, "the cheapest that has it");
    assert!(features(&app, "kaffi").await.contains_key("api"), "another merchant has a tier of their own");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trial_ends_by_itself_and_deletes_nothing() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    for (day, code) in [("", "required"), ("soon", "invalid_date"), ("2001-01-01", "trial_in_the_past")] {
        let refused = subscribe(&app, &operator, "professional", "trialing", day).await.error();
        let fault = &refused.fields[0];
        assert_eq!((fault.field.as_str(), fault.code.as_ref()), ("trial_ends_on", code), "{day}");
    }
    assert_eq!(subscribe(&app, &operator, "professional", "trialing", "9000-01-01").await.status, 200);
    let ctx = platform_ctx(&app).await;
    let night = async || orion_billing::server::expire_trials(&ctx).await.expect("checked");
    let others = night().await;
    let state = "select s.state from billing.subscriptions s
                 join tenancy.stores t on t.merchant_id = s.merchant_id where t.code = 'lumiere'";
    assert_eq!(app.one::<String>(state).await, "trialing", "{others} others were over");

    let mut tx = ctx.begin().await.expect("a transaction");
    let aged = "update billing.subscriptions set trial_ends_at = now() - interval '1 minute' where state = 'trialing'";
    sqlx::query(aged).execute(tx.conn()).await.expect("aged");
    tx.commit().await.expect("committed");
    let ended = night().await;
    assert!(ended >= 1);
    assert_eq!(app.one::<String>(state).await, "cancelled");
    assert_eq!(night().await, 0, "once");
    app.until("what it included to be locked", || async { (!may_use(&app, "lumiere", "import").await).then_some(()) })
        .await;
    let owner = app.member("owner@lumiere.test", "lumiere").await;
    assert_eq!(owner.get("/products").await.status, 200, "what is there stays");
    let logged: i64 = app.one("select count(*) from orion.audit_log where action = 'billing.trial_expired'").await;
    assert_eq!(logged, i64::try_from(ended + others).expect("a few"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_says_who_pays_what() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    assert_eq!(subscribe(&app, &operator, "professional", "active", "").await.status, 200);
    let list: Value = call(&operator, "list_subscriptions", &[("query[search]", "lumière")]).await.value();
    let row = &list["items"][0];
    assert_eq!((list["total"].as_i64(), row["tier"].as_str()), (Some(1), Some("Professional")));
    assert_eq!((row["price"]["minor"].as_i64(), row["state"].as_str()), (Some(7_900), Some("active")));
    let counts: Value = call(&operator, "count_subscriptions", &[]).await.value();
    let sum: i64 = counts
        .as_object()
        .expect("counts")
        .iter()
        .filter(|(state, _)| !state.is_empty())
        .filter_map(|(_, count)| count.as_i64())
        .sum();
    assert_eq!(counts[""].as_i64(), Some(sum));
    let page = operator.get(&format!("/subscriptions/{}", merchant(&app).await)).await;
    assert!(page.status == 200 && page.shows("Lumière &amp; Fils"), "{page:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_and_what_there_is_not_is_refused() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let refused = subscribe(&app, &operator, "gold", "active", "").await.error();
    assert_eq!((refused.fields[0].field.as_str(), refused.fields[0].code.as_ref()), ("tier", "invalid_choice"));
    let nobody = "00000000-0000-0000-0000-000000000001";
    let fields = [("merchant", nobody), ("tier", "essential"), ("period", "annual"), ("state", "active")];
    assert_eq!(call(&operator, "save_subscription", &fields).await.error(), AppError::not_found());
    assert_eq!(operator.get(&format!("/subscriptions/{nobody}")).await.status, 404);
    assert_eq!(operator.get("/subscriptions/x").await.status, 404);
    app.stop().await;
}
