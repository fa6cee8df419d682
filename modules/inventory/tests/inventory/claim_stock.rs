//! Selling what was held.

use orion_contracts::stock::{Availability, Stock};
use orion_testing::TestApp;

use crate::builders::{
    STORE, assert_books_balance, available, claim, ctx_of, left, line, put, reserve, somebody, variants,
};

#[tokio::test(flavor = "multi_thread")]
async fn what_was_held_is_sold_with_the_order_in_the_ledger() {
    let app = TestApp::start().await;
    let ctx = ctx_of(&app, STORE).await;
    let [variant, ..] = variants(&app).await;
    put(&ctx, variant, 5).await;
    reserve(&ctx, somebody(1), &[line(variant, 3)], 15).await.expect("held");
    assert_eq!(
        left(&claim(&ctx, somebody(2), &[line(variant, 3)]).await.expect_err("held by another"), variant),
        Some("2")
    );
    claim(&ctx, somebody(1), &[line(variant, 3)]).await.expect("sold");
    assert_eq!(available(&ctx, variant).await, Some(Availability::Limited(2)));
    let sold: i64 = app
        .one("select sum(delta)::bigint from inventory.movements where reason = 'sold' and reference = '1001' and balance = 2")
        .await;
    assert_eq!(sold, -3);
    let mut tx = ctx.begin().await.expect("a transaction");
    ctx.port::<dyn Stock>().restock(&mut tx, &[line(variant, 1)], "1001").await.expect("back on the shelf");
    tx.commit().await.expect("committed");
    assert_eq!(available(&ctx, variant).await, Some(Availability::Limited(3)));
    assert_books_balance(&app).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_that_expired_is_tried_again() {
    let app = TestApp::start().await;
    let ctx = ctx_of(&app, STORE).await;
    let [variant, ..] = variants(&app).await;
    put(&ctx, variant, 2).await;
    let lines = [line(variant, 2)];
    reserve(&ctx, somebody(1), &lines, -1).await.expect("held");
    reserve(&ctx, somebody(2), &lines, -1).await.expect("held");
    claim(&ctx, somebody(1), &lines).await.expect("nobody was faster");
    assert_eq!(left(&claim(&ctx, somebody(2), &lines).await.expect_err("too late"), variant), Some("0"));
    assert_books_balance(&app).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ledger_cannot_be_rewritten() {
    let app = TestApp::start().await;
    let ctx = ctx_of(&app, STORE).await;
    let mut tx = ctx.begin().await.expect("a transaction");
    let refused = sqlx::query("update inventory.movements set delta = 0").execute(tx.conn()).await;
    assert!(refused.is_err());
    drop(tx);
    app.stop().await;
}
