//! Two people who change an order at the same moment.

use orion_contracts::{
    VariantId,
    orders::{NewOrder, PlacedOrder},
    stock::{Availability, Stock},
};
use orion_runtime::Ctx;
use orion_testing::TestApp;
use uuid::Uuid;

use crate::builders::{OWNER, STAFF, STORE, cancel, line_ids, new_order, page, place, send, store_ctx};

async fn counted_variant(app: &TestApp) -> VariantId {
    let variant: Uuid = app
        .one(
            "select variant_id from inventory.stock_levels l join tenancy.stores s on s.id = l.store_id
             where s.code = 'lumiere' limit 1",
        )
        .await;
    VariantId(variant)
}

async fn on_the_shelf(ctx: &Ctx, variant: VariantId) -> i64 {
    let mut tx = ctx.begin().await.expect("a transaction");
    let found = ctx.port::<dyn Stock>().availability(&mut tx, &[variant]).await.expect("stock");
    match found.get(&variant) {
        Some(Availability::Limited(count)) => *count,
        other => panic!("counted stock, not {other:?}"),
    }
}

/// An order of two of a counted variant, and of one that is deleted since.
async fn place_counted(ctx: &Ctx, variant: VariantId) -> PlacedOrder {
    let mut order = new_order(ctx);
    order.lines[0].variant_id = variant;
    place(ctx, NewOrder { is_paid: true, ..order }).await
}

#[tokio::test(flavor = "multi_thread")]
async fn goods_go_back_once_however_many_cancel() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let variant = counted_variant(&app).await;
    let before = on_the_shelf(&ctx, variant).await;
    let placed = place_counted(&ctx, variant).await;
    let owner = app.member(OWNER, STORE).await;
    let answers = futures::future::join_all((0..4).map(|_| cancel(&owner, placed.id, true))).await;
    let mut statuses: Vec<_> = answers.iter().map(|answer| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409, 409, 409], "{answers:?}");
    assert_eq!(on_the_shelf(&ctx, variant).await, before + 2);
    let after = page(&owner, &placed).await;
    assert_eq!(after["order"]["refunded"]["minor"], 10_290, "and the money too");
    let entries = after["timeline"].as_array().expect("a timeline").iter();
    assert_eq!(entries.filter(|item| item["happening"]["kind"] == "cancelled").count(), 1);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_sent_does_not_go_back_on_the_shelf() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let variant = counted_variant(&app).await;
    let (owner, staff) = (app.member(OWNER, STORE).await, app.member(STAFF, STORE).await);
    for _ in 0..3 {
        let before = on_the_shelf(&ctx, variant).await;
        let placed = place_counted(&ctx, variant).await;
        let lines = line_ids(&owner, &placed).await;
        let all = [(lines[0].as_str(), "2"), (lines[1].as_str(), "1")];
        let (sent, cancelled) = tokio::join!(send(&staff, placed.id, &all), cancel(&owner, placed.id, true));
        let after = page(&owner, &placed).await;
        let (restocked, refunded, parcels) = match (sent.status, cancelled.status) {
            (200, 409) => (0, 0, 1),
            (409, 200) => (2, 10_290, 0),
            _ => panic!("one of both wins: {sent:?} {cancelled:?}"),
        };
        assert_eq!(on_the_shelf(&ctx, variant).await, before + restocked);
        assert_eq!(after["order"]["refunded"]["minor"], refunded);
        assert_eq!(after["order"]["parcels"].as_array().map(Vec::len), Some(parcels));
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn parts_that_are_sent_at_once_are_never_more_than_was_bought() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let placed = place(&ctx, new_order(&ctx)).await;
    let owner = app.member(OWNER, STORE).await;
    let lines = line_ids(&owner, &placed).await;
    let one = [(lines[0].as_str(), "1")];
    let answers = futures::future::join_all((0..4).map(|_| send(&owner, placed.id, &one))).await;
    let sent = answers.iter().filter(|answer| answer.status == 200).count();
    let refused = answers.iter().filter(|answer| answer.status == 422).count();
    assert_eq!((sent, refused), (2, 2), "{answers:?}");
    let order = page(&owner, &placed).await["order"].clone();
    assert_eq!((&order["lines"][0]["sent"], &order["states"]["fulfilment"]), (&2.into(), &"partly".into()));
    app.stop().await;
}
