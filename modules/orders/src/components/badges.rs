//! How an order stands, in words.

use leptos::prelude::*;
use orion_ui::{Badge, Tone};

use crate::{
    i18n::{page, td_string},
    model::{Fulfilment, Payment, States, Status},
};

/// A payment state in words.
#[must_use]
pub fn payment_label(payment: Payment) -> &'static str {
    let l = page();
    match payment {
        Payment::Pending => td_string!(l, payment.pending),
        Payment::Paid => td_string!(l, payment.paid),
        Payment::PartlyRefunded => td_string!(l, payment.partly_refunded),
        Payment::Refunded => td_string!(l, payment.refunded),
    }
}

/// A fulfilment state in words.
#[must_use]
pub fn fulfilment_label(fulfilment: Fulfilment) -> &'static str {
    let l = page();
    match fulfilment {
        Fulfilment::Unfulfilled => td_string!(l, fulfilment.unfulfilled),
        Fulfilment::Partly => td_string!(l, fulfilment.partly),
        Fulfilment::Fulfilled => td_string!(l, fulfilment.fulfilled),
    }
}

/// Whether it is paid.
#[component]
pub fn PaymentBadge(
    /// The state.
    payment: Payment,
) -> AnyView {
    let tone = match payment {
        Payment::Pending => Tone::Warning,
        Payment::Paid => Tone::Success,
        Payment::PartlyRefunded | Payment::Refunded => Tone::Neutral,
    };
    view! { <Badge label=payment_label(payment) tone/> }.into_any()
}

/// Whether it is sent.
#[component]
pub fn FulfilmentBadge(
    /// The order's states: what is cancelled waits for nothing.
    states: States,
) -> AnyView {
    if states.status == Status::Cancelled {
        return view! { <Badge label=td_string!(page(), status.cancelled) tone=Tone::Critical/> }.into_any();
    }
    let tone = match states.fulfilment {
        Fulfilment::Unfulfilled => Tone::Warning,
        Fulfilment::Partly => Tone::Info,
        Fulfilment::Fulfilled => Tone::Success,
    };
    view! { <Badge label=fulfilment_label(states.fulfilment) tone/> }.into_any()
}

/// Both.
#[component]
pub fn StateBadges(
    /// The order's states.
    states: States,
) -> AnyView {
    view! {
        <PaymentBadge payment=states.payment/>
        <FulfilmentBadge states/>
    }
    .into_any()
}
