//! What goes on without the shopper: the provider's message, and money on its way back. Jobs of a killed worker are done by the
//! next one.

use crate::{
    books::{Books, assert_all_done, assert_consistent},
    by_transfer::variant,
    installation::Installation,
    shopper::{Shopper, count_shelf, press},
};

/// Pays; the browser never gets back to the shop, so that the provider's message alone settles the payment.
const BROWSER_CLOSES: &str = "4000000000000143";
/// Pays; the provider's message never comes.
const NEVER_TOLD: &str = "4000000000000127";

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_killed_the_program_comes_again_and_counts_once() {
    let shop = Installation::create().await;
    let variant = variant(&shop, 50).await;
    let step = "payments.before_webhook_commit";
    let program = shop.start_to_die_at(step).await;
    let shopper = Shopper::with_one(&shop, &variant).await;
    let pay = shopper.order("card").await.expect("the shop answers");
    let page = shopper.open(&pay).await.expect("the provider's page");
    press(&shop, &page, BROWSER_CLOSES).await;
    program.died(step).await;
    assert_eq!(Books::of(&shop).await, Books { held: 1, charged: 1, ..Books::paid(0) });
    assert_consistent(&shop, step).await;

    let program = shop.start().await;
    shop.until("the order", || async { Books::of(&shop).await == Books::paid(1) }).await;
    assert_consistent(&shop, step).await;
    assert_all_done(&shop).await;
    let noted: i64 = shop.one("select count(*) from payments.provider_events").await;
    assert_eq!(noted, 1);
    program.kill().await;
    shop.remove().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn money_that_goes_back_goes_back_once() {
    let shop = Installation::create().await;
    let variant = variant(&shop, 1).await;
    let step = "payments.after_refund";
    let program = shop.start_to_die_at(step).await;
    let shopper = Shopper::with_one(&shop, &variant).await;
    let pay = shopper.order("card").await.expect("the shop answers");
    let page = shopper.open(&pay).await.expect("the provider's page");
    // Somebody finds the last unit broken while it is being paid.
    count_shelf(&shop, &variant, 0).await;
    let back = press(&shop, &page, NEVER_TOLD).await.expect("the provider leads back");
    shopper.open(&back).await;
    program.died(step).await;
    let sent: i64 = shop.one("select count(*) from payments.refunds where status = 'succeeded'").await;
    let at_provider: i64 = shop.one("select count(*) from payments.fake_refunds").await;
    assert_eq!((sent, at_provider), (0, 1), "the provider has sent it, and we do not know yet");

    let program = shop.start().await;
    let sent = "select count(*) from payments.refunds where status = 'succeeded'";
    shop.until("the refund", || async { shop.one::<i64>(sent).await == 1 }).await;
    let at_provider: i64 = shop.one("select count(*) from payments.fake_refunds").await;
    assert_eq!((at_provider, Books::of(&shop).await), (1, Books::paid(0)));
    let owed: i64 = shop
        .one(
            "select coalesce(sum(credit_minor - debit_minor), 0)::bigint from payments.ledger_entries
             where account = 'customer'",
        )
        .await;
    assert_eq!(owed, 0, "nothing of it is left here");
    assert_consistent(&shop, step).await;
    assert_all_done(&shop).await;
    program.kill().await;
    shop.remove().await;
}
