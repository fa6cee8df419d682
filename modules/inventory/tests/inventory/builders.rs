//! Shelves to test with.

use orion_contracts::{
    VariantId,
    stock::{Availability, Stock, StockLine},
};
use orion_kernel::{AppError, Locale};
use orion_runtime::{Ctx, jobs::JobScope};
use orion_testing::TestApp;
use time::Duration;
use uuid::Uuid;

pub const STORE: &str = "lumiere";
pub const OWNER: &str = "owner@lumiere.test";

/// A context in a store of the demo.
pub async fn ctx_of(app: &TestApp, code: &str) -> Ctx {
    let directory = app.app.directory();
    let platform = directory.platforms(&app.app).await.expect("platforms").remove(0);
    let store = directory.store_by_code(&app.app, &platform, code).await.expect("stores").expect("the store");
    let scope = JobScope {
        platform_id: platform.id,
        merchant_id: Some(store.merchant_id),
        store_id: Some(store.id),
        locale: Locale::En,
    };
    Ctx::for_job(&app.app, &scope, "test").await.expect("a context")
}

/// Three variants of the test's store.
pub async fn variants(app: &TestApp) -> [VariantId; 3] {
    let ids: Vec<Uuid> = app
        .one(
            "select array(select v.id from catalog.variants v join tenancy.stores s on s.id = v.store_id
             where s.code = 'lumiere' order by v.id limit 3)",
        )
        .await;
    [VariantId(ids[0]), VariantId(ids[1]), VariantId(ids[2])]
}

pub fn line(variant_id: VariantId, quantity: i64) -> StockLine {
    StockLine { variant_id, quantity }
}

/// Somebody who holds stock.
pub fn somebody(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// Puts this many on the shelf.
pub async fn put(ctx: &Ctx, variant: VariantId, quantity: i64) {
    let mut tx = ctx.begin().await.expect("a transaction");
    ctx.port::<dyn Stock>().set_on_hand(&mut tx, &[(variant, Some(quantity))], "test").await.expect("set");
    tx.commit().await.expect("committed");
}

/// Holds stock for some minutes from now, or until some minutes ago.
pub async fn reserve(ctx: &Ctx, owner: Uuid, lines: &[StockLine], minutes: i64) -> Result<(), AppError> {
    let mut tx = ctx.begin().await?;
    let until = ctx.now() + Duration::minutes(minutes);
    // Committed either way: a refusal must not have changed anything.
    let outcome = ctx.port::<dyn Stock>().reserve(&mut tx, owner, lines, until).await;
    tx.commit().await?;
    outcome
}

pub async fn claim(ctx: &Ctx, owner: Uuid, lines: &[StockLine]) -> Result<(), AppError> {
    let mut tx = ctx.begin().await?;
    let outcome = ctx.port::<dyn Stock>().claim(&mut tx, owner, lines, "1001").await;
    tx.commit().await?;
    outcome
}

pub async fn release(ctx: &Ctx, owner: Uuid) {
    let mut tx = ctx.begin().await.expect("a transaction");
    ctx.port::<dyn Stock>().release(&mut tx, owner).await.expect("released");
    tx.commit().await.expect("committed");
}

/// How many can be bought; nothing for a variant that does not exist there.
pub async fn available(ctx: &Ctx, variant: VariantId) -> Option<Availability> {
    let mut tx = ctx.begin().await.expect("a transaction");
    let found = ctx.port::<dyn Stock>().availability(&mut tx, &[variant]).await.expect("stock");
    found.get(&variant).copied()
}

/// What a refusal says there is of a variant.
pub fn left(error: &AppError, variant: VariantId) -> Option<&str> {
    assert_eq!(error.code, "out_of_stock");
    let field = error.fields.iter().find(|field| field.field == variant.to_string())?;
    field.params.iter().find(|(name, _)| name == "available").map(|(_, value)| value.as_str())
}

/// Every variant's ledger makes what is on hand, and its holds what is reserved.
pub async fn assert_books_balance(app: &TestApp) {
    let wrong: i64 = app
        .one(
            "select count(*) from inventory.stock_levels l
             where on_hand <> (select coalesce(sum(delta), 0) from inventory.movements m
                               where m.store_id = l.store_id and m.variant_id = l.variant_id)
                or reserved <> (select coalesce(sum(quantity), 0) from inventory.reservations r
                                where r.store_id = l.store_id and r.variant_id = l.variant_id)",
        )
        .await;
    assert_eq!(wrong, 0);
}
