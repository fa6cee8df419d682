//! Sending money back.

use orion_contracts::orders::Orders;
use orion_kernel::{Currency, Money};
use orion_testing::TestApp;

use crate::builders::{OWNER, STORE, new_order, page, place, store_ctx};

#[tokio::test(flavor = "multi_thread")]
async fn no_more_goes_back_than_came() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let order = new_order(&ctx);
    let checkout = order.checkout_id;
    let placed = place(&ctx, order).await;
    let owner = app.member(OWNER, STORE).await;
    let id = placed.id.to_string();
    let refund = async |amount: &str| {
        owner.call("/api/v1/store/orders/refund_order", &[("order", &id), ("amount", amount), ("reason", "")]).await
    };
    assert_eq!(refund("2,90").await.status, 200);
    assert_eq!(page(&owner, &placed).await["order"]["states"]["payment"], "partly_refunded");
    for wrong in ["100.01", "0", "-1", "x"] {
        assert_eq!(refund(wrong).await.error().fields[0].field, "amount", "{wrong}");
    }
    let mut tx = ctx.begin().await.expect("a transaction");
    let money = Money::new(9_000, Currency::EUR);
    ctx.port::<dyn Orders>().note_refund(&mut tx, checkout, money, "by hand").await.expect("noted");
    tx.commit().await.expect("committed");
    assert_eq!(refund("10.00").await.status, 200);
    assert_eq!(page(&owner, &placed).await["order"]["states"]["payment"], "refunded");
    assert_eq!(refund("0.01").await.error().code, "nothing_to_refund");
    app.stop().await;
}
