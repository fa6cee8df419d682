//! A store and an order to write about.

use orion_contracts::{
    CheckoutId, VariantId,
    customers::Address,
    orders::{NewOrder, NewOrderLine, Orders, PlacedOrder},
};
use orion_kernel::{BasisPoints, Currency, Locale, Money};
use orion_runtime::{Ctx, jobs::JobScope};
use orion_testing::TestApp;

pub const STORE: &str = "lumiere";
pub const OWNER: &str = "owner@lumiere.test";
pub const BUYER: &str = "lea.wagner@example.com";

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

/// Places an order of a German speaker.
pub async fn place(ctx: &Ctx) -> PlacedOrder {
    let address = Address {
        first_name: "Léa".to_owned(),
        last_name: "Wagner".to_owned(),
        line1: "1, rue du Test".to_owned(),
        postcode: "L-1111".to_owned(),
        city: "Luxembourg".to_owned(),
        country: "LU".to_owned(),
        ..Address::default()
    };
    let order = NewOrder {
        checkout_id: ctx.new_id::<CheckoutId>(),
        customer_id: None,
        email: BUYER.to_owned(),
        locale: Locale::De,
        shipping_address: address.clone(),
        billing_address: address,
        lines: vec![NewOrderLine {
            variant_id: ctx.new_id::<VariantId>(),
            title: "Bougie <Tilleul>".to_owned(),
            variant_title: "Klein".to_owned(),
            sku: "SKU-1".to_owned(),
            quantity: 2,
            unit_price: Money::new(2_400, Currency::EUR),
            image_url: None,
        }],
        shipping_name: "Standard".to_owned(),
        shipping: Money::new(590, Currency::EUR),
        tax_rate: BasisPoints(1_700),
        tax: Money::new(783, Currency::EUR),
        total: Money::new(5_390, Currency::EUR),
        payment_name: "Karte".to_owned(),
        payment_id: None,
        is_paid: true,
        note: String::new(),
    };
    let mut tx = ctx.begin().await.expect("a transaction");
    let placed = ctx.port::<dyn Orders>().place(&mut tx, order).await.expect("placed");
    tx.commit().await.expect("committed");
    placed
}
