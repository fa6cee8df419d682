//! Where a customer is signed in.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{
    ActionButton, Badge, Card, Confirm, DescriptionList, Fact, Page, Size, Tone, Variant, all_done, done, page::locale,
};

use crate::{
    components::Mine,
    error,
    i18n::{page, td_string},
    paths,
    server_fns::storefront::{EndOtherSessions, EndSession, read_sessions},
    views::SessionView,
};

/// A card for each, with the way out of it.
#[component]
pub fn Sessions() -> impl IntoView {
    let end = ServerAction::<EndSession>::new();
    let end_others = ServerAction::<EndOtherSessions>::new();
    let changes = all_done([done(end), done(end_others)]);
    let sessions = Resource::new(move || changes.get(), |_| read_sessions());
    let view = move |sessions| content(sessions, end, end_others);
    view! { <Mine value=sessions next=paths::SESSIONS view/> }
}

fn content(
    sessions: Vec<SessionView>,
    end: ServerAction<EndSession>,
    end_others: ServerAction<EndOtherSessions>,
) -> AnyView {
    let l = page();
    let has_others = sessions.iter().any(|session| !session.is_here);
    let cards = sessions.into_iter().map(|session| card(session, end)).collect_view();
    let actions = move || {
        has_others.then(|| {
            let confirm =
                Confirm::new(td_string!(l, sessions.end_others_title), td_string!(l, sessions.end_others_body));
            view! {
                <ActionButton
                    action=end_others
                    label=td_string!(l, sessions.end_others)
                    confirm
                    error_text=error::text
                />
            }
        })
    };
    view! {
        <Page
            title=td_string!(l, sessions.title)
            subtitle=td_string!(l, sessions.lead)
            back=paths::ACCOUNT
            back_label=td_string!(l, account.back)
            actions
        >
            <div class="columns">{cards}</div>
        </Page>
    }
    .into_any()
}

fn card(session: SessionView, end: ServerAction<EndSession>) -> AnyView {
    let l = page();
    let id = session.id;
    let title = match session.impersonator {
        Some(name) => td_string!(l, sessions.support, name = name).to_string(),
        None if session.device.is_empty() => td_string!(l, sessions.unknown).to_owned(),
        None => session.device,
    };
    let way_out = if session.is_here {
        view! { <Badge label=td_string!(l, sessions.here) tone=Tone::Success/> }.into_any()
    } else {
        view! {
            <ActionButton
                action=end
                label=td_string!(l, sessions.end)
                fields=vec![("id", id.to_string())]
                size=Size::Small
                variant=Variant::Secondary
                error_text=error::text
            />
        }
        .into_any()
    };
    view! {
        <Card title footer=move || way_out>
            <DescriptionList>
                <Fact term=td_string!(l, sessions.used)>{fmt::date_time(locale(), session.last_used_at)}</Fact>
                <Fact term=td_string!(l, sessions.since)>{fmt::date_time(locale(), session.created_at)}</Fact>
                <Fact term=td_string!(l, sessions.address)>{session.ip}</Fact>
            </DescriptionList>
        </Card>
    }
    .into_any()
}
