//! Ordering on a promise: one transaction, whichever step of it the power goes at.

use futures::future::join_all;

use crate::{
    books::{Books, assert_all_done, assert_consistent},
    installation::Installation,
    shopper::{Shopper, count_shelf},
};

const STEPS: [&str; 7] = [
    "checkout.after_keep",
    "checkout.after_start",
    "checkout.after_place",
    "checkout.after_claim",
    "checkout.after_complete",
    "checkout.before_commit",
    "checkout.after_commit",
];

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_placed_once_at_whichever_step_the_program_dies() {
    let shop = Installation::create().await;
    let variant = variant(&shop, 50).await;
    for (before, step) in (0..).zip(STEPS) {
        let program = shop.start_to_die_at(step).await;
        let shopper = Shopper::with_one(&shop, &variant).await;
        assert_eq!(shopper.order("transfer").await, None, "{step}: the shop dies before it answers");
        program.died(step).await;
        let is_placed = step == "checkout.after_commit";
        assert_eq!(Books::of(&shop).await, Books::promised(before + i64::from(is_placed)), "{step}");
        assert_consistent(&shop, step).await;

        let program = shop.start().await;
        let thanks = shopper.order("transfer").await.expect("the shop answers");
        assert!(thanks.contains("/checkout/complete/") && shopper.sees_order(&thanks).await, "{step}: {thanks}");
        assert_eq!(Books::of(&shop).await, Books::promised(before + 1), "{step}");
        assert_consistent(&shop, step).await;
        program.kill().await;
    }
    let program = shop.start().await;
    assert_all_done(&shop).await;
    program.kill().await;
    shop.remove().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crowd_loses_nothing_when_the_program_is_killed_among_them() {
    let shop = Installation::create().await;
    let variant = variant(&shop, 20).await;
    let program = shop.start().await;
    let crowd = join_all((0..30).map(|_| Shopper::with_one(&shop, &variant))).await;
    let ordering = join_all(crowd.iter().map(|shopper| shopper.order("transfer")));
    let killing = async {
        shop.until("some orders", || async { Books::of(&shop).await.orders >= 5 }).await;
        program.kill().await;
    };
    let (answers, ()) = futures::future::join(ordering, killing).await;
    assert_consistent(&shop, "killed").await;
    let told = answers.iter().flatten().filter(|place| place.contains("/complete/")).count();
    assert!(told <= usize::try_from(Books::of(&shop).await.orders).expect("a count"), "who was told has an order");

    let program = shop.start().await;
    // All at once again, on caches that are cold.
    let answers = join_all(crowd.iter().map(|shopper| shopper.order("transfer"))).await;
    let placed = answers.iter().flatten().filter(|place| place.contains("/complete/")).count();
    let placed = i64::try_from(placed).expect("a count");
    assert_eq!(placed, 20, "as many as there were goods for");
    assert_eq!(Books::of(&shop).await, Books::promised(20));
    assert_consistent(&shop, "finished").await;
    assert_all_done(&shop).await;
    program.kill().await;
    shop.remove().await;
}

/// A variant that is sent, with this many on the shelf.
pub async fn variant(shop: &Installation, quantity: i64) -> String {
    let id: String = shop
        .one(
            "select v.id::text from catalog.variants v
             join catalog.products p on p.store_id = v.store_id and p.id = v.product_id
             join tenancy.stores s on s.id = v.store_id
             where s.code = 'lumiere' and p.status = 'published' and v.requires_shipping
                 and v.price_minor between 1000 and 5000
             order by v.id limit 1",
        )
        .await;
    let program = shop.start().await;
    count_shelf(shop, &id, quantity).await;
    program.kill().await;
    id
}
