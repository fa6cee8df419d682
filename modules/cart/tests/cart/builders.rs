//! Carts to test with.

use orion_contracts::{VariantId, stock::Stock};
use orion_kernel::Locale;
use orion_runtime::{Ctx, jobs::JobScope};
use orion_testing::{Actor, Answer, TestApp};
use serde_json::Value;
use uuid::Uuid;

pub const STORE: &str = "lumiere";

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

/// Two variants of the test's store, with 50 of each on the shelf.
pub async fn variants(app: &TestApp) -> [VariantId; 2] {
    let ids: Vec<Uuid> = app
        .one(
            "select array(select v.id from catalog.variants v
             join catalog.products p on p.store_id = v.store_id and p.id = v.product_id and p.status = 'published'
             join tenancy.stores s on s.id = v.store_id where s.code = 'lumiere' order by v.id limit 2)",
        )
        .await;
    let found = [VariantId(ids[0]), VariantId(ids[1])];
    for variant in found {
        put(app, variant, 50).await;
    }
    found
}

/// Puts this many on the shelf.
pub async fn put(app: &TestApp, variant: VariantId, quantity: i64) {
    let ctx = store_ctx(app).await;
    let mut tx = ctx.begin().await.expect("a transaction");
    ctx.port::<dyn Stock>().set_on_hand(&mut tx, &[(variant, Some(quantity))], "test").await.expect("set");
    tx.commit().await.expect("committed");
}

pub async fn add(actor: &Actor, variant: VariantId, quantity: i64) -> Answer {
    let (variant, quantity) = (variant.to_string(), quantity.to_string());
    actor.call("/api/v1/storefront/cart/add_line", &[("variant_id", &variant), ("quantity", &quantity)]).await
}

pub async fn cart(actor: &Actor) -> Value {
    actor.call("/api/v1/storefront/cart/show_cart", &[]).await.value()
}

/// How many of a variant are in the cart.
pub fn quantity_of(cart: &Value, variant: VariantId) -> Option<i64> {
    let lines = cart["lines"].as_array()?;
    lines.iter().find(|line| line["variant_id"] == variant.to_string())?["quantity"].as_i64()
}
