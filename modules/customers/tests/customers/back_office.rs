//! Customers in the back office, and for other modules.

use orion_contracts::customers::Customers;
use orion_kernel::{AppError, CustomerId};
use orion_testing::{Actor, Answer, TestApp};
use serde_json::Value;

use crate::builders::{ANNA, OWNER, PASSWORD, STAFF, STORE, anna, email_of, sign_in, store_ctx};

async fn call(actor: &Actor, name: &str, fields: &[(&str, &str)]) -> Answer {
    actor.call(&format!("/api/v1/store/customers/{name}"), fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_searched_sorted_and_paged() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let list = async |query: &[(&str, &str)]| -> Value { call(&owner, "list_customers", query).await.value() };
    let all = list(&[("query[sort]", "email")]).await;
    let total: i64 = app
        .one(
            "select count(*) from customers.customers c join tenancy.stores s on s.id = c.store_id
             where s.code = 'lumiere'",
        )
        .await;
    assert_eq!(all["total"].as_i64(), Some(total));
    let emails: Vec<_> = all["items"].as_array().expect("rows").iter().map(|row| row["email"].as_str()).collect();
    assert!(emails.is_sorted(), "{emails:?}");
    let found = list(&[("query[search]", "ANNA@")]).await;
    assert_eq!((found["total"].as_i64(), found["items"][0]["email"].as_str()), (Some(1), Some(ANNA)));
    assert_eq!(list(&[("query[search]", "100%_")]).await["total"].as_i64(), Some(0), "signs stand for themselves");
    assert_eq!(list(&[("query[page]", "4000000000")]).await["items"].as_array().map(Vec::len), Some(0));
    let mut sum = 0;
    for state in ["verified", "unverified", "locked", "guest"] {
        let of_state = list(&[("query[scope]", state)]).await;
        let rows = of_state["items"].as_array().expect("rows").iter();
        assert!(rows.clone().all(|row| row["state"].as_str() == Some(state)), "{of_state}");
        sum += of_state["total"].as_i64().unwrap_or_default();
    }
    assert_eq!(sum, total);
    assert!(owner.get("/customers?q=anna").await.shows(ANNA));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_for_the_team_alone() {
    let app = TestApp::start().await;
    let (owner, id) = (app.member(OWNER, STORE).await, anna(&app).await.to_string());
    assert_eq!(call(&owner, "save_note", &[("id", &id), ("note", "Zahlt <immer>")]).await.status, 200);
    assert!(owner.get(&format!("/customers/{id}")).await.shows("Zahlt &lt;immer&gt;"));
    let long = "x".repeat(2_001);
    assert_eq!(call(&owner, "save_note", &[("id", &id), ("note", &long)]).await.error().fields[0].code, "too_long");
    let customer = app.customer(ANNA, STORE).await;
    for page in ["/account", "/account/details"] {
        assert!(!customer.get(page).await.shows("Zahlt"), "{page}");
    }
    let staff = app.member(STAFF, STORE).await;
    assert_eq!(call(&staff, "save_note", &[("id", &id), ("note", "Mag Vasen")]).await.status, 200, "all of it");
    let stranger = call(&customer, "save_note", &[("id", &id), ("note", "")]).await;
    assert_eq!(stranger.error(), AppError::not_found(), "the storefront has no such door");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_deleted_is_signed_out_and_their_orders_stay() {
    let app = TestApp::start().await;
    let (owner, customer) = (app.member(OWNER, STORE).await, app.customer(ANNA, STORE).await);
    let id = anna(&app).await.to_string();
    let orders =
        "select count(*) from orders.orders o join tenancy.stores s on s.id = o.store_id where s.code = 'lumiere'";
    let before: i64 = app.one(orders).await;
    let staff = app.member(STAFF, STORE).await;
    assert_eq!(call(&staff, "delete_customer", &[("id", &id)]).await.error(), AppError::forbidden());
    let deleted = call(&owner, "delete_customer", &[("id", &id)]).await;
    assert_eq!((deleted.status, deleted.location.as_deref()), (200, Some("/store/lumiere/customers")), "{deleted:?}");
    assert_eq!(email_of(&customer).await, None);
    assert_eq!(sign_in(&customer, ANNA, PASSWORD).await.error().code, "wrong_credentials");
    let addresses: i64 =
        app.one("select count(*) from customers.addresses where line1 = '22, rue de Strasbourg'").await;
    assert_eq!((addresses, app.one::<i64>(orders).await), (0, before));
    assert_eq!(call(&owner, "delete_customer", &[("id", &id)]).await.error(), AppError::not_found());
    assert_eq!(owner.get(&format!("/customers/{id}")).await.status, 404);
    let logged: String = app.one("select actor_name from orion.audit_log where action = 'customers.deleted'").await;
    assert_eq!(logged, "Claire Lumière");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_stores_customer_does_not_exist() {
    let app = TestApp::start().await;
    let id = anna(&app).await.to_string();
    let stranger = app.member("owner@minett.test", "kaffi").await;
    for (name, fields) in [
        ("customer_details", vec![("id", id.as_str())]),
        ("save_note", vec![("id", &id), ("note", "x")]),
        ("delete_customer", vec![("id", &id)]),
    ] {
        assert_eq!(call(&stranger, name, &fields).await.error(), AppError::not_found(), "{name}");
    }
    let page = stranger.get(&format!("/customers/{id}")).await;
    assert!(page.status == 404 && !page.shows("Weis"), "{page:?}");
    assert!(!stranger.get("/customers?q=anna").await.shows(ANNA));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_is_for_whoever_may_and_opens_no_formula() {
    let app = TestApp::start().await;
    let (owner, customer) = (app.member(OWNER, STORE).await, app.customer(ANNA, STORE).await);
    let fields = [("first_name", "=1+1"), ("last_name", "Weis"), ("phone", "")];
    let answer = customer.call("/api/v1/storefront/customers/save_profile", &fields).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let file = owner.get("/exports/customers.csv").await;
    assert!(file.status == 200 && file.shows(ANNA), "{file:?}");
    assert!(!file.body.contains(",=1+1"), "a sheet would count");
    assert_eq!(app.member(STAFF, STORE).await.get("/exports/customers.csv").await.status, 403);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn other_modules_find_a_customer_by_id_and_by_address() {
    let app = TestApp::start().await;
    let (ctx, id) = (store_ctx(&app).await, CustomerId(anna(&app).await));
    let customers = ctx.port::<dyn Customers>();
    let mut tx = ctx.begin().await.expect("a transaction");
    let by_id = customers.customer(&mut tx, id).await.expect("asked").expect("known");
    let by_email = customers.by_email(&mut tx, " ANNA@Example.test ").await.expect("asked");
    assert_eq!(by_email.as_ref(), Some(&by_id));
    assert_eq!((by_id.email.as_str(), by_id.first_name.as_str()), (ANNA, "Anna"));
    assert_eq!(by_id.default_address.map(|address| address.postcode).as_deref(), Some("L-2560"));
    assert_eq!(customers.by_email(&mut tx, "chloe@example.test").await.expect("asked"), None, "another store's");
    drop(tx);
    app.stop().await;
}
