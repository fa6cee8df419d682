//! Waiting, and how far things are.

use leptos::prelude::*;

use crate::{
    field::filled,
    i18n::{page, td_string},
    tone::Tone,
};

/// Stands where content will be.
#[component]
pub fn Skeleton(
    /// How many lines.
    #[prop(default = 3)]
    lines: usize,
) -> AnyView {
    let bars = (0..lines).map(|_| view! { <span></span> }).collect_view();
    view! {
        <div class="skeleton" role="status" aria-busy="true" aria-label=td_string!(page(), pages.loading).to_string()>
            {bars}
        </div>
    }
    .into_any()
}

/// How far long work is; without a value, that it is under way.
#[component]
pub fn Progress(
    /// What is being done.
    #[prop(into)]
    label: String,
    /// How far, of `max`.
    #[prop(default = Signal::stored(None), into)]
    value: Signal<Option<u64>>,
    /// The whole.
    #[prop(default = 100)]
    max: u64,
    /// In words, such as "120 of 400 rows, about two minutes".
    #[prop(optional, into)]
    detail: Signal<String>,
) -> AnyView {
    view! {
        <div class="progress">
            <div>
                <span>{label.clone()}</span>
                <span class="muted number">{move || detail.get()}</span>
            </div>
            <progress
                aria-label=label
                max=max.to_string()
                value=move || value.get().map(|value| value.to_string())
            ></progress>
        </div>
    }
    .into_any()
}

/// How much of something is used.
#[component]
pub fn Meter(
    /// Of what.
    #[prop(into)]
    label: String,
    /// How much is used.
    value: u64,
    /// How much there is.
    max: u64,
    /// In words, such as "820 of 1,000 products".
    #[prop(optional, into)]
    detail: String,
    /// Whether that is much.
    #[prop(optional)]
    tone: Tone,
) -> AnyView {
    view! {
        <div class="progress" data-tone=tone.code()>
            <div>
                <span>{label.clone()}</span>
                {filled(detail).map(|detail| view! { <span class="muted number">{detail}</span> })}
            </div>
            <meter aria-label=label min="0" max=max.to_string() value=value.to_string()></meter>
        </div>
    }
    .into_any()
}
