//! What holds for payments, whoever provides them.

use orion_contracts::payments::PaymentStatus;
use orion_kernel::Money;
use serde::{Deserialize, Serialize};

/// The code of a card on a provider's page.
pub const CARD: &str = "card";
/// The code of a bank transfer made by hand.
pub const TRANSFER: &str = "transfer";
/// How a refund stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefundStatus {
    /// The provider is being asked.
    Pending,
    /// Somebody has to send the money by hand.
    Manual,
    /// The money is on its way back.
    Succeeded,
    /// The provider refused.
    Failed,
}

impl RefundStatus {
    /// Its name in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Manual => "manual",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
        }
    }
}

impl TryFrom<String> for RefundStatus {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        [Self::Pending, Self::Manual, Self::Succeeded, Self::Failed]
            .into_iter()
            .find(|status| status.code() == code)
            .ok_or(code)
    }
}

/// An account of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Account {
    /// What a provider holds for the store.
    Provider,
    /// What came in on the store's bank account.
    Bank,
    /// What customers have paid for.
    Customer,
}

impl Account {
    /// Its name in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Provider => "provider",
            Self::Bank => "bank",
            Self::Customer => "customer",
        }
    }

    /// Where a method's money is.
    #[must_use]
    pub fn of_method(method: &str) -> Self {
        if method == TRANSFER { Self::Bank } else { Self::Provider }
    }
}

impl TryFrom<String> for Account {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        [Self::Provider, Self::Bank, Self::Customer].into_iter().find(|account| account.code() == code).ok_or(code)
    }
}

/// Why nothing can be sent back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The money has not come.
    NotReceived,
    /// All of it went back.
    AllSentBack,
}

impl Refusal {
    /// Its error code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotReceived => "payment_not_received",
            Self::AllSentBack => "all_sent_back",
        }
    }
}

/// Whether money of a payment can be sent back; `left` is what has not gone back yet.
pub const fn can_refund(status: PaymentStatus, left: Money) -> Result<(), Refusal> {
    match status {
        PaymentStatus::Succeeded if left.minor > 0 => Ok(()),
        PaymentStatus::Succeeded | PaymentStatus::Refunded => Err(Refusal::AllSentBack),
        PaymentStatus::Pending | PaymentStatus::Failed | PaymentStatus::Deferred => Err(Refusal::NotReceived),
    }
}

#[cfg(test)]
mod tests {
    use orion_kernel::Currency;

    use super::*;

    #[test]
    fn only_money_that_came_goes_back() {
        let euro = |minor| Money::new(minor, Currency::EUR);
        assert_eq!(can_refund(PaymentStatus::Succeeded, euro(1)), Ok(()));
        assert_eq!(can_refund(PaymentStatus::Succeeded, euro(0)), Err(Refusal::AllSentBack));
        assert_eq!(can_refund(PaymentStatus::Refunded, euro(0)), Err(Refusal::AllSentBack));
        assert_eq!(can_refund(PaymentStatus::Deferred, euro(10)), Err(Refusal::NotReceived));
    }
}
