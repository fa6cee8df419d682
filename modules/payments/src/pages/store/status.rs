//! States in words and colours.

use leptos::prelude::*;
use orion_contracts::payments::PaymentStatus;
use orion_ui::{Badge, Tone};

use crate::{
    i18n::{page, td_string},
    model::{Account, RefundStatus},
};

/// How a payment stands.
#[component]
pub fn PaymentStatusBadge(
    /// The state.
    status: PaymentStatus,
    /// Whether some of it went back.
    is_partly_refunded: bool,
) -> AnyView {
    let l = page();
    let (label, tone) = match status {
        PaymentStatus::Succeeded if is_partly_refunded => (td_string!(l, status.partly_refunded), Tone::Neutral),
        PaymentStatus::Pending => (td_string!(l, status.pending), Tone::Info),
        PaymentStatus::Succeeded => (td_string!(l, status.succeeded), Tone::Success),
        PaymentStatus::Failed => (td_string!(l, status.failed), Tone::Neutral),
        PaymentStatus::Deferred => (td_string!(l, status.deferred), Tone::Warning),
        PaymentStatus::Refunded => (td_string!(l, status.refunded), Tone::Neutral),
    };
    view! { <Badge label tone/> }.into_any()
}

/// How a refund stands.
#[component]
pub fn RefundStatusBadge(
    /// The state.
    status: RefundStatus,
) -> AnyView {
    let l = page();
    let (label, tone) = match status {
        RefundStatus::Pending => (td_string!(l, refund.pending), Tone::Info),
        RefundStatus::Manual => (td_string!(l, refund.manual), Tone::Warning),
        RefundStatus::Succeeded => (td_string!(l, refund.succeeded), Tone::Success),
        RefundStatus::Failed => (td_string!(l, refund.failed), Tone::Critical),
    };
    view! { <Badge label tone/> }.into_any()
}

/// An account's name.
pub fn account_label(account: Account) -> &'static str {
    let l = page();
    match account {
        Account::Provider => td_string!(l, ledger.provider),
        Account::Bank => td_string!(l, ledger.bank),
        Account::Customer => td_string!(l, ledger.customer),
    }
}

/// Why a payment failed, in a sentence.
pub fn failure_text(code: &str) -> &'static str {
    let l = page();
    match code {
        "card_declined" | "declined" => td_string!(l, failure.declined),
        "expired" => td_string!(l, failure.expired),
        "superseded" => td_string!(l, failure.superseded),
        "nothing_to_deliver" => td_string!(l, failure.nothing_to_deliver),
        _ => td_string!(l, failure.refused),
    }
}
