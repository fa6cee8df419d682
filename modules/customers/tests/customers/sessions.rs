//! Where a customer is signed in, and who may end that.

use orion_kernel::AppError;
use orion_testing::{Actor, Answer, TestApp};
use serde_json::Value;

use crate::builders::{ANNA, OWNER, PASSWORD, STAFF, STORE, anna, ask, door, email_of, rest, sign_in};

async fn list(actor: &Actor) -> Vec<Value> {
    actor.call(&door("sessions"), &[]).await.value()
}

async fn office(actor: &Actor, name: &str, id: &str) -> Answer {
    actor.call(&format!("/api/v1/store/customers/{name}"), &[("id", id)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_ends_one_or_all_of_their_sessions_and_nobody_elses() {
    let app = TestApp::start().await;
    let (here, phone, laptop) =
        (app.customer(ANNA, STORE).await, app.customer(ANNA, STORE).await, app.customer(ANNA, STORE).await);
    let zoe = app.shopper(STORE);
    app.register(&zoe, "zoe@example.test", "gréngen Hond op der Strooss").await;
    let all = list(&here).await;
    assert_eq!((all.len(), &all[0]["is_here"]), (3, &Value::Bool(true)));
    let page = here.get("/account/sessions").await;
    assert!(page.status == 200 && page.shows("end_session") && page.shows("end_other_sessions"), "{page:?}");
    let own = list(&phone).await[0]["id"].as_str().expect("an id").to_owned();
    let end = async |actor: &Actor| actor.call(&door("end_session"), &[("id", &own)]).await;
    assert_eq!(end(&zoe).await.error(), AppError::not_found());
    assert_eq!(email_of(&phone).await.as_deref(), Some(ANNA));
    assert_eq!(end(&here).await.status, 200);
    assert_eq!((email_of(&phone).await, email_of(&laptop).await.as_deref()), (None, Some(ANNA)));
    assert_eq!(end(&here).await.error(), AppError::not_found());
    assert_eq!(here.call(&door("end_other_sessions"), &[]).await.status, 200);
    assert_eq!((email_of(&laptop).await, email_of(&here).await.as_deref()), (None, Some(ANNA)));
    assert_eq!(email_of(&zoe).await.as_deref(), Some("zoe@example.test"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_locked_out_is_out_at_once_until_they_are_let_in() {
    let app = TestApp::start().await;
    let (owner, customer) = (app.member(OWNER, STORE).await, app.customer(ANNA, STORE).await);
    let id = anna(&app).await.to_string();
    let reset = async || customer.call(&door("request_reset"), &[("email", ANNA)]).await;
    assert_eq!(reset().await.status, 200);
    let before = app.mailed_token(ANNA, "/account/new-password?token=").await;
    assert_eq!(office(&owner, "lock_customer", &id).await.status, 200);
    assert_eq!(email_of(&customer).await, None);
    assert_eq!(sign_in(&customer, ANNA, PASSWORD).await.error().code, "account_locked");
    assert_eq!(sign_in(&customer, ANNA, "wrong").await.error().code, "wrong_credentials", "only to whoever knows it");
    let fields = [("token", before.as_str()), ("password", "véier Wierder ouni Reim")];
    assert_eq!(customer.call(&door("reset_password"), &fields).await.error().code, "link_used");
    assert_eq!(reset().await.status, 200);
    ask(&customer, ANNA).await;
    rest(&app).await;
    let links: i64 =
        app.one("select count(*) from customers.links where token_hash is not null and used_at is null").await;
    assert_eq!(links, 0, "no link lets them in");
    assert_eq!(office(&owner, "send_reset_link", &id).await.error().code, "account_locked");
    assert!(owner.get(&format!("/customers/{id}")).await.shows("unlock_customer"));
    assert_eq!(office(&owner, "unlock_customer", &id).await.status, 200);
    assert_eq!(sign_in(&customer, ANNA, PASSWORD).await.status, 200);
    let logged: i64 = app
        .one("select count(*) from orion.audit_log where action in ('customers.locked', 'customers.unlocked') and actor_name = 'Claire Lumière'")
        .await;
    assert_eq!(logged, 2);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_team_sends_links_and_ends_sessions_and_never_sees_a_link() {
    let app = TestApp::start().await;
    let (owner, customer) = (app.member(OWNER, STORE).await, app.customer(ANNA, STORE).await);
    let id = anna(&app).await.to_string();
    assert_eq!(office(&owner, "sign_out_customer", &id).await.status, 200);
    assert_eq!(email_of(&customer).await, None);
    let sent = office(&owner, "send_reset_link", &id).await;
    assert!(sent.status == 200 && !sent.shows("token"), "{sent:?}");
    let token = app.mailed_token(ANNA, "/account/new-password?token=").await;
    let fields = [("token", token.as_str()), ("password", "véier Wierder ouni Reim")];
    assert_eq!(customer.call(&door("reset_password"), &fields).await.status, 200);
    let (staff, stranger) = (app.member(STAFF, STORE).await, app.member("owner@minett.test", "kaffi").await);
    for name in ["lock_customer", "unlock_customer", "send_reset_link", "sign_out_customer"] {
        assert_eq!(office(&stranger, name, &id).await.error(), AppError::not_found(), "{name}");
        assert_eq!(office(&staff, name, &id).await.error(), AppError::forbidden(), "{name}");
    }
    assert_eq!(email_of(&customer).await.as_deref(), Some(ANNA));
    app.stop().await;
}
