//! How an order stands, and what may happen to it next. No I/O.

use serde::{Deserialize, Serialize};

/// A state by its code in the database, in addresses and in texts.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$case_doc:meta])* $case:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$case_doc])* #[serde(rename = $code)] $case,)+
        }

        impl $name {
            /// Every case, in the order choices are offered.
            pub const ALL: &'static [Self] = &[$(Self::$case),+];

            /// Its code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$case => $code,)+ }
            }

            /// The case with exactly this code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|case| case.code() == code)
            }
        }

        impl TryFrom<String> for $name {
            type Error = UnknownCode;

            fn try_from(code: String) -> Result<Self, UnknownCode> {
                Self::from_code(&code).ok_or(UnknownCode(code))
            }
        }
    };
}

/// The database holds a state this version does not know.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown state “{0}”")]
pub struct UnknownCode(String);

coded!(
    /// The order as a whole.
    Status {
        /// Something is left to do.
        Open = "open",
        /// Paid and sent.
        Completed = "completed",
        /// Not to be delivered.
        Cancelled = "cancelled",
    }
);

coded!(
    /// Its money.
    Payment {
        /// Not here yet.
        Pending = "pending",
        /// Here in full.
        Paid = "paid",
        /// Some of it went back.
        PartlyRefunded = "partly_refunded",
        /// All of it went back.
        Refunded = "refunded",
    }
);

coded!(
    /// Its goods.
    Fulfilment {
        /// All of them are here.
        Unfulfilled = "unfulfilled",
        /// Some are on their way.
        Partly = "partly",
        /// All are on their way.
        Fulfilled = "fulfilled",
    }
);

coded!(
    /// Why an order was cancelled.
    CancelReason {
        /// The shopper changed their mind.
        Customer = "customer",
        /// It cannot be delivered.
        Inventory = "inventory",
        /// The money did not come.
        Unpaid = "unpaid",
        /// Somebody else's card, a false address.
        Fraud = "fraud",
        /// The store made a mistake.
        Staff = "staff",
        /// Anything else.
        Other = "other",
    }
);

/// Why something cannot be done to an order now; the codes of the errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is cancelled.
    Cancelled,
    /// Everything is sent.
    Fulfilled,
    /// A part is sent: what is on its way cannot be cancelled.
    PartlySent,
    /// The money is here.
    Paid,
    /// There is no money to send back.
    NothingToRefund,
}

impl Refusal {
    /// The error's code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cancelled => "order_cancelled",
            Self::Fulfilled => "order_fulfilled",
            Self::PartlySent => "order_partly_sent",
            Self::Paid => "order_paid",
            Self::NothingToRefund => "nothing_to_refund",
        }
    }
}

/// The three states of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct States {
    /// As a whole.
    pub status: Status,
    /// Its money.
    pub payment: Payment,
    /// Its goods.
    pub fulfilment: Fulfilment,
}

impl States {
    /// An order that was just placed.
    #[must_use]
    pub const fn placed(is_paid: bool) -> Self {
        Self {
            status: Status::Open,
            payment: if is_paid { Payment::Paid } else { Payment::Pending },
            fulfilment: Fulfilment::Unfulfilled,
        }
    }

    /// Whether goods may be sent. An unpaid order may be: some merchants send on account.
    ///
    /// # Errors
    ///
    /// Why not.
    pub const fn can_fulfil(self) -> Result<(), Refusal> {
        match (self.status, self.fulfilment) {
            (Status::Cancelled, _) => Err(Refusal::Cancelled),
            (_, Fulfilment::Fulfilled) => Err(Refusal::Fulfilled),
            _ => Ok(()),
        }
    }

    /// Whether it may be called off: as long as nothing is on its way.
    ///
    /// # Errors
    ///
    /// Why not.
    pub const fn can_cancel(self) -> Result<(), Refusal> {
        match (self.status, self.fulfilment) {
            (Status::Cancelled, _) => Err(Refusal::Cancelled),
            (_, Fulfilment::Fulfilled) => Err(Refusal::Fulfilled),
            (_, Fulfilment::Partly) => Err(Refusal::PartlySent),
            _ => Ok(()),
        }
    }

    /// Whether somebody may say that the money is here.
    ///
    /// # Errors
    ///
    /// Why not.
    pub const fn can_mark_paid(self) -> Result<(), Refusal> {
        match (self.status, self.payment) {
            (Status::Cancelled, _) => Err(Refusal::Cancelled),
            (_, Payment::Pending) => Ok(()),
            _ => Err(Refusal::Paid),
        }
    }

    /// Whether money may go back.
    ///
    /// # Errors
    ///
    /// Why not.
    pub const fn can_refund(self) -> Result<(), Refusal> {
        match self.payment {
            Payment::Paid | Payment::PartlyRefunded => Ok(()),
            Payment::Pending | Payment::Refunded => Err(Refusal::NothingToRefund),
        }
    }

    /// After a parcel left; `sent` of `ordered` units are on their way.
    #[must_use]
    pub const fn after_fulfilling(self, sent: i64, ordered: i64) -> Self {
        let fulfilment = if sent >= ordered { Fulfilment::Fulfilled } else { Fulfilment::Partly };
        Self { fulfilment, ..self }.settled()
    }

    /// After the money came. It may come for a cancelled order too, and then has to go back.
    #[must_use]
    pub const fn after_payment(self) -> Self {
        let payment = match self.payment {
            Payment::Pending => Payment::Paid,
            other => other,
        };
        Self { payment, ..self }.settled()
    }

    /// After it was called off.
    #[must_use]
    pub const fn after_cancelling(self) -> Self {
        Self { status: Status::Cancelled, ..self }
    }

    /// After money went back, or did not after all; `refunded` of `total` minor units altogether.
    #[must_use]
    pub const fn after_refund(self, refunded: i64, total: i64) -> Self {
        let payment = if refunded >= total {
            Payment::Refunded
        } else if refunded == 0 {
            Payment::Paid
        } else {
            Payment::PartlyRefunded
        };
        Self { payment, ..self }.settled()
    }

    const fn settled(self) -> Self {
        match (self.status, self.payment, self.fulfilment) {
            (Status::Open, Payment::Paid | Payment::PartlyRefunded, Fulfilment::Fulfilled) => {
                Self { status: Status::Completed, ..self }
            }
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests;
