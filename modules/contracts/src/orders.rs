//! Orders: placing them, what others may read of them, and what happens to them.

use async_trait::async_trait;
use orion_kernel::{AppError, BasisPoints, CustomerId, Locale, Money, Work, event::Event};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::{CheckoutId, OrderId, PaymentId, VariantId, customers::Address};

/// What the checkout asks to be placed. Everything is copied into the order: later changes elsewhere do not touch it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewOrder {
    /// Makes placing idempotent: the same checkout is placed once.
    pub checkout_id: CheckoutId,
    /// Who buys, when signed in.
    pub customer_id: Option<CustomerId>,
    /// Where mail goes.
    pub email: String,
    /// The language of the shopper.
    pub locale: Locale,
    /// Where it is sent.
    pub shipping_address: Address,
    /// Who pays.
    pub billing_address: Address,
    /// What was bought, in order; never empty.
    pub lines: Vec<NewOrderLine>,
    /// The chosen shipping's name in the shopper's language.
    pub shipping_name: String,
    /// What shipping costs, tax included.
    pub shipping: Money,
    /// The rate of the tax included in all prices.
    pub tax_rate: BasisPoints,
    /// The tax included in the total.
    pub tax: Money,
    /// What is to be paid: lines and shipping.
    pub total: Money,
    /// The chosen payment's name in the shopper's language.
    pub payment_name: String,
    /// The payment.
    pub payment_id: Option<PaymentId>,
    /// Whether it is paid already.
    pub is_paid: bool,
    /// What the shopper wrote; may be empty.
    pub note: String,
}

/// A line of a new order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewOrderLine {
    /// What.
    pub variant_id: VariantId,
    /// The product's name in the shopper's language.
    pub title: String,
    /// The chosen options.
    pub variant_title: String,
    /// Stock keeping unit.
    pub sku: String,
    /// How many.
    pub quantity: i64,
    /// The price of one, tax included.
    pub unit_price: Money,
    /// The picture at the time.
    pub image_url: Option<String>,
}

/// An order that exists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedOrder {
    /// The order.
    pub id: OrderId,
    /// Its number, unique in the store, such as `1001`.
    pub number: String,
    /// What people call it: its number as the store writes them, such as `#1001`.
    #[serde(default)]
    pub name: String,
    /// Opens the order's page for whoever placed it without an account.
    pub access_token: String,
}

/// An order's page below a base, of its store's back office and of the storefront.
#[must_use]
pub fn order_path(number: &str) -> String {
    format!("/orders/{number}")
}

/// An order as mails and other modules show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderView {
    /// The order.
    pub id: OrderId,
    /// Its number.
    pub number: String,
    /// What people call it: its number as the store writes them.
    #[serde(default)]
    pub name: String,
    /// Opens its page.
    pub access_token: String,
    /// When it was placed.
    pub placed_at: OffsetDateTime,
    /// What it was made of.
    pub order: NewOrder,
    /// The parcels sent so far.
    pub fulfilments: Vec<FulfilmentView>,
}

/// A parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FulfilmentView {
    /// The carrier's name; may be empty.
    pub carrier: String,
    /// The carrier's number; may be empty.
    pub tracking_number: String,
    /// Where it can be followed; may be empty.
    pub tracking_url: String,
    /// How many of which line's title.
    pub lines: Vec<(String, i64)>,
}

/// Places and reads orders.
#[async_trait]
pub trait Orders: Send + Sync {
    /// Places an order, publishes [`OrderPlaced`], and gives the same order again for the same checkout.
    async fn place(&self, work: &mut dyn Work, order: NewOrder) -> Result<PlacedOrder, AppError>;

    /// The order of a checkout, once it is placed.
    async fn of_checkout(&self, work: &mut dyn Work, checkout: CheckoutId) -> Result<Option<PlacedOrder>, AppError>;

    /// Whether the store has any.
    async fn has_any(&self, work: &mut dyn Work) -> Result<bool, AppError>;

    /// An order in full.
    async fn view(&self, work: &mut dyn Work, id: OrderId) -> Result<Option<OrderView>, AppError>;

    /// Notes that money for an order came in. Doing it twice is fine.
    async fn mark_paid(&self, work: &mut dyn Work, id: OrderId) -> Result<(), AppError>;

    /// Notes that money of a checkout's order went back by another way than the order's own page. Not the order's own doing:
    /// that notes itself. A checkout without an order is fine.
    async fn note_refund(
        &self,
        work: &mut dyn Work,
        checkout: CheckoutId,
        amount: Money,
        reason: &str,
    ) -> Result<(), AppError>;

    /// Takes back what was noted of a refund whose money did not go after all. A checkout without an order is fine.
    async fn note_refund_refused(
        &self,
        work: &mut dyn Work,
        checkout: CheckoutId,
        amount: Money,
    ) -> Result<(), AppError>;

    /// The last orders of a customer, newest first.
    async fn of_customer(
        &self,
        work: &mut dyn Work,
        customer: CustomerId,
        limit: i64,
    ) -> Result<Vec<OrderView>, AppError>;
}

/// No orders.
pub struct NullOrders;

#[async_trait]
impl Orders for NullOrders {
    async fn place(&self, _: &mut dyn Work, _: NewOrder) -> Result<PlacedOrder, AppError> {
        Err(AppError::unavailable())
    }
    async fn of_checkout(&self, _: &mut dyn Work, _: CheckoutId) -> Result<Option<PlacedOrder>, AppError> {
        Ok(None)
    }
    async fn has_any(&self, _: &mut dyn Work) -> Result<bool, AppError> {
        Ok(false)
    }
    async fn view(&self, _: &mut dyn Work, _: OrderId) -> Result<Option<OrderView>, AppError> {
        Ok(None)
    }
    async fn mark_paid(&self, _: &mut dyn Work, _: OrderId) -> Result<(), AppError> {
        Ok(())
    }
    async fn note_refund(&self, _: &mut dyn Work, _: CheckoutId, _: Money, _: &str) -> Result<(), AppError> {
        Ok(())
    }
    async fn note_refund_refused(&self, _: &mut dyn Work, _: CheckoutId, _: Money) -> Result<(), AppError> {
        Ok(())
    }
    async fn of_customer(&self, _: &mut dyn Work, _: CustomerId, _: i64) -> Result<Vec<OrderView>, AppError> {
        Ok(Vec::new())
    }
}

macro_rules! order_event {
    ($(#[$doc:meta])* $name:ident, $code:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name {
            /// The order.
            pub order_id: OrderId,
        }
        impl Event for $name {
            const NAME: &'static str = $code;
        }
    };
}

order_event!(
    /// An order was placed.
    OrderPlaced, "orders.placed"
);
order_event!(
    /// An order was paid in full.
    OrderPaid, "orders.paid"
);
order_event!(
    /// An order, or a part of it, was handed to a carrier.
    OrderFulfilled, "orders.fulfilled"
);
order_event!(
    /// An order was cancelled.
    OrderCancelled, "orders.cancelled"
);
