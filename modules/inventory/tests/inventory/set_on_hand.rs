//! What is counted on the shelf.

use orion_contracts::stock::{Availability, Stock};
use orion_testing::TestApp;

use crate::builders::{
    STORE, assert_books_balance, available, claim, ctx_of, left, line, put, reserve, somebody, variants,
};

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_s_books_balance() {
    let app = TestApp::start().await;
    assert_books_balance(&app).await;
    let counted: i64 = app.one("select count(*) from inventory.stock_levels where is_counted and title <> ''").await;
    assert!(counted > 100, "{counted}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_less_is_on_the_shelf_than_is_held_the_latest_hold_is_dropped() {
    let app = TestApp::start().await;
    let ctx = ctx_of(&app, STORE).await;
    let [variant, ..] = variants(&app).await;
    put(&ctx, variant, 6).await;
    reserve(&ctx, somebody(1), &[line(variant, 3)], 5).await.expect("held");
    reserve(&ctx, somebody(2), &[line(variant, 3)], 10).await.expect("held");
    put(&ctx, variant, 4).await;
    assert_eq!(available(&ctx, variant).await, Some(Availability::Limited(1)));
    let refusal = claim(&ctx, somebody(2), &[line(variant, 3)]).await.expect_err("dropped");
    assert_eq!(left(&refusal, variant), Some("1"));
    claim(&ctx, somebody(1), &[line(variant, 3)]).await.expect("still held");
    assert_books_balance(&app).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_number_again_stays_out_of_the_ledger() {
    let app = TestApp::start().await;
    let ctx = ctx_of(&app, STORE).await;
    let [variant, ..] = variants(&app).await;
    put(&ctx, variant, 6).await;
    let entries = "select count(*) from inventory.movements";
    let before: i64 = app.one(entries).await;
    put(&ctx, variant, 6).await;
    assert_eq!(app.one::<i64>(entries).await, before);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_counted_is_sold_without_end() {
    let app = TestApp::start().await;
    let ctx = ctx_of(&app, STORE).await;
    let [variant, ..] = variants(&app).await;
    put(&ctx, variant, 6).await;
    reserve(&ctx, somebody(1), &[line(variant, 2)], 15).await.expect("held");
    let mut tx = ctx.begin().await.expect("a transaction");
    ctx.port::<dyn Stock>().set_on_hand(&mut tx, &[(variant, None)], "test").await.expect("set");
    tx.commit().await.expect("committed");
    assert_eq!(available(&ctx, variant).await, Some(Availability::Unlimited));
    claim(&ctx, somebody(1), &[line(variant, 500)]).await.expect("sold");
    assert_books_balance(&app).await;
    app.stop().await;
}
