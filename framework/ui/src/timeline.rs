//! What happened to a thing, newest first.

use leptos::prelude::*;

use crate::{
    field::filled,
    i18n::{page, td_string},
    icon::{Icon, IconName},
    tone::Tone,
};

/// Something that happened.
#[derive(Clone, Debug)]
pub struct TimelineEntry {
    text: String,
    time: String,
    machine_time: String,
    body: String,
    icon: IconName,
    tone: Tone,
}

impl TimelineEntry {
    /// What happened, in a sentence, and when, formatted.
    #[must_use]
    pub fn new(text: impl Into<String>, time: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            time: time.into(),
            machine_time: String::new(),
            body: String::new(),
            icon: IconName::Circle,
            tone: Tone::Neutral,
        }
    }

    /// When, as RFC 3339.
    #[must_use]
    pub fn machine_time(mut self, time: impl Into<String>) -> Self {
        self.machine_time = time.into();
        self
    }

    /// More about it, such as a note.
    #[must_use]
    pub fn body(mut self, body: impl Into<String>) -> Self {
        self.body = body.into();
        self
    }

    /// Its picture.
    #[must_use]
    pub const fn icon(mut self, icon: IconName) -> Self {
        self.icon = icon;
        self
    }

    /// Whether it was good or bad.
    #[must_use]
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}

/// The history of a thing.
#[component]
pub fn Timeline(
    /// What happened, newest first.
    entries: Vec<TimelineEntry>,
) -> AnyView {
    let items = entries
        .into_iter()
        .map(|entry| {
            view! {
                <li>
                    <span class="timeline-mark" data-tone=entry.tone.code()>
                        <Icon name=entry.icon small=true />
                    </span>
                    <span>{entry.text}</span>
                    <time datetime=filled(entry.machine_time)>{entry.time}</time>
                    {filled(entry.body).map(|body| view! { <p class="timeline-body">{body}</p> })}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="timeline" aria-label=td_string!(page(), status.history).to_string()>{items}</ol> }.into_any()
}
