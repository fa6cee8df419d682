//! What customers see of what they bought.

use orion_contracts::orders::{NewOrder, PlacedOrder};
use orion_kernel::CustomerId;
use orion_runtime::Ctx;
use orion_testing::{Actor, TestApp};
use serde_json::Value;
use uuid::Uuid;

use crate::builders::{OWNER, STORE, line_ids, new_order, place, send, store_ctx};

const ANNA: &str = "anna@example.test";
const MINE: &str = "/api/v1/storefront/orders/my_orders";

/// An order of Anna's.
async fn hers(app: &TestApp, ctx: &Ctx) -> PlacedOrder {
    let anna: Uuid = app.one("select id from customers.customers where email = 'anna@example.test'").await;
    place(ctx, NewOrder { customer_id: Some(CustomerId(anna)), ..new_order(ctx) }).await
}

/// Somebody with an account of today.
async fn newcomer(app: &TestApp) -> Actor {
    let shopper = app.shopper(STORE);
    app.register(&shopper, "zoe@example.test", "gréngen Hond op der Strooss").await;
    shopper
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_has_everything_of_ones_own_and_leads_on() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let anna = app.customer(ANNA, STORE).await;
    let before: Vec<Value> = anna.call(MINE, &[]).await.value();
    let placed = hers(&app, &ctx).await;
    let guests = place(&ctx, new_order(&ctx)).await;
    let orders: Vec<Value> = anna.call(MINE, &[]).await.value();
    assert_eq!(orders.len(), before.len() + 1);
    assert_eq!(orders[0]["number"].to_string(), placed.number, "the newest first");
    let of_anna: i64 = app
        .one(
            "select count(*) from orders.orders o join customers.customers c on c.id = o.customer_id
             where c.email = 'anna@example.test'",
        )
        .await;
    assert_eq!(i64::try_from(orders.len()).ok(), Some(of_anna));

    let page = anna.get("/account/orders").await;
    let link = format!("href=\"/orders/{}\"", placed.number);
    for said in [link.as_str(), "2 × Bougie &lt;Tilleul&gt;, 1 × Vase", "102,90\u{a0}€", "href=\"/account\""] {
        assert!(page.status == 200 && page.shows(said), "{said}: {page:?}");
    }
    assert!(!page.shows(&format!("/orders/{}\"", guests.number)));
    let owner = app.member(OWNER, STORE).await;
    let lines = line_ids(&owner, &placed).await;
    assert_eq!(send(&owner, placed.id, &[(&lines[0], "2"), (&lines[1], "1")]).await.status, 200);
    let details = anna.get(&format!("/orders/{}", placed.number)).await;
    for said in ["Bougie &lt;Tilleul&gt;", "1, rue du Test", "LU1", "https://tracking.example/LU1", "/account/orders"] {
        assert!(details.status == 200 && details.shows(said), "{said}: {details:?}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn anothers_orders_do_not_exist() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let placed = hers(&app, &ctx).await;
    let zoe = newcomer(&app).await;
    assert_eq!(zoe.call(MINE, &[]).await.value::<Vec<Value>>(), Vec::<Value>::new());
    let empty = zoe.get("/account/orders").await;
    assert!(empty.status == 200 && !empty.shows("Bougie &lt;"), "{empty:?}");
    let chloe = app.customer("chloe@example.test", "kaffi").await;
    for stranger in [&zoe, &chloe, &app.shopper(STORE)] {
        let page = stranger.get(&format!("/orders/{}", placed.number)).await;
        assert!(page.status == 404 && !page.shows("Wagner"), "{page:?}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_not_signed_in_is_shown_the_door() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    let page = shopper.get("/account/orders").await;
    assert!(page.status == 200 && page.shows("/account/sign-in?next=/account/orders"), "{page:?}");
    assert_eq!(shopper.call(MINE, &[]).await.status, 401);
    let fields = [("email", ANNA), ("password", "demo-orion-2026"), ("next", "/account/orders")];
    let next = shopper.call("/api/v1/storefront/customers/sign_in", &fields).await;
    assert_eq!(next.location.as_deref(), Some("/account/orders"));
    app.stop().await;
}
