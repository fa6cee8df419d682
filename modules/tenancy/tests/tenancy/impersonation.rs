//! Operators who act as somebody else, and those who try to.

use orion_runtime::ctx::begin_unscoped;
use orion_testing::{Actor, TestApp};

use crate::tenants::call;

async fn link(app: &TestApp, operator: &Actor, email: &'static str) -> String {
    let id = person(app, email).await;
    let fields = [("store", "lumiere"), ("person", id.as_str()), ("reason", "Ticket 17")];
    call(operator, "impersonate_member", &fields).await.location.expect("a link")
}

async fn person(app: &TestApp, email: &'static str) -> String {
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::query_scalar("select id::text from tenancy.users where email = $1")
        .bind(email)
        .fetch_one(&mut *tx)
        .await
        .expect("a user")
}

async fn run(app: &TestApp, sql: &'static str) {
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::raw_sql(sql).execute(&mut *tx).await.expect("a change");
    tx.commit().await.expect("a change");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_works_once_in_its_place_and_in_time() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let first = link(&app, &operator, "staff@lumiere.test").await;
    let elsewhere = first.replace("/store/lumiere/", "/store/kaffi/");
    assert_eq!(app.visitor().open(&elsewhere).await.status, 404, "another store");
    let storefront = first.replace("/store/lumiere/", "/storefront/lumiere/");
    assert_eq!(app.visitor().open(&storefront).await.status, 404, "another frontend");
    let token = first.rsplit('/').next().expect("a token");
    assert_eq!(app.visitor().open(&first.replace(token, "forged")).await.status, 404, "a forged one");
    let ahead = app.visitor();
    let fetched = ahead.request(reqwest::Method::GET, &first).header("sec-purpose", "prefetch").send().await;
    assert_eq!(fetched.expect("an answer").status().as_u16(), 503, "a browser that fetches ahead");
    let helper = app.visitor();
    assert_eq!(helper.open(&first).await.status, 303);
    assert!(helper.at("/store/lumiere").get("/profile").await.shows("acting as"));
    assert_eq!(app.visitor().open(&first).await.status, 404, "a used one");
    let late = link(&app, &operator, "staff@lumiere.test").await;
    run(&app, "update tenancy.impersonations set expires_at = now() - interval '1 second' where used_at is null").await;
    assert_eq!(app.visitor().open(&late).await.status, 404, "an expired one");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_takes_a_reason_and_somebody_who_works_there_and_is_no_operator() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let (staff, stranger) = (person(&app, "staff@lumiere.test").await, person(&app, "staff@minett.test").await);
    let ask = async |person: &str, reason: &str| {
        let fields = [("store", "lumiere"), ("person", person), ("reason", reason)];
        call(&operator, "impersonate_member", &fields).await
    };
    assert_eq!(ask(&staff, " ").await.error().fields[0].code, "required");
    assert_eq!(ask(&stranger, "Ticket").await.error().code, "not_found");
    run(
        &app,
        "insert into tenancy.operators (platform_id, user_id)
         select p.id, u.id from tenancy.platforms p, tenancy.users u where u.email = 'staff@lumiere.test'",
    )
    .await;
    assert_eq!(ask(&staff, "Ticket").await.error().code, "is_operator");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_ends_where_it_began_and_both_names_stand_in_the_log() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let helper = app.visitor();
    helper.open(&link(&app, &operator, "owner@lumiere.test").await).await;
    let office = helper.at("/store/lumiere");
    let look = [("accent_hue", "20"), ("neutral_hue", "20"), ("radius_px", "4"), ("serif", "true")];
    assert_eq!(office.call("/api/v1/store/tenancy/save_look", &look).await.status, 200);
    let named: String =
        app.one("select actor_name from orion.audit_log where action like 'tenancy.store_look%' limit 1").await;
    let operator_name: String = app.one("select name from tenancy.users where email = 'operator@orion.test'").await;
    assert!(named.contains(&operator_name) && named.contains(" (as "), "{named}");
    let secret = [("current_password", "demo-orion-2026"), ("new_password", "gréngen Hond op der Strooss")];
    let refused = office.call("/api/v1/store/tenancy/change_password", &secret).await;
    assert_eq!(refused.error().code, "not_while_impersonating", "{refused:?}");
    let end = office.submit("/settings", "/api/v1/store/tenancy/end_impersonation", &[]).await;
    assert!(end.location.as_deref().is_some_and(|to| to.ends_with("/admin/stores/lumiere")), "{end:?}");
    assert!(office.get("/settings").await.location.is_some_and(|door| door.starts_with("/sign-in")));
    for action in ["asked", "started", "ended"] {
        let action = format!("tenancy.impersonation_{action}");
        let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
        let logged: i64 = sqlx::query_scalar("select count(*) from orion.audit_log where action = $1")
            .bind(&action)
            .fetch_one(&mut *tx)
            .await
            .expect("the log");
        assert_eq!(logged, 1, "{action}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_is_helped_on_the_stores_own_host() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let ask = async |email: &str| {
        let fields = [("store", "lumiere"), ("email", email), ("reason", "Ticket 18")];
        call(&operator, "impersonate_customer", &fields).await
    };
    assert_eq!(ask("nobody@example.test").await.error().fields[0].code, "no_such_customer");
    let link = ask("anna@example.test").await.location.expect("a link");
    let shopper = app.shopper("lumiere");
    assert_eq!(shopper.open(&link).await.status, 303);
    let account = shopper.get("/account").await;
    assert!(account.status == 200, "{account:?}");
    assert!(["acting as", "agit en tant que"].iter().any(|words| account.shows(words)), "{account:?}");
    let end = shopper.submit("/account", "/api/v1/storefront/tenancy/end_impersonation", &[]).await;
    assert!(end.location.as_deref().is_some_and(|to| to.ends_with("/admin/stores/lumiere")), "{end:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operator_who_is_kept_out_stops_acting_too() {
    let app = TestApp::start().await;
    let administrator = app.operator().await;
    run(
        &app,
        "insert into tenancy.operators (platform_id, user_id)
         select p.id, u.id from tenancy.platforms p, tenancy.users u where u.email = 'staff@minett.test'",
    )
    .await;
    let operator = app.visitor().at("/admin");
    let door = [("email", "staff@minett.test"), ("password", "demo-orion-2026"), ("next", "")];
    assert!(call(&operator, "sign_in", &door).await.status < 400);
    let helper = app.visitor();
    assert_eq!(helper.open(&link(&app, &operator, "owner@lumiere.test").await).await.status, 303);
    let office = helper.at("/store/lumiere");
    assert_eq!(office.get("/settings").await.status, 200);
    let id = person(&app, "staff@minett.test").await;
    let locked = call(&administrator, "lock_user", &[("user", id.as_str()), ("reason", "Left us")]).await;
    assert_eq!(locked.status, 200, "{locked:?}");
    assert!(office.get("/settings").await.location.is_some_and(|door| door.starts_with("/sign-in")));
    app.stop().await;
}
