//! Calling orders off.

use orion_contracts::{
    VariantId,
    orders::NewOrder,
    stock::{Availability, Stock},
};
use orion_kernel::{Currency, Money};
use orion_runtime::Ctx;
use orion_testing::TestApp;
use uuid::Uuid;

use crate::builders::{OWNER, STORE, cancel, new_order, page, place, store_ctx};

async fn available(ctx: &Ctx, variant: VariantId) -> Option<Availability> {
    let mut tx = ctx.begin().await.expect("a transaction");
    let found = ctx.port::<dyn Stock>().availability(&mut tx, &[variant]).await.expect("stock");
    found.get(&variant).copied()
}

#[tokio::test(flavor = "multi_thread")]
async fn goods_go_back_on_the_shelf_when_asked_to() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let variant: Uuid = app
        .one("select variant_id from inventory.stock_levels l join tenancy.stores s on s.id = l.store_id where s.code = 'lumiere' limit 1")
        .await;
    let variant = VariantId(variant);
    let Some(Availability::Limited(before)) = available(&ctx, variant).await else { panic!("counted stock") };
    let owner = app.member(OWNER, STORE).await;
    for (restock, expected) in [(false, before), (true, before + 2)] {
        let mut order = new_order(&ctx);
        order.lines[0].variant_id = variant;
        // The other line's variant does not exist any more.
        let placed = place(&ctx, order).await;
        assert_eq!(cancel(&owner, placed.id, restock).await.status, 200);
        assert_eq!(available(&ctx, variant).await, Some(Availability::Limited(expected)));
        assert_eq!(cancel(&owner, placed.id, restock).await.error().code, "order_cancelled");
        assert_eq!(available(&ctx, variant).await, Some(Availability::Limited(expected)));
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_paid_goes_back() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let owner = app.member(OWNER, STORE).await;
    let paid = place(&ctx, new_order(&ctx)).await;
    assert_eq!(cancel(&owner, paid.id, false).await.status, 200);
    let after = page(&owner, &paid).await;
    assert_eq!(after["order"]["refunded"]["minor"], 10_290);
    assert_eq!(after["order"]["states"]["payment"], "refunded");
    let unpaid = place(&ctx, NewOrder { is_paid: false, ..new_order(&ctx) }).await;
    assert_eq!(cancel(&owner, unpaid.id, false).await.status, 200);
    assert_eq!(page(&owner, &unpaid).await["order"]["refunded"]["minor"], 0);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cost_nothing_is_called_off_too() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let owner = app.member(OWNER, STORE).await;
    let nothing = Money::new(0, Currency::EUR);
    let mut order = NewOrder { shipping: nothing, tax: nothing, total: nothing, ..new_order(&ctx) };
    order.lines.iter_mut().for_each(|line| line.unit_price = nothing);
    let free = place(&ctx, order).await;
    let answer = cancel(&owner, free.id, false).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(cancel(&owner, free.id, false).await.error().code, "order_cancelled");
    app.stop().await;
}
