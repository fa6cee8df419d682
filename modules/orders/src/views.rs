//! What pages show of orders.

use orion_contracts::{OrderId, OrderLineId, PaymentId, customers::Address};
use orion_kernel::{BasisPoints, CustomerId, Locale, Money};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::model::{CancelReason, States};

/// An order in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderRow {
    /// The order.
    pub id: OrderId,
    /// Its number.
    pub number: i64,
    /// What people call it.
    pub name: String,
    /// When it was placed.
    pub placed_at: OffsetDateTime,
    /// Who it is sent to.
    pub customer_name: String,
    /// Units in it.
    pub quantity: i64,
    /// What is to be paid.
    pub total: Money,
    /// How it stands.
    pub states: States,
}

/// An order in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderDetails {
    /// The order.
    pub id: OrderId,
    /// Its number.
    pub number: i64,
    /// What people call it.
    pub name: String,
    /// When it was placed.
    pub placed_at: OffsetDateTime,
    /// How it stands.
    pub states: States,
    /// Who bought, when they have an account.
    pub customer_id: Option<CustomerId>,
    /// Where mail goes.
    pub email: String,
    /// The language mail is in.
    pub locale: Locale,
    /// Where it is sent.
    pub shipping_address: Address,
    /// Who pays.
    pub billing_address: Address,
    /// What was bought.
    pub lines: Vec<OrderLine>,
    /// The shipping's name.
    pub shipping_name: String,
    /// What shipping costs.
    pub shipping: Money,
    /// The rate of the tax included in all prices.
    pub tax_rate: BasisPoints,
    /// The tax included in the total.
    pub tax: Money,
    /// What is to be paid.
    pub total: Money,
    /// What went back.
    pub refunded: Money,
    /// The payment's name.
    pub payment_name: String,
    /// The payment.
    pub payment_id: Option<PaymentId>,
    /// What the shopper wrote.
    pub note: String,
    /// What was sent, oldest first.
    pub parcels: Vec<Parcel>,
}

/// A line of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine {
    /// The line.
    pub id: OrderLineId,
    /// The product's name at the time.
    pub title: String,
    /// The chosen options.
    pub variant_title: String,
    /// Stock keeping unit.
    pub sku: String,
    /// How many were bought.
    pub quantity: i64,
    /// How many are in parcels.
    pub sent: i64,
    /// The price of one.
    pub unit_price: Money,
    /// The price of all.
    pub total: Money,
    /// The picture at the time.
    pub image_url: Option<String>,
}

impl OrderLine {
    /// How many are still here.
    #[must_use]
    pub const fn left(&self) -> i64 {
        self.quantity - self.sent
    }
}

/// A parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parcel {
    /// The carrier's name; may be empty.
    pub carrier: String,
    /// The carrier's number; may be empty.
    pub tracking_number: String,
    /// Where it can be followed; may be empty.
    pub tracking_url: String,
    /// When it left.
    pub sent_at: OffsetDateTime,
    /// What is in it: titles and how many.
    pub lines: Vec<(String, i64)>,
}

/// Something that happened to an order; the timeline's entries are kept in this form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Happening {
    /// A shopper placed it.
    Placed,
    /// The money came.
    Paid,
    /// A parcel left.
    Fulfilled {
        /// Units in it.
        quantity: i64,
        /// The carrier's name; may be empty.
        carrier: String,
        /// The carrier's number; may be empty.
        tracking_number: String,
    },
    /// It was called off.
    Cancelled {
        /// Why.
        reason: CancelReason,
        /// Whether the goods went back on the shelf.
        restocked: bool,
    },
    /// Money went back.
    Refunded {
        /// How much.
        amount: Money,
        /// Why; may be empty.
        reason: String,
    },
    /// Money that was to go back did not go.
    RefundRefused {
        /// How much.
        amount: Money,
    },
    /// Somebody wrote something down.
    Noted {
        /// What.
        text: String,
    },
}

/// An entry of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineItem {
    /// What happened.
    pub happening: Happening,
    /// Who did it; empty for shoppers and Orion itself.
    pub actor: String,
    /// When.
    pub at: OffsetDateTime,
}

/// The order's page in the back office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderPage {
    /// The order.
    pub order: OrderDetails,
    /// What happened, newest first.
    pub timeline: Vec<TimelineItem>,
}

/// A day in the revenue chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayRevenue {
    /// The day's beginning.
    pub day: OffsetDateTime,
    /// Orders placed on it.
    pub orders: i64,
    /// What they brought, less what went back.
    pub revenue: Money,
}
