//! Paying on the provider's page: several transactions with the provider between them.

use crate::{
    books::{Books, assert_all_done, assert_consistent},
    by_transfer::variant,
    installation::Installation,
    shopper::{Shopper, press},
};

/// Pays; the provider's message never comes, so that the way back settles the payment.
const NEVER_TOLD: &str = "4000000000000127";

#[tokio::test(flavor = "multi_thread")]
async fn going_to_pay_survives_the_death_of_the_program_at_every_step() {
    let shop = Installation::create().await;
    let variant = variant(&shop, 50).await;
    let steps = [
        "checkout.after_keep",
        "checkout.after_start",
        "checkout.after_reserve",
        "checkout.before_commit",
        "checkout.after_commit",
        "payments.after_open",
    ];
    for (before, step) in (0..).zip(steps) {
        let program = shop.start_to_die_at(step).await;
        let shopper = Shopper::with_one(&shop, &variant).await;
        let pay = shopper.order("card").await;
        assert_eq!(pay.is_some(), step == "payments.after_open", "{step}: {pay:?}");
        if let Some(pay) = pay {
            assert_eq!(shopper.open(&pay).await, None, "{step}");
        }
        program.died(step).await;
        let is_begun = i64::from(["checkout.after_commit", "payments.after_open"].contains(&step));
        assert_eq!(Books::of(&shop).await, Books { held: is_begun, ..Books::paid(before) }, "{step}");
        assert_consistent(&shop, step).await;

        let program = shop.start().await;
        let pay = shopper.order("card").await.expect("the shop answers");
        let page = shopper.open(&pay).await.expect("the provider's page");
        let back = press(&shop, &page, NEVER_TOLD).await.expect("the provider leads back");
        let thanks = shopper.open(&back).await.expect("the shop leads on");
        assert!(shopper.sees_order(&thanks).await, "{step}: {thanks}");
        assert_eq!(Books::of(&shop).await, Books::paid(before + 1), "{step}");
        assert_consistent(&shop, step).await;
        program.kill().await;
    }
    let sessions: i64 = shop.one("select count(*) from payments.fake_sessions").await;
    assert_eq!(sessions, 6, "the provider opened one page for each payment");
    let program = shop.start().await;
    assert_all_done(&shop).await;
    program.kill().await;
    shop.remove().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn coming_back_paid_survives_the_death_of_the_program_at_every_step() {
    let shop = Installation::create().await;
    let variant = variant(&shop, 50).await;
    let steps = [
        "checkout.after_place",
        "checkout.after_claim",
        "checkout.after_complete",
        "payments.after_outcome",
        "payments.before_commit",
    ];
    for (before, step) in (0..).zip(steps) {
        let program = shop.start_to_die_at(step).await;
        let shopper = Shopper::with_one(&shop, &variant).await;
        let pay = shopper.order("card").await.expect("the shop answers");
        let page = shopper.open(&pay).await.expect("the provider's page");
        let back = press(&shop, &page, NEVER_TOLD).await.expect("the provider leads back");
        assert_eq!(shopper.open(&back).await, None, "{step}");
        program.died(step).await;
        let charged = Books { held: 1, charged: before + 1, ..Books::paid(before) };
        assert_eq!(Books::of(&shop).await, charged, "{step}: the money is taken, and nothing else has happened yet");
        assert_consistent(&shop, step).await;

        let program = shop.start().await;
        let thanks = shopper.open(&back).await.expect("the shop leads on");
        assert!(shopper.sees_order(&thanks).await, "{step}: {thanks}");
        assert_eq!(Books::of(&shop).await, Books::paid(before + 1), "{step}");
        assert_consistent(&shop, step).await;
        program.kill().await;
    }
    let program = shop.start().await;
    assert_all_done(&shop).await;
    program.kill().await;
    shop.remove().await;
}
