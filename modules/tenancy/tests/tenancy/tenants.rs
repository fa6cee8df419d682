//! Merchants and stores as operators run them: made, helped, suspended, taken along, deleted.

use orion_runtime::ctx::begin_unscoped;
use orion_testing::{Actor, Answer, TestApp};
use serde_json::Value;

use crate::access::builders::{accept, token};

pub async fn call(operator: &Actor, endpoint: &str, fields: &[(&str, &str)]) -> Answer {
    operator.call(&format!("/api/v1/admin/tenancy/{endpoint}"), fields).await
}

pub async fn done(operator: &Actor, endpoint: &str, fields: &[(&str, &str)]) {
    let answer = call(operator, endpoint, fields).await;
    assert!(answer.status < 400, "{endpoint}: {answer:?}");
}

/// A merchant with a store, owned by somebody of the demo.
pub async fn create_shop(operator: &Actor) {
    let merchant = [("code", "newcomer"), ("name", "Newcomer"), ("owner", "new@example.test"), ("language", "fr")];
    done(operator, "create_merchant", &merchant).await;
    let store = [("merchant", "newcomer"), ("code", "corner"), ("name", "Corner Shop"), ("currency", "EUR")];
    let rest = [("default", "en"), ("country", "LU"), ("email", "corner@example.test")];
    done(operator, "create_store", &[&store[..], &rest[..]].concat()).await;
    let transfer = [("code", "newcomer"), ("email", "staff@minett.test"), ("reason", "The founder")];
    done(operator, "transfer_merchant", &transfer).await;
    done(operator, "set_store_status", &[("code", "corner"), ("status", "open")]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_is_made_helped_suspended_exported_and_deleted() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    create_shop(&operator).await;
    app.until("the invitation", || async {
        app.mails().await.iter().any(|mail| mail.to.contains("new@example.test")).then_some(())
    })
    .await;
    assert_eq!(app.shopper("corner").get("/").await.status, 200, "it answers at once");
    let owner = app.member("staff@minett.test", "corner").await;
    assert_eq!(owner.get("/settings").await.status, 200);

    let person: String = app.one("select id::text from tenancy.users where email = 'staff@minett.test'").await;
    let fields = [("store", "corner"), ("person", person.as_str()), ("reason", "Ticket 17")];
    let link = call(&operator, "impersonate_member", &fields).await.location.expect("a link");
    let helper = app.visitor();
    assert_eq!(helper.open(&link).await.status, 303);
    let office = helper.at("/store/corner");
    assert!(office.get("/settings").await.shows("acting as"));

    done(&operator, "suspend_store", &[("code", "corner"), ("reason", "Unpaid")]).await;
    let closed = app.shopper("corner").get("/").await;
    assert_eq!(closed.status, 503, "{closed:?}");
    assert!(owner.get("/settings").await.shows("suspended"), "the team can look");
    let change = owner.call("/api/v1/store/tenancy/save_look", &[]).await;
    assert_eq!(change.error().code, "store_suspended");
    done(&operator, "reactivate_store", &[("code", "corner")]).await;
    assert_eq!(app.shopper("corner").get("/").await.status, 200);

    done(&operator, "export_store", &[("code", "corner")]).await;
    let id: String = app
        .until("the export", || async {
            let page: Value = call(&operator, "store_page", &[("code", "corner")]).await.value();
            let export = &page["exports"][0];
            (export["status"] == "ready").then(|| export["id"].as_str().expect("an id").to_owned())
        })
        .await;
    let file = operator.get(&format!("/store-exports/{id}")).await;
    assert!(file.status == 200 && file.body.starts_with("PK"), "{}", file.status);
    assert!(file.body.contains("tenancy/stores.json"));
    assert_eq!(app.visitor().at("/admin").get(&format!("/store-exports/{id}")).await.status / 100, 4);

    let wrong =
        call(&operator, "request_deletion", &[("code", "corner"), ("confirm", "kaffi"), ("reason", "Gone")]).await;
    assert_eq!(wrong.error().fields[0].code, "code_differs");
    let fields = [("code", "corner"), ("confirm", "corner"), ("reason", "Gone")];
    done(&operator, "request_deletion", &fields).await;
    assert_eq!(app.shopper("corner").get("/").await.status, 503);
    done(&operator, "cancel_deletion", &[("code", "corner")]).await;
    assert_eq!(app.shopper("corner").get("/").await.status, 200);
    let page = operator.get("/stores/corner").await;
    for deed in ["Store created", "Store suspended", "Store reactivated", "Deletion cancelled"] {
        assert!(page.shows(deed), "{deed}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_find_stores_by_words_merchants_and_state() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    create_shop(&operator).await;
    let find = async |fields: &[(&str, &str)]| -> Vec<String> {
        let page: Value = call(&operator, "list_stores", fields).await.value();
        let rows = page["items"].as_array().expect("items").iter();
        rows.map(|row| row["code"].as_str().expect("a code").to_owned()).collect()
    };
    assert_eq!(find(&[("query[search]", "lumiere")]).await, ["lumiere"], "without its accent");
    assert_eq!(find(&[("query[search]", "newc")]).await, ["corner"], "by its merchant");
    assert_eq!(find(&[("query[filters][merchant]", "newcomer")]).await, ["corner"]);
    assert_eq!(find(&[("query[filters][until]", "2001-01-01")]).await, Vec::<String>::new());
    assert_eq!(find(&[("query[sort]", "-created")]).await[0], "corner");
    done(&operator, "suspend_store", &[("code", "corner"), ("reason", "Unpaid")]).await;
    assert_eq!(find(&[("query[scope]", "suspended")]).await, ["corner"]);
    let counts: Value = call(&operator, "count_stores", &[]).await.value();
    assert_eq!((&counts["suspended"], &counts["closed"]), (&Value::from(1), &Value::from(0)));
    let merchants: Value = call(&operator, "list_merchants", &[("query[search]", "newc")]).await.value();
    assert_eq!((&merchants["total"], &merchants["items"][0]["store_count"]), (&Value::from(1), &Value::from(1)));
    assert_eq!(app.one::<i64>("select count from tenancy.counts where what = 'merchants'").await, 3);
    app.stop().await;
}

/// What the list has at hand is true whatever happened to the rows.
#[tokio::test(flavor = "multi_thread")]
async fn counts_follow_every_change() {
    let app = TestApp::start().await;
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::raw_sql(
        "insert into tenancy.stores select (jsonb_populate_record(s, jsonb_build_object(
             'id', gen_random_uuid(), 'code', 'copy-' || n))).*
         from tenancy.stores s, generate_series(1, 200) n where s.code = 'kaffi';
         update tenancy.stores set suspended_at = now() where code like 'copy-1%';
         delete from tenancy.stores where code like 'copy-2%';",
    )
    .execute(&mut *tx)
    .await
    .expect("copies");
    tx.commit().await.expect("copies");
    let differing: i64 = app
        .one(
            "select count(*) from (
                 select what, count from tenancy.counts where what <> 'merchants' and count <> 0
                 except
                 select tenancy.state_of(status, suspended_at, delete_after), count(*) from tenancy.stores group by 1
             ) differing",
        )
        .await;
    assert_eq!(differing, 0);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_invited_to_own_it_by_mistake_takes_nothing_over() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let merchant = [("code", "newcomer"), ("name", "Newcomer"), ("owner", "mistyped@example.test"), ("language", "en")];
    done(&operator, "create_merchant", &merchant).await;
    let mistyped = token(&app, "mistyped@example.test", "/invitations/").await;
    let transfer = |email: &'static str| [("code", "newcomer"), ("email", email), ("reason", "The founder")];
    done(&operator, "transfer_merchant", &transfer("founder@example.test")).await;
    let founder = token(&app, "founder@example.test", "/invitations/").await;
    assert_eq!(accept(&app.visitor(), &mistyped).await.status, 409, "another one was invited");
    done(&operator, "transfer_merchant", &transfer("staff@minett.test")).await;
    assert_eq!(accept(&app.visitor(), &founder).await.status, 409, "another one owns it");
    let owner: String = app
        .one(
            "select u.email from tenancy.memberships m join tenancy.users u on u.id = m.user_id
             join tenancy.merchants c on c.id = m.merchant_id where c.code = 'newcomer' and m.role = 'owner'",
        )
        .await;
    assert_eq!(owner, "staff@minett.test");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_takes_over_who_cannot_come_in_or_owns_it_already() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let transfer = |email: &'static str| {
        let fields = [("code", "minett-trade"), ("email", email), ("reason", "The owner is ill")];
        let operator = &operator;
        async move { operator.call("/api/v1/admin/tenancy/transfer_merchant", &fields).await }
    };
    let already = transfer("owner@minett.test").await.error().fields;
    assert_eq!((already[0].field.as_str(), already[0].code.as_ref()), ("email", "owns_it_already"));
    let staff: String = app.one("select id::text from tenancy.users where email = 'staff@minett.test'").await;
    done(&operator, "lock_user", &[("user", staff.as_str()), ("reason", "Left us")]).await;
    let locked = transfer("staff@minett.test").await.error().fields;
    assert_eq!((locked[0].field.as_str(), locked[0].code.as_ref()), ("email", "is_locked"));
    assert_eq!(app.member("owner@minett.test", "kaffi").await.get("/settings").await.status, 200, "still the owner");
    done(&operator, "unlock_user", &[("user", staff.as_str())]).await;
    assert_eq!(transfer("staff@minett.test").await.status, 200);
    app.stop().await;
}
