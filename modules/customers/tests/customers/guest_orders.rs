//! Orders that were placed without an account find their customer, once the mailbox has shown whose they are.

use orion_contracts::{
    CheckoutId, VariantId,
    customers::Address,
    orders::{NewOrder, NewOrderLine, Orders, PlacedOrder},
    payments::{NewPayment, Payments},
};
use orion_kernel::{BasisPoints, Currency, Locale, Money};
use orion_runtime::{Ctx, jobs::JobScope};
use orion_testing::{Actor, TestApp};
use serde_json::Value;
use uuid::Uuid;

use crate::builders::{ANNA, PASSWORD, STORE, ask, confirm, door, registration_token, rest, sign_in, store_ctx};

const ZOE: &str = "zoe.klein@example.test";
const GOOD: &str = "gréngen Hond op der Strooss";

/// A guest orders.
async fn order(ctx: &Ctx, email: &str) -> (CheckoutId, PlacedOrder) {
    let euro = |minor| Money::new(minor, Currency::EUR);
    let checkout_id: CheckoutId = ctx.new_id();
    let address = Address {
        first_name: "Zoé".to_owned(),
        last_name: "Klein".to_owned(),
        line1: "7, rue du Guest".to_owned(),
        postcode: "L-7777".to_owned(),
        city: "Mersch".to_owned(),
        country: "LU".to_owned(),
        ..Address::default()
    };
    let line = NewOrderLine {
        variant_id: VariantId(Uuid::from_u128(7)),
        title: "Vase".to_owned(),
        variant_title: String::new(),
        sku: "V".to_owned(),
        quantity: 1,
        unit_price: euro(2_000),
        image_url: None,
    };
    let order = NewOrder {
        checkout_id,
        customer_id: None,
        email: email.to_owned(),
        locale: Locale::Fr,
        shipping_address: address.clone(),
        billing_address: address,
        lines: vec![line],
        shipping_name: "Post".to_owned(),
        shipping: euro(500),
        tax_rate: BasisPoints(1_700),
        tax: euro(363),
        total: euro(2_500),
        payment_name: "Virement".to_owned(),
        payment_id: None,
        is_paid: false,
        note: String::new(),
    };
    let mut tx = ctx.begin().await.expect("a transaction");
    let placed = ctx.port::<dyn Orders>().place(&mut tx, order).await.expect("placed");
    tx.commit().await.expect("committed");
    (checkout_id, placed)
}

/// A context in another merchant's store.
async fn elsewhere(app: &TestApp) -> Ctx {
    let platform = app.app.directory().platforms(&app.app).await.expect("platforms").remove(0);
    let store = app.app.directory().store_by_code(&app.app, &platform, "kaffi").await.expect("stores").expect("kaffi");
    let scope = JobScope {
        platform_id: platform.id,
        merchant_id: Some(store.merchant_id),
        store_id: Some(store.id),
        locale: Locale::Fr,
    };
    Ctx::for_job(&app.app, &scope, "test").await.expect("a context")
}

async fn numbers(actor: &Actor) -> Vec<String> {
    let account: Value = actor.call(&door("account"), &[]).await.value();
    let orders = account["orders"].as_array().cloned().unwrap_or_default();
    orders.iter().filter_map(|order| order["number"].as_str().map(str::to_owned)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn they_are_attached_after_confirming_and_in_this_store_alone() {
    let app = TestApp::start().await;
    let (_, here) = order(&store_ctx(&app).await, "Zoe.Klein@example.test").await;
    order(&elsewhere(&app).await, ZOE).await;
    let shopper = app.shopper(STORE);
    ask(&shopper, ZOE).await;
    let token = registration_token(&app, ZOE).await;
    rest(&app).await;
    let attached =
        "select count(*) from orders.orders where lower(email) = 'zoe.klein@example.test' and customer_id is not null";
    assert_eq!(app.one::<i64>(attached).await, 0, "registering alone shows nothing");
    assert_eq!(confirm(&shopper, &token, GOOD).await.status, 200);
    app.until("the order", || async { (app.one::<i64>(attached).await == 1).then_some(()) }).await;
    rest(&app).await;
    assert_eq!(app.one::<i64>(attached).await, 1, "the other store's stays a guest's");
    assert_eq!(numbers(&shopper).await, std::slice::from_ref(&here.number));
    assert_eq!(shopper.get(&format!("/orders/{}", here.number)).await.status, 200);

    let (_, later) = order(&store_ctx(&app).await, ZOE).await;
    rest(&app).await;
    assert_eq!(numbers(&shopper).await, [later.number, here.number], "and what is ordered without signing in later");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_a_password_confirms_too_and_twice_changes_nothing() {
    let app = TestApp::start().await;
    order(&store_ctx(&app).await, ZOE).await;
    let shopper = app.shopper(STORE);
    ask(&shopper, ZOE).await;
    registration_token(&app, ZOE).await;
    assert_eq!(shopper.call(&door("request_reset"), &[("email", ZOE)]).await.status, 200);
    let token = app.mailed_token(ZOE, "/account/new-password?token=").await;
    let fields = [("token", token.as_str()), ("password", GOOD)];
    assert_eq!(shopper.call(&door("reset_password"), &fields).await.status, 200);
    app.until("the order", || async { (!numbers(&shopper).await.is_empty()).then_some(()) }).await;
    assert_eq!(sign_in(&app.shopper(STORE), ZOE, GOOD).await.status, 200);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_after_ordering_keeps_name_and_address() {
    let app = TestApp::start().await;
    let (checkout, placed) = order(&store_ctx(&app).await, ZOE).await;
    let shopper = app.shopper(STORE);
    let id = checkout.to_string();
    let asked = shopper.call(&door("register_after_checkout"), &[("checkout", &id)]).await;
    let other = app.shopper("kaffi").call(&door("register_after_checkout"), &[("checkout", &id)]).await;
    assert_eq!((asked.status, &asked.body, &asked.location), (other.status, &other.body, &other.location));
    let token = registration_token(&app, ZOE).await;
    assert_eq!(confirm(&shopper, &token, GOOD).await.status, 200);
    let page = shopper.get("/account").await;
    assert!(page.shows("Zoé") && page.shows("7, rue du Guest"), "{page:?}");
    app.until("the order", || async { (numbers(&shopper).await == [placed.number.clone()]).then_some(()) }).await;
    app.stop().await;
}

/// Somebody begins to pay.
async fn pay(ctx: &Ctx, email: &str) {
    let mut tx = ctx.begin().await.expect("a transaction");
    let payment = NewPayment {
        checkout_id: ctx.new_id(),
        amount: Money::new(4_200, Currency::EUR),
        method: "transfer".to_owned(),
        return_url: ctx.scope().absolute("/thanks"),
        cancel_url: ctx.scope().absolute("/checkout"),
        locale: Locale::Fr,
        email: email.to_owned(),
    };
    ctx.port::<dyn Payments>().start(&mut tx, payment).await.expect("starts");
    tx.commit().await.expect("commits");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_their_account_deleted_leaves_orders_without_a_name() {
    let app = TestApp::start().await;
    let anna = app.customer(ANNA, STORE).await;
    let data = anna.get("/account/data.json").await;
    assert!(data.status == 200 && data.shows(ANNA) && data.shows("22, rue de Strasbourg"), "{data:?}");
    assert_eq!(app.shopper(STORE).get("/account/data.json").await.status, 401);
    let hers = numbers(&anna).await.len();
    let finished: i64 = app
        .one(
            "select count(*) from orders.orders o join customers.customers c on c.id = o.customer_id
             where c.email = 'anna@example.test' and o.status <> 'open'",
        )
        .await;
    let kept_by_address = || {
        app.one::<i64>(
            "select (select count(*) from payments.payments where store_id = s.id and email = 'anna@example.test')
                  + (select count(*) from messaging.outbox where store_id = s.id and recipient = 'anna@example.test')
             from tenancy.stores s where s.code = 'lumiere'",
        )
    };
    pay(&store_ctx(&app).await, ANNA).await;
    anna.call(&door("request_reset"), &[("email", ANNA)]).await;
    rest(&app).await;
    assert!(kept_by_address().await > 1);
    let delete = async |password: &str, sure: &str| {
        let fields = [("current_password", password), ("is_sure", sure)];
        anna.call(&door("delete_account"), &fields).await
    };
    assert_eq!(delete(PASSWORD, "false").await.error().fields[0].field, "is_sure");
    assert_eq!(delete("wrong", "true").await.error().fields[0].code, "wrong_password");
    let gone = delete(PASSWORD, "true").await;
    assert_eq!(gone.location.as_deref(), Some("/account/sign-in?deleted=true"), "{gone:?}");
    assert_eq!(anna.call(&door("profile"), &[]).await.status, 401);
    assert_eq!(sign_in(&anna, ANNA, PASSWORD).await.error().code, "wrong_credentials");
    rest(&app).await;
    let left: i64 = app.one("select count(*) from orders.orders where email = '' and customer_name = ''").await;
    let named: i64 = app
        .one(
            "select count(*) from orders.orders where email = 'anna@example.test' and status <> 'open'
               and store_id = (select id from tenancy.stores where code = 'lumiere')",
        )
        .await;
    assert_eq!((left, named), (finished, 0), "of {hers}");
    assert!(kept_by_address().await <= 1, "the mail that says so may be the last");
    app.stop().await;
}
