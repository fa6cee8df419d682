//! What happened to an order, and the team's notes.

use leptos::prelude::*;
use orion_contracts::OrderId;
use orion_kernel::fmt;
use orion_ui::{Card, Form, Hidden, IconName, TextArea, Timeline, TimelineEntry, Tone, page::locale};
use time::format_description::well_known::Rfc3339;

use super::{
    actions::{Actions, Rights},
    cancel_dialog::reason_label,
};
use crate::{
    components::items,
    error,
    i18n::{page, td_string},
    views::{Happening, TimelineItem},
};

/// The timeline with the form for a note above it.
#[component]
pub fn History(
    /// The order.
    order: OrderId,
    /// What happened, newest first.
    timeline: Vec<TimelineItem>,
    /// The page's actions.
    actions: Actions,
    /// What may be offered.
    rights: Rights,
) -> AnyView {
    let l = page();
    let form = rights.edit.then(|| {
        view! {
            <Form action=actions.note submit=td_string!(l, timeline.add_note) reset_on_success=true error_text=error::text>
                <Hidden name="order" value=order.to_string()/>
                <TextArea
                    name="text"
                    label=td_string!(l, timeline.note_label)
                    hint=td_string!(l, timeline.note_hint)
                    rows=2
                    maxlength=2000
                    required=true
                />
            </Form>
        }
    });
    let entries = timeline.into_iter().map(entry).collect();
    view! {
        <Card title=td_string!(l, timeline.title) class="no-print">
            <div class="stack">{form} <Timeline entries/></div>
        </Card>
    }
    .into_any()
}

fn entry(item: TimelineItem) -> TimelineEntry {
    let l = page();
    let mut body = String::new();
    let (text, icon, tone) = match item.happening {
        Happening::Placed => (td_string!(l, timeline.placed).to_owned(), IconName::ShoppingBag, Tone::Neutral),
        Happening::Paid => (td_string!(l, timeline.paid).to_owned(), IconName::CreditCard, Tone::Success),
        Happening::Fulfilled { quantity, carrier, tracking_number } => {
            body =
                [carrier, tracking_number].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            (td_string!(l, timeline.fulfilled, items = items(quantity)), IconName::Truck, Tone::Success)
        }
        Happening::Cancelled { reason, restocked } => {
            if restocked {
                td_string!(l, timeline.restocked).clone_into(&mut body);
            }
            (td_string!(l, timeline.cancelled, reason = reason_label(reason)), IconName::X, Tone::Critical)
        }
        Happening::Refunded { amount, reason } => {
            body = reason;
            let text = td_string!(l, timeline.refunded, amount = fmt::money(locale(), amount));
            (text, IconName::ArrowLeft, Tone::Warning)
        }
        Happening::RefundRefused { amount } => {
            td_string!(l, timeline.refund_refused_next).clone_into(&mut body);
            let text = td_string!(l, timeline.refund_refused, amount = fmt::money(locale(), amount));
            (text, IconName::TriangleAlert, Tone::Critical)
        }
        Happening::Noted { text } => {
            body = text;
            (td_string!(l, timeline.noted).to_owned(), IconName::Pencil, Tone::Neutral)
        }
    };
    let text = if item.actor.is_empty() { text } else { td_string!(l, timeline.by, text = text, actor = item.actor) };
    TimelineEntry::new(text, fmt::date_time(locale(), item.at))
        .machine_time(item.at.format(&Rfc3339).unwrap_or_default())
        .body(body)
        .icon(icon)
        .tone(tone)
}
