//! What pages show of payments.

use orion_contracts::{CheckoutId, PaymentId, payments::PaymentStatus};
use orion_kernel::Money;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::model::{Account, RefundStatus};

/// A payment in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentRow {
    /// The payment.
    pub id: PaymentId,
    /// When it began.
    pub created_at: OffsetDateTime,
    /// The method's name as the shopper read it.
    pub method_name: String,
    /// Whose it is.
    pub email: String,
    /// How much.
    pub amount: Money,
    /// How it stands.
    pub status: PaymentStatus,
    /// Whether some of it went back, and not all.
    pub is_partly_refunded: bool,
}

/// An order that was paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaidOrder {
    /// Its number.
    pub number: String,
    /// What people call it.
    pub name: String,
}

/// A payment's page in the back office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentView {
    /// What the list shows of it.
    pub payment: PaymentRow,
    /// The method's code.
    pub method: String,
    /// What it was for.
    pub checkout_id: CheckoutId,
    /// The order that came of it.
    pub order: Option<PaidOrder>,
    /// What the provider calls it.
    pub provider_reference: Option<String>,
    /// Why it failed, as a code.
    pub failure: Option<String>,
    /// What has not gone back, and is not on its way back.
    pub left: Money,
    /// What went back or has to, newest first.
    pub refunds: Vec<RefundView>,
    /// Its money, oldest first.
    pub ledger: Vec<LedgerLine>,
    /// What the provider told us, newest first.
    pub events: Vec<EventView>,
}

impl PaymentView {
    /// Whether the provider is being asked to send money back.
    #[must_use]
    pub fn is_sending_back(&self) -> bool {
        self.refunds.iter().any(|refund| refund.status == RefundStatus::Pending)
    }
}

/// Money that goes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundView {
    /// The refund.
    pub id: Uuid,
    /// How much.
    pub amount: Money,
    /// Why.
    pub reason: String,
    /// How it stands.
    pub status: RefundStatus,
    /// When it was asked for.
    pub created_at: OffsetDateTime,
}

/// An entry of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// The account.
    pub account: Account,
    /// What it got.
    pub debit: Money,
    /// What it gave.
    pub credit: Money,
    /// When.
    pub booked_at: OffsetDateTime,
}

/// Something a provider told us.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventView {
    /// What sort of thing.
    pub kind: String,
    /// When it came.
    pub received_at: OffsetDateTime,
}

/// Where a payment leads the shopper now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayStep {
    /// To this address.
    Leave {
        /// The provider's page, or the shop's next one; absolute.
        address: String,
    },
    /// The provider does not know yet; asking again later helps.
    Wait,
    /// The provider cannot be reached; nothing was charged.
    Unreachable {
        /// Where another method can be chosen; absolute.
        back: String,
    },
}
