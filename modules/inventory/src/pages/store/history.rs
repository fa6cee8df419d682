//! Why is this many on hand?

use leptos::prelude::*;
use orion_contracts::VariantId;
use orion_kernel::{Paged, fmt};
use orion_ui::{Card, IconName, IndexQuery, Pagination, Timeline, TimelineEntry, Tone, page::locale};
use time::format_description::well_known::Rfc3339;

use crate::{
    i18n::{page, td_string},
    model::Reason,
    paths,
    views::Movement,
};

/// The ledger of a variant, newest first.
#[component]
pub fn History(
    /// The variant.
    variant: VariantId,
    /// A page of its ledger.
    movements: Paged<Movement>,
    /// What the page was asked for.
    query: IndexQuery,
) -> AnyView {
    let l = page();
    let pages = (movements.page_count() > 1).then(|| {
        view! { <Pagination path=paths::variant(variant) query page=movements.page total=movements.total/> }
    });
    let content = if movements.items.is_empty() {
        view! { <p class="muted">{td_string!(l, history.empty)}</p> }.into_any()
    } else {
        view! { <Timeline entries=movements.items.into_iter().map(entry).collect()/> }.into_any()
    };
    view! { <Card title=td_string!(l, history.title)><div class="stack">{content} {pages}</div></Card> }.into_any()
}

fn entry(movement: Movement) -> TimelineEntry {
    let l = page();
    let sign = if movement.delta > 0 { "+" } else { "" };
    let delta = format!("{sign}{}", fmt::number(locale(), movement.delta));
    let units = fmt::number(locale(), movement.delta.saturating_abs());
    let balance = fmt::number(locale(), movement.balance);
    let (text, icon, tone) = match movement.reason {
        Reason::Received => {
            (td_string!(l, history.received, delta = units, balance = balance), IconName::Truck, Tone::Success)
        }
        Reason::Counted if movement.delta == 0 => {
            (td_string!(l, history.counted_same, balance = balance), IconName::Check, Tone::Neutral)
        }
        Reason::Counted => {
            (td_string!(l, history.counted, balance = balance, delta = delta), IconName::List, Tone::Info)
        }
        Reason::Sold => {
            (td_string!(l, history.sold, delta = units, balance = balance), IconName::ShoppingBag, Tone::Neutral)
        }
        Reason::Restocked => {
            (td_string!(l, history.restocked, delta = units, balance = balance), IconName::Undo2, Tone::Info)
        }
        Reason::Corrected => {
            (td_string!(l, history.corrected, delta = delta, balance = balance), IconName::Pencil, Tone::Warning)
        }
        Reason::Stopped => (td_string!(l, history.stopped).to_owned(), IconName::Ban, Tone::Neutral),
    };
    let text =
        if movement.actor.is_empty() { text } else { td_string!(l, history.by, text = text, actor = movement.actor) };
    let order = (!movement.reference.is_empty()).then(|| td_string!(l, history.order, number = movement.reference));
    let note = match movement.note {
        // What the catalogue's import writes.
        note if note == "import" => td_string!(l, history.import).to_owned(),
        note => note,
    };
    let body = order.into_iter().chain((!note.is_empty()).then_some(note)).collect::<Vec<_>>().join(" · ");
    TimelineEntry::new(text, fmt::date_time(locale(), movement.at))
        .machine_time(movement.at.format(&Rfc3339).unwrap_or_default())
        .body(body)
        .icon(icon)
        .tone(tone)
}
