//! What must be right at any moment, whoever died when.

use crate::installation::Installation;

/// What a test's purchases have led to.
#[derive(Debug, PartialEq, Eq)]
pub struct Books {
    /// Orders that came from checkouts.
    pub orders: i64,
    /// Units of the variant sold.
    pub sold: i64,
    /// Units held.
    pub held: i64,
    /// Payments that brought money.
    pub paid: i64,
    /// Sessions that the provider took money for and did not give it back.
    pub charged: i64,
}

impl Books {
    /// After so many orders on a promise.
    pub const fn promised(orders: i64) -> Self {
        Self { orders, sold: orders, held: 0, paid: 0, charged: 0 }
    }

    /// After so many orders by card.
    pub const fn paid(orders: i64) -> Self {
        Self { orders, sold: orders, held: 0, paid: orders, charged: orders }
    }

    /// Reads them.
    pub async fn of(installation: &Installation) -> Self {
        Self {
            orders: installation
                .one(
                    "select count(*) from orders.orders o
                     join checkout.checkouts c on c.store_id = o.store_id and c.id = o.checkout_id",
                )
                .await,
            sold: installation
                .one("select coalesce(-sum(delta), 0)::bigint from inventory.movements where reason = 'sold'")
                .await,
            held: installation.one("select coalesce(sum(quantity), 0)::bigint from inventory.reservations").await,
            paid: installation.one("select count(*) from payments.payments where status = 'succeeded'").await,
            charged: installation
                .one(
                    "select count(*) from payments.fake_sessions s
                     where status = 'paid' and not exists (
                         select from payments.fake_refunds r where r.platform_id = s.platform_id and r.session_id = s.id
                     )",
                )
                .await,
        }
    }
}

/// The ledgers explain what there is: stock by its movements and holds, money by both of its sides, and every order has taken
/// its goods.
pub async fn assert_consistent(installation: &Installation, point: &str) {
    let stock: i64 = installation
        .one(
            "select count(*) from inventory.stock_levels l
             where on_hand <> (select coalesce(sum(delta), 0) from inventory.movements m
                               where m.store_id = l.store_id and m.variant_id = l.variant_id)
                or reserved <> (select coalesce(sum(quantity), 0) from inventory.reservations r
                                where r.store_id = l.store_id and r.variant_id = l.variant_id)
                or reserved > on_hand",
        )
        .await;
    let goods: i64 = installation
        .one(
            "select count(*) from orders.orders o
             join checkout.checkouts c on c.store_id = o.store_id and c.id = o.checkout_id
             join orders.lines l on l.store_id = o.store_id and l.order_id = o.id
             left join inventory.movements m on m.store_id = o.store_id and m.reference = o.name
                 and m.variant_id = l.variant_id and m.reason = 'sold' and -m.delta = l.quantity
             where m.id is null or c.state <> 'completed' or c.order_number <> o.number::text",
        )
        .await;
    let money: i64 = installation
        .one("select coalesce(sum(debit_minor - credit_minor), 0)::bigint from payments.ledger_entries")
        .await;
    let kept: i64 = installation
        .one(
            "select count(*) from payments.payments p
             where status = 'succeeded' and amount_minor <> (
                 select coalesce(sum(credit_minor - debit_minor), 0) from payments.ledger_entries e
                 where e.store_id = p.store_id and e.payment_id = p.id and e.account = 'customer'
             )",
        )
        .await;
    assert_eq!((stock, goods, money, kept), (0, 0, 0, 0), "{point}");
}

/// Everything that was begun comes to its end: the queue empties, and every order has got one confirmation.
pub async fn assert_all_done(installation: &Installation) {
    installation.until("an empty queue", || async { installation.jobs().await == 0 }).await;
    let orders = Books::of(installation).await.orders;
    let mails: i64 = installation
        .one(
            "select count(*) from messaging.outbox
             where template = 'order_confirmation' and recipient = 'lea@example.test' and status = 'sent'",
        )
        .await;
    assert_eq!(mails, orders, "one confirmation for each order");
}
