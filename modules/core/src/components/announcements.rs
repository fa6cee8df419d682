//! What operators announce to a store's team.

use leptos::prelude::*;
use orion_ui::{ActionButton, Alert, Size, Tone, UnreadCount, Variant};

use crate::{
    i18n::{page, td_string},
    server_fns::store::ReadAnnouncement,
    views::AnnouncementView,
};

/// One below the other; each can be put away.
#[component]
pub fn Announcements(shown: Vec<AnnouncementView>) -> impl IntoView {
    shown.into_iter().map(|announcement| view! { <Announcement announcement/> }).collect_view()
}

#[component]
fn Announcement(announcement: AnnouncementView) -> impl IntoView {
    let read = ServerAction::<ReadAnnouncement>::new();
    let unread = use_context::<UnreadCount>();
    let was_read = announcement.is_read;
    let is_read = Memo::new(move |_| was_read || read.value().with(|outcome| matches!(outcome, Some(Ok(())))));
    Effect::new(move |before: Option<bool>| {
        let now = is_read.get();
        if let (Some(false), true, Some(UnreadCount(count))) = (before, now, unread) {
            count.update(|count| *count = count.saturating_sub(1));
        }
        now
    });
    let lines = announcement.body.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    let tone = if announcement.is_warning { Tone::Warning } else { Tone::Info };
    let id = announcement.id;
    let away = move || {
        (!is_read.get()).then(|| {
            view! {
                <ActionButton
                    action=read
                    label=td_string!(page(), announcements.put_away)
                    fields=vec![("id", id.to_string())]
                    size=Size::Small
                    variant=Variant::Plain
                />
            }
        })
    };
    view! {
        <Alert tone title=announcement.title actions=move || view! { {away} }>
            {lines}
        </Alert>
    }
}
