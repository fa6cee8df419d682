//! What the checkout asks of the database.

use orion_runtime::database::count_statements;
use orion_testing::TestApp;

use crate::builders::{CUSTOMER, STORE, add, call, form, offer, order_at, other_variant, shopper_with, variant};

#[tokio::test(flavor = "multi_thread")]
async fn ordering_asks_at_most_fifteen_things() {
    let app = TestApp::start_without_workers().await;
    let (variant, other) = (variant(&app, 20).await, other_variant(&app, 20).await);
    // Settings and directories are read once and kept.
    let earlier = shopper_with(&app, variant, 1).await;
    let (total, shipping) = offer(&earlier).await;
    order_at(&earlier, "transfer", &total, &shipping).await;
    for (payment, next) in [("transfer", "/complete/"), ("card", "/pay/")] {
        // Finding out who a customer is takes two, as for everything they do.
        for (shopper, identified_by) in [(app.shopper(STORE), 0), (app.customer(CUSTOMER, STORE).await, 2)] {
            add(&shopper, variant, 2).await;
            add(&shopper, other, 1).await;
            let (total, shipping) = offer(&shopper).await;
            let filled = form(payment, &total, &shipping);
            let (answer, count, statements) = count_statements(call(&shopper, &filled)).await;
            assert!(answer.location.as_deref().is_some_and(|path| path.contains(next)), "{answer:?}");
            assert!(count <= 15 + identified_by, "{payment}: {count} statements: {statements:#?}");
        }
    }
    app.stop().await;
}
