//! Money that goes back on the payment's own page, and what its order knows of it.

use orion_contracts::{
    CheckoutId, PaymentId, VariantId,
    customers::Address,
    orders::{NewOrder, NewOrderLine, Orders, PlacedOrder},
    payments::{NewPayment, Payments},
};
use orion_kernel::{BasisPoints, Currency, Locale, Money};
use orion_runtime::Ctx;
use orion_testing::{Actor, Answer, TestApp};
use serde_json::Value;

use crate::builders::{OWNER, STORE, store_ctx};

const TOTAL: i64 = 4_200;

/// An order whose money came by transfer.
async fn paid_order(app: &TestApp) -> (PaymentId, PlacedOrder) {
    let ctx = store_ctx(app).await;
    let checkout_id = ctx.new_id::<CheckoutId>();
    let mut tx = ctx.begin().await.expect("a transaction");
    let payment = NewPayment {
        checkout_id,
        amount: Money::new(TOTAL, Currency::EUR),
        method: "transfer".to_owned(),
        return_url: ctx.scope().absolute("/thanks"),
        cancel_url: ctx.scope().absolute("/checkout"),
        locale: Locale::Fr,
        email: "lea@example.test".to_owned(),
    };
    let payment = ctx.port::<dyn Payments>().start(&mut tx, payment).await.expect("starts").id;
    let order = ctx.port::<dyn Orders>().place(&mut tx, order(&ctx, checkout_id, payment)).await.expect("placed");
    tx.commit().await.expect("commits");
    app.until("the money", || async {
        let status: String = app
            .one(
                "select status from payments.payments where email = 'lea@example.test'
                 order by created_at desc limit 1",
            )
            .await;
        (status == "succeeded").then_some(())
    })
    .await;
    (payment, order)
}

fn order(ctx: &Ctx, checkout_id: CheckoutId, payment: PaymentId) -> NewOrder {
    NewOrder {
        checkout_id,
        customer_id: None,
        email: "lea@example.test".to_owned(),
        locale: Locale::Fr,
        shipping_address: Address::default(),
        billing_address: Address::default(),
        lines: vec![NewOrderLine {
            variant_id: ctx.new_id::<VariantId>(),
            title: "Vase".to_owned(),
            variant_title: String::new(),
            sku: String::new(),
            quantity: 1,
            unit_price: Money::new(TOTAL, Currency::EUR),
            image_url: None,
        }],
        shipping_name: "Standard".to_owned(),
        shipping: Money::new(0, Currency::EUR),
        tax_rate: BasisPoints(1_700),
        tax: Money::new(610, Currency::EUR),
        total: Money::new(TOTAL, Currency::EUR),
        payment_name: "Virement".to_owned(),
        payment_id: Some(payment),
        is_paid: true,
        note: String::new(),
    }
}

/// Sends money back on the payment's page.
async fn refund_payment(owner: &Actor, payment: PaymentId, amount: &str) -> Answer {
    let id = payment.to_string();
    let fields = [("payment", id.as_str()), ("amount", amount), ("reason", "broken")];
    owner.call("/api/v1/store/payments/refund_payment", &fields).await
}

/// Sends money back on the order's page.
async fn refund_order(owner: &Actor, order: &PlacedOrder, amount: &str) -> Answer {
    let id = order.id.to_string();
    let fields = [("order", id.as_str()), ("amount", amount), ("reason", "")];
    owner.call("/api/v1/store/orders/refund_order", &fields).await
}

/// What the order says went back, how it stands, and the refunds in its timeline, newest first.
async fn told(owner: &Actor, order: &PlacedOrder) -> (i64, String, Vec<i64>) {
    let page: Value = owner.call("/api/v1/store/orders/read_order_page", &[("number", &order.number)]).await.value();
    let timeline = page["timeline"].as_array().expect("a timeline").iter();
    let refunds = timeline.filter(|item| item["happening"]["kind"] == "refunded");
    let amounts = refunds.filter_map(|item| item["happening"]["amount"]["minor"].as_i64());
    let state = page["order"]["states"]["payment"].as_str().expect("a state").to_owned();
    (page["order"]["refunded"]["minor"].as_i64().expect("an amount"), state, amounts.collect())
}

/// What went back or is on its way, by the payment's own books.
async fn sent_back(app: &TestApp) -> i64 {
    app.one(
        "select coalesce(sum(r.amount_minor), 0)::bigint from payments.refunds r
         join payments.payments p on p.store_id = r.store_id and p.id = r.payment_id where p.email = 'lea@example.test'",
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_order_knows_what_went_back_on_the_payments_page() {
    let app = TestApp::start().await;
    let (payment, order) = paid_order(&app).await;
    let owner = app.member(OWNER, STORE).await;
    let part = refund_payment(&owner, payment, "12.00").await;
    assert_eq!(part.status, 200, "{part:?}");
    assert_eq!(told(&owner, &order).await, (1_200, "partly_refunded".to_owned(), vec![1_200]));
    let page = owner.get(&format!("/orders/{}", order.number)).await;
    assert!(page.status == 200 && page.shows("broken") && page.shows("Claire Lumière"), "{page:?}");
    assert!(page.shows(&format!("/payments/{payment}\"")), "it leads to its payment: {page:?}");
    let page = owner.get(&format!("/payments/{payment}")).await;
    assert!(page.shows(&format!("/orders/{}\"", order.number)) && page.shows(&order.name), "{page:?}");

    for wrong in ["30.01", "0", "-1", "x", ""] {
        assert_eq!(refund_payment(&owner, payment, wrong).await.error().fields[0].field, "amount", "{wrong}");
    }
    assert_eq!(told(&owner, &order).await.0, 1_200, "what was refused is not noted");

    assert_eq!(refund_payment(&owner, payment, "30").await.status, 200);
    assert_eq!(told(&owner, &order).await, (TOTAL, "refunded".to_owned(), vec![3_000, 1_200]));
    assert_eq!(refund_payment(&owner, payment, "0.01").await.error().code, "all_sent_back");
    assert_eq!(refund_order(&owner, &order, "0.01").await.error().code, "nothing_to_refund");
    assert_eq!(sent_back(&app).await, TOTAL);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_order_sends_back_itself_counts_once() {
    let app = TestApp::start().await;
    let (payment, order) = paid_order(&app).await;
    let owner = app.member(OWNER, STORE).await;
    assert_eq!(refund_order(&owner, &order, "10").await.status, 200);
    assert_eq!(told(&owner, &order).await, (1_000, "partly_refunded".to_owned(), vec![1_000]));
    assert_eq!(refund_payment(&owner, payment, "32").await.status, 200);
    assert_eq!(told(&owner, &order).await, (TOTAL, "refunded".to_owned(), vec![3_200, 1_000]));
    assert_eq!(sent_back(&app).await, TOTAL);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn both_pages_at_once_send_no_more_back_than_came() {
    let app = TestApp::start().await;
    let (payment, order) = paid_order(&app).await;
    let owner = app.member(OWNER, STORE).await;
    let answers = futures::future::join4(
        refund_payment(&owner, payment, "42"),
        refund_order(&owner, &order, "42"),
        refund_payment(&owner, payment, "42"),
        refund_order(&owner, &order, "42"),
    )
    .await;
    let mut statuses = [answers.0.status, answers.1.status, answers.2.status, answers.3.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409, 409, 409], "one wins, nobody waits for the other for good: {answers:?}");
    assert_eq!(told(&owner, &order).await, (TOTAL, "refunded".to_owned(), vec![TOTAL]));
    assert_eq!(sent_back(&app).await, TOTAL);
    app.stop().await;
}
