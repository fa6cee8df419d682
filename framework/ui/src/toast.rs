//! Short messages that come and go, with a way to undo what they tell.

use std::time::Duration;

use leptos::prelude::*;

use crate::{
    action::{Button, Size, Variant},
    i18n::{page, td_string},
    icon::IconName,
    tone::Tone,
};

/// How long a message stays.
const SHOWN_FOR: Duration = Duration::from_secs(8);

/// A message about something that was just done.
#[derive(Clone)]
pub struct Toast {
    id: u64,
    text: String,
    tone: Tone,
    undo: Option<Callback<()>>,
}

impl Toast {
    /// What was done.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { id: 0, text: text.into(), tone: Tone::Neutral, undo: None }
    }

    /// `Critical` when it failed.
    #[must_use]
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Takes it back.
    #[must_use]
    pub const fn undo(mut self, undo: Callback<()>) -> Self {
        self.undo = Some(undo);
        self
    }
}

/// Where messages are handed in.
#[derive(Clone, Copy)]
pub struct Toaster {
    shown: RwSignal<Vec<Toast>>,
    next: StoredValue<u64>,
}

impl Toaster {
    /// An empty one; the layout provides it as context above the pages.
    #[must_use]
    pub fn new() -> Self {
        Self { shown: RwSignal::new(Vec::new()), next: StoredValue::new(0) }
    }

    /// Shows a message for a while. Call it from event handlers and effects only.
    pub fn show(self, mut toast: Toast) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        toast.id = id;
        self.shown.update(|shown| shown.push(toast));
        set_timeout(move || self.dismiss(id), SHOWN_FOR);
    }

    fn dismiss(self, id: u64) {
        self.shown.try_update(|shown| shown.retain(|toast| toast.id != id));
    }
}

impl Default for Toaster {
    fn default() -> Self {
        Self::new()
    }
}

/// The page's messages; outside of a layout they go nowhere.
#[must_use]
pub fn use_toasts() -> Toaster {
    use_context().unwrap_or_default()
}

/// Where messages appear; every layout has it once.
#[component]
pub fn Toasts() -> AnyView {
    let toaster = use_toasts();
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || toaster.shown.get() key=|toast| toast.id children=move |toast| message(toaster, toast) />
        </div>
    }
    .into_any()
}

fn message(toaster: Toaster, toast: Toast) -> AnyView {
    let l = page();
    let id = toast.id;
    let undo = toast.undo.map(|undo| {
        let run = Callback::new(move |()| {
            undo.run(());
            toaster.dismiss(id);
        });
        view! {
            <Button label=td_string!(l, actions.undo).to_string() size=Size::Small variant=Variant::Plain on_click=run />
        }
    });
    view! {
        <div class="toast" data-tone=toast.tone.code()>
            <span>{toast.text}</span>
            {undo}
            <Button
                label=td_string!(l, actions.dismiss).to_string()
                icon=IconName::X
                icon_only=true
                size=Size::Small
                variant=Variant::Plain
                on_click=Callback::new(move |()| toaster.dismiss(id))
            />
        </div>
    }
    .into_any()
}
