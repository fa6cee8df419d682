//! Holding stock while somebody pays.

use futures::future::join_all;
use orion_contracts::stock::{Availability, Stock};
use orion_runtime::ctx::begin_unscoped;
use orion_testing::TestApp;

use crate::builders::{
    STORE, assert_books_balance, available, claim, ctx_of, left, line, put, release, reserve, somebody, variants,
};

#[tokio::test(flavor = "multi_thread")]
async fn of_a_hundred_who_want_the_last_unit_one_gets_it() {
    let app = TestApp::start().await;
    let ctx = ctx_of(&app, STORE).await;
    let [variant, ..] = variants(&app).await;
    put(&ctx, variant, 1).await;
    let lines = [line(variant, 1)];
    let outcomes = join_all((0..100).map(|number| reserve(&ctx, somebody(number), &lines, 15))).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    for refusal in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
        assert_eq!(left(refusal, variant), Some("0"));
    }
    assert_eq!(available(&ctx, variant).await, Some(Availability::Limited(0)));
    assert_books_balance(&app).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_of_one_variant_share_its_stock() {
    let app = TestApp::start().await;
    let ctx = ctx_of(&app, STORE).await;
    let [variant, other, _] = variants(&app).await;
    put(&ctx, variant, 3).await;
    put(&ctx, other, 9).await;
    let bundle = [line(variant, 2), line(other, 1), line(variant, 2)];
    let refusal = reserve(&ctx, somebody(1), &bundle, 15).await.expect_err("too few");
    assert_eq!(left(&refusal, variant), Some("3"));
    assert_eq!(left(&refusal, other), None);
    assert_eq!(available(&ctx, other).await, Some(Availability::Limited(9)));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_hold_takes_the_place_of_the_old_one() {
    let app = TestApp::start().await;
    let ctx = ctx_of(&app, STORE).await;
    let [first, second, _] = variants(&app).await;
    put(&ctx, first, 5).await;
    put(&ctx, second, 5).await;
    reserve(&ctx, somebody(1), &[line(first, 5), line(second, 1)], 15).await.expect("held");
    reserve(&ctx, somebody(1), &[line(second, 5)], 15).await.expect("held");
    assert_eq!(available(&ctx, first).await, Some(Availability::Limited(5)));
    assert_eq!(available(&ctx, second).await, Some(Availability::Limited(0)));
    let mut tx = ctx.begin().await.expect("a transaction");
    let own = ctx.port::<dyn Stock>().availability_for(&mut tx, somebody(1), &[second]).await.expect("stock");
    assert_eq!(own[&second], Availability::Limited(5));
    drop(tx);
    release(&ctx, somebody(1)).await;
    release(&ctx, somebody(1)).await;
    assert_eq!(available(&ctx, second).await, Some(Availability::Limited(5)));
    assert_books_balance(&app).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_hold_stands_in_nobodys_way() {
    let app = TestApp::start().await;
    let ctx = ctx_of(&app, STORE).await;
    let [variant, other, _] = variants(&app).await;
    put(&ctx, variant, 2).await;
    put(&ctx, other, 2).await;
    reserve(&ctx, somebody(1), &[line(variant, 2), line(other, 2)], -1).await.expect("held");
    assert_eq!(available(&ctx, variant).await, Some(Availability::Limited(2)));
    reserve(&ctx, somebody(2), &[line(variant, 2)], 15).await.expect("what expired is free");
    assert_books_balance(&app).await;
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    let platforms = app.app.directory().platforms(&app.app).await.expect("the platforms");
    orion_inventory::server::release_expired(&mut tx, &platforms).await.expect("tidied up");
    tx.commit().await.expect("committed");
    let held: i64 = app.one("select count(*) from inventory.reservations where expires_at <= now()").await;
    assert_eq!(held, 0);
    assert_eq!(available(&ctx, variant).await, Some(Availability::Limited(0)));
    assert_books_balance(&app).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_store_s_stock_is_out_of_reach() {
    let app = TestApp::start().await;
    let (ctx, elsewhere) = (ctx_of(&app, STORE).await, ctx_of(&app, "bierger").await);
    let [variant, ..] = variants(&app).await;
    put(&ctx, variant, 4).await;
    assert_eq!(available(&elsewhere, variant).await, None);
    put(&elsewhere, variant, 50).await;
    let lines = [line(variant, 1)];
    reserve(&elsewhere, somebody(1), &lines, 15).await.expect("nothing is counted there, so nothing is held");
    claim(&elsewhere, somebody(1), &lines).await.expect("nothing to take");
    assert_eq!(available(&ctx, variant).await, Some(Availability::Limited(4)));
    assert_books_balance(&app).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn callers_who_name_variants_in_any_order_do_not_wait_for_each_other() {
    let app = TestApp::start().await;
    let ctx = ctx_of(&app, STORE).await;
    let ids = variants(&app).await;
    for id in ids {
        put(&ctx, id, 60).await;
    }
    let calls = (0..120_u128).map(|number| {
        let (ctx, owner) = (&ctx, somebody(number % 30));
        let [a, b, c] = if number % 2 == 0 { ids } else { [ids[2], ids[1], ids[0]] };
        async move {
            let lines = [line(a, 1), line(b, 2), line(c, 1)];
            let outcome = match number % 5 {
                0 | 1 => reserve(ctx, owner, &lines, 15).await,
                2 => reserve(ctx, owner, &lines[1..], -1).await,
                3 => claim(ctx, owner, &lines).await,
                _ => {
                    release(ctx, owner).await;
                    Ok(())
                }
            };
            if let Err(error) = outcome {
                assert_eq!(error.code, "out_of_stock", "no deadlock, no time-out");
            }
        }
    });
    join_all(calls).await;
    assert_books_balance(&app).await;
    app.stop().await;
}
