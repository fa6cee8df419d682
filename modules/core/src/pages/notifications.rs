//! What one was told, the latest first.

use leptos::{
    prelude::*,
    server_fn::{Http, ServerFn, codec::PostUrl},
};
use leptos_router::hooks::use_query_map;
use orion_kernel::{AppError, Frontend, boot, fmt};
use orion_ui::{
    ActionButton, Badge, Card, EmptyState, IconName, Link, LinkButton, Load, Page, Size, Tone, UnreadCount, Variant,
    all_done, done, href, on_done, page::locale,
};
use serde::de::DeserializeOwned;

use crate::{
    components::Announcements,
    i18n::{page, td_string},
    paths, permissions,
    server_fns::{admin, store},
    views::{NotificationRow, Notifications},
};

/// An operator's.
#[component]
pub fn AdminNotifications() -> impl IntoView {
    let asked = use_asked();
    let (one, all) = (ServerAction::<admin::MarkRead>::new(), ServerAction::<admin::MarkAllRead>::new());
    let changes = all_done([done(one), done(all)]);
    let key = move || (asked.get(), changes.get());
    let list = Resource::new(key, |((after, unread), _)| admin::list_notifications(after, unread));
    show(asked, list, one, all)
}

/// A team member's, in this store.
#[component]
pub fn StoreNotifications() -> impl IntoView {
    let asked = use_asked();
    let (one, all) = (ServerAction::<store::MarkRead>::new(), ServerAction::<store::MarkAllRead>::new());
    let changes = all_done([done(one), done(all)]);
    let key = move || (asked.get(), changes.get());
    let list = Resource::new(key, |((after, unread), _)| store::list_notifications(after, unread));
    show(asked, list, one, all)
}

/// Where the list begins, and whether only what is unread is wanted.
fn use_asked() -> Memo<(String, bool)> {
    let query = use_query_map();
    Memo::new(move |_| {
        query.with(|query| {
            (query.get("after").unwrap_or_default(), query.get("show").is_some_and(|show| show == "unread"))
        })
    })
}

fn show<R, A, O, P>(
    asked: Memo<(String, bool)>,
    list: Resource<Result<Notifications, AppError>>,
    one: ServerAction<R>,
    all: ServerAction<A>,
) -> impl IntoView
where
    R: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, O>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    A: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, P>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    O: 'static,
    P: 'static,
{
    let l = page();
    if let Some(UnreadCount(count)) = use_context::<UnreadCount>() {
        on_done(done(all), move || count.set(0));
        on_done(done(one), move || count.update(|count| *count = count.saturating_sub(1)));
    }
    let announces = boot::boot().is_some_and(|boot| {
        boot.frontend == Frontend::Admin
            && boot.principal.is_some_and(|principal| principal.may(permissions::ANNOUNCE.0))
    });
    let announce = announces.then(|| {
        view! { <LinkButton label=td_string!(l, announcements.title) href=paths::ANNOUNCEMENTS icon=IconName::Megaphone/> }
    });
    view! {
        <Page
            title=td_string!(l, notifications.title)
            narrow=true
            actions=move || {
                view! {
                    {announce}
                    <LinkButton
                        label=td_string!(l, preferences.title)
                        href=paths::PREFERENCES
                        icon=IconName::SlidersHorizontal
                    />
                    <ActionButton action=all label=td_string!(l, notifications.mark_all)/>
                }
            }
        >
            <nav class="tabs" aria-label=td_string!(l, notifications.title)>
                <a href=href(paths::NOTIFICATIONS) aria-current=move || (!asked.get().1).then_some("page")>
                    {td_string!(l, notifications.all)}
                </a>
                <a
                    href=format!("{}?show=unread", href(paths::NOTIFICATIONS))
                    aria-current=move || asked.get().1.then_some("page")
                >
                    {td_string!(l, notifications.unread)}
                </a>
            </nav>
            <Load value=list view=move |list| content(list, asked.get_untracked().1, one)/>
        </Page>
    }
}

fn content<R, O>(list: Notifications, only_unread: bool, one: ServerAction<R>) -> AnyView
where
    R: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, O>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    O: 'static,
{
    let l = page();
    let Notifications { announcements, items, next } = list;
    if items.is_empty() && announcements.is_empty() {
        return view! {
            <EmptyState
                title=td_string!(l, notifications.empty_title)
                body=td_string!(l, notifications.empty_body)
                icon=IconName::Bell
            />
        }
        .into_any();
    }
    let older = next.map(|next| {
        let show = if only_unread { "&show=unread" } else { "" };
        let address = format!("{}?after={next}{show}", href(paths::NOTIFICATIONS));
        view! { <div class="row" data-justify="center"><a class="button" data-variant="secondary" href=address>{td_string!(l, notifications.older)}</a></div> }
    });
    let rows = items.into_iter().map(|item| row(item, one)).collect_view();
    view! {
        <div class="stack">
            <Announcements shown=announcements/>
            {rows}
            {older}
        </div>
    }
    .into_any()
}

fn row<R, O>(item: NotificationRow, one: ServerAction<R>) -> AnyView
where
    R: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, O>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    O: 'static,
{
    let l = page();
    let at = fmt::date_time(locale(), item.at);
    let title = match item.path.as_str() {
        "" => view! { <strong>{item.title}</strong> }.into_any(),
        path => view! { <strong><Link href=path.to_owned()>{item.title}</Link></strong> }.into_any(),
    };
    let state = (!item.is_read).then(|| view! { <Badge label=td_string!(l, notifications.new) tone=Tone::Accent/> });
    let mark = (!item.is_read).then(|| {
        view! {
            <ActionButton
                action=one
                label=td_string!(l, notifications.mark)
                fields=vec![("id", item.id.to_string())]
                size=Size::Small
                variant=Variant::Plain
            />
        }
    });
    view! {
        <Card>
            <div class="stack" data-gap="tight">
                <div class="row" data-justify="between"><span>{title} " " {state}</span> {mark}</div>
                {(!item.body.is_empty()).then(|| view! { <p>{item.body}</p> })}
                <p class="muted">{at}</p>
            </div>
        </Card>
    }
    .into_any()
}
