//! Orders to test with, placed as the checkout places them.

use orion_contracts::{
    CheckoutId, OrderId, VariantId,
    customers::Address,
    orders::{NewOrder, NewOrderLine, Orders, PlacedOrder},
};
use orion_kernel::{BasisPoints, Currency, Locale, Money};
use orion_runtime::{Ctx, jobs::JobScope};
use orion_testing::{Actor, TestApp};
use serde_json::Value;
use uuid::Uuid;

pub const STORE: &str = "lumiere";
pub const OWNER: &str = "owner@lumiere.test";
pub const STAFF: &str = "staff@lumiere.test";

/// A context in the test's store.
pub async fn store_ctx(app: &TestApp) -> Ctx {
    let directory = app.app.directory();
    let platform = directory.platforms(&app.app).await.expect("platforms").remove(0);
    let store = directory.store_by_code(&app.app, &platform, STORE).await.expect("stores").expect("the store");
    let scope = JobScope {
        platform_id: platform.id,
        merchant_id: Some(store.merchant_id),
        store_id: Some(store.id),
        locale: Locale::Fr,
    };
    Ctx::for_job(&app.app, &scope, "test").await.expect("a context")
}

/// An order of two lines, paid, of somebody without an account.
pub fn new_order(ctx: &Ctx) -> NewOrder {
    let line = |title: &str, quantity, minor| NewOrderLine {
        variant_id: ctx.new_id::<VariantId>(),
        title: title.to_owned(),
        variant_title: String::new(),
        sku: "SKU-1".to_owned(),
        quantity,
        unit_price: Money::new(minor, Currency::EUR),
        image_url: None,
    };
    let address = Address {
        first_name: "Léa".to_owned(),
        last_name: "Wagner".to_owned(),
        line1: "1, rue du Test".to_owned(),
        postcode: "L-1111".to_owned(),
        city: "Luxembourg".to_owned(),
        country: "LU".to_owned(),
        ..Address::default()
    };
    NewOrder {
        checkout_id: ctx.new_id::<CheckoutId>(),
        customer_id: None,
        email: "lea.wagner@example.com".to_owned(),
        locale: Locale::De,
        shipping_address: address.clone(),
        billing_address: address,
        lines: vec![line("Bougie <Tilleul>", 2, 2_400), line("Vase", 1, 4_900)],
        shipping_name: "Standard".to_owned(),
        shipping: Money::new(590, Currency::EUR),
        tax_rate: BasisPoints(1_700),
        tax: Money::new(1_495, Currency::EUR),
        total: Money::new(10_290, Currency::EUR),
        payment_name: "Karte".to_owned(),
        payment_id: None,
        is_paid: true,
        note: String::new(),
    }
}

/// Places an order and commits.
pub async fn place(ctx: &Ctx, order: NewOrder) -> PlacedOrder {
    let mut tx = ctx.begin().await.expect("a transaction");
    let placed = ctx.port::<dyn Orders>().place(&mut tx, order).await.expect("placed");
    tx.commit().await.expect("committed");
    placed
}

/// The order's page in the back office, as its server function answers.
pub async fn page(member: &Actor, placed: &PlacedOrder) -> Value {
    member.call("/api/v1/store/orders/read_order_page", &[("number", &placed.number)]).await.value()
}

/// The ids of an order's lines, in order.
pub async fn line_ids(member: &Actor, placed: &PlacedOrder) -> Vec<String> {
    let page = page(member, placed).await;
    let lines = page["order"]["lines"].as_array().expect("lines").iter();
    lines.map(|line| line["id"].as_str().expect("an id").to_owned()).collect()
}

/// Sends so many of each line.
pub async fn send(member: &Actor, order: OrderId, lines: &[(&str, &str)]) -> orion_testing::Answer {
    let order = order.to_string();
    let names: Vec<_> =
        (0..lines.len()).map(|index| (format!("lines[{index}][id]"), format!("lines[{index}][quantity]"))).collect();
    let mut fields = vec![
        ("order", order.as_str()),
        ("carrier", "POST"),
        ("tracking_number", "LU1"),
        ("tracking_url", "https://tracking.example/LU1"),
    ];
    for ((id, quantity), (id_name, quantity_name)) in lines.iter().zip(&names) {
        fields.push((id_name, id));
        fields.push((quantity_name, quantity));
    }
    member.call("/api/v1/store/orders/fulfil_order", &fields).await
}

/// Calls an order off.
pub async fn cancel(member: &Actor, order: OrderId, restock: bool) -> orion_testing::Answer {
    let order = order.to_string();
    let mut fields = vec![("order", order.as_str()), ("reason", "customer")];
    if restock {
        fields.push(("restock", "true"));
    }
    member.call("/api/v1/store/orders/cancel_order", &fields).await
}

/// An id nothing has.
pub fn unknown_order() -> OrderId {
    OrderId(Uuid::from_u128(1))
}
