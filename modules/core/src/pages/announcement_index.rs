//! What operators have announced.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{
    Badge, Column, Empty, IconName, LinkButton, ResourceIndex, Tone, Variant, page::locale, use_index_query,
};

use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::admin::list_announcements,
    views::{AnnouncementRow, AnnouncementState},
};

/// All of them, the latest first.
#[component]
pub fn AnnouncementIndex() -> impl IntoView {
    let (l, language) = (page(), locale());
    let query = use_index_query();
    let rows = Resource::new(move || query.get(), list_announcements);
    let state = |row: &AnnouncementRow| {
        let (label, tone) = match row.state {
            AnnouncementState::Ahead => (td_string!(page(), announcements.ahead), Tone::Info),
            AnnouncementState::Shown => (td_string!(page(), announcements.shown), Tone::Success),
            AnnouncementState::Ended => (td_string!(page(), announcements.ended), Tone::Neutral),
        };
        view! { <Badge label tone/> }
    };
    let until = move |row: &AnnouncementRow| {
        row.ends_at.map_or_else(|| "–".to_owned(), |ends_at| fmt::date_time(language, ends_at))
    };
    view! {
        <ResourceIndex
            title=td_string!(l, announcements.title)
            subtitle=td_string!(l, announcements.lead)
            path=paths::ANNOUNCEMENTS
            query
            rows
            columns=vec![
                Column::new(td_string!(l, announcements.heading), |row: &AnnouncementRow| row.title.clone()),
                Column::new(td_string!(l, announcements.state), state),
                Column::new(td_string!(l, announcements.starts_at), move |row: &AnnouncementRow| {
                    fmt::date_time(language, row.starts_at)
                }),
                Column::new(td_string!(l, announcements.ends_at), until),
                Column::new(td_string!(l, announcements.by), |row: &AnnouncementRow| row.created_by.clone()).aside(),
            ]
            row_href=|row: &AnnouncementRow| paths::announcement(row.id)
            actions=move || {
                view! {
                    <LinkButton
                        label=td_string!(l, announcements.new)
                        href=paths::NEW_ANNOUNCEMENT
                        icon=IconName::Plus
                        variant=Variant::Primary
                    />
                }
            }
            empty=Empty::new(td_string!(l, announcements.empty_title), td_string!(l, announcements.empty_body))
                .icon(IconName::Megaphone)
                .action(td_string!(l, announcements.new), paths::NEW_ANNOUNCEMENT)
        />
    }
}
