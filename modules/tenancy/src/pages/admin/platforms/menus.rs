//! The menus of the platform's frontends: order, names, what is hidden. Everything is a button, so it works by keyboard, by
//! touch and without scripts.

use std::collections::BTreeMap;

use leptos::prelude::*;
use orion_kernel::{Frontend, Locale};
use orion_ui::{
    ActionButton, Badge, Card, Confirm, Dialog, DialogButton, Form, Hidden, IconName, Load, Page, Size, Tab, Tabs,
    TextField, Tone, Variant, all_done, done, say_done, use_index_query,
};

use crate::{
    error,
    forms::label_field,
    i18n::{page, td_string},
    pages::admin::contributions::frontend_name,
    paths,
    server_fns::platforms::{HideMenuEntry, MoveMenuEntryDown, MoveMenuEntryUp, RenameMenuEntry, ResetMenu, edit_menu},
    views::{MenuEditor, MenuEntryEditor, MenuSectionEditor},
};

/// What the buttons do.
#[derive(Clone, Copy)]
struct Actions {
    up: ServerAction<MoveMenuEntryUp>,
    down: ServerAction<MoveMenuEntryDown>,
    hide: ServerAction<HideMenuEntry>,
    rename: ServerAction<RenameMenuEntry>,
    reset: ServerAction<ResetMenu>,
}

/// The menu of one frontend; the others are a tab away.
#[component]
pub fn MenuPage() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let frontend = Memo::new(move |_| {
        query.with(|query| query.filter("frontend").and_then(Frontend::from_code)).unwrap_or(Frontend::Store)
    });
    let actions = Actions {
        up: ServerAction::new(),
        down: ServerAction::new(),
        hide: ServerAction::new(),
        rename: ServerAction::new(),
        reset: ServerAction::new(),
    };
    let (moved, toggled) = (all_done([done(actions.up), done(actions.down)]), done(actions.hide));
    let (renamed, was_reset) = (done(actions.rename), done(actions.reset));
    say_done(moved, td_string!(l, done.moved));
    say_done(toggled, td_string!(l, done.toggled));
    say_done(renamed, td_string!(l, done.renamed));
    say_done(was_reset, td_string!(l, done.reset_done));
    let changes = all_done([moved, toggled, renamed, was_reset]);
    let menu = Resource::new(move || (frontend.get(), changes.get()), |(frontend, _)| edit_menu(frontend));
    view! {
        <Page title=td_string!(l, menus.title) subtitle=td_string!(l, menus.lead)>
            <Load value=menu view=move |menu| editor(menu, actions)/>
        </Page>
    }
}

fn editor(menu: MenuEditor, actions: Actions) -> AnyView {
    let l = page();
    let frontend = menu.frontend;
    let tabs = menu
        .frontends
        .iter()
        .map(|other| Tab::new(frontend_name(*other), paths::menu(other.code())).current(*other == frontend))
        .collect();
    let last = menu.sections.len().saturating_sub(1);
    let sections = menu
        .sections
        .into_iter()
        .enumerate()
        .map(|(place, section)| {
            let ends = (place == 0, place == last);
            view! { <SectionCard section frontend ends locales=menu.locales.clone() actions/> }
        })
        .collect_view();
    let reset = menu.is_changed.then(|| {
        view! {
            <div class="row">
                <ActionButton
                    action=actions.reset
                    label=td_string!(l, menus.reset)
                    fields=vec![("frontend", frontend.code().to_owned())]
                    confirm=Confirm::new(
                        td_string!(l, menus.reset_title, menu = frontend_name(frontend)).to_string(),
                        td_string!(l, menus.reset_body),
                    )
                    error_text=error::text
                />
            </div>
        }
    });
    view! { <Tabs label=td_string!(l, menus.title) items=tabs/> {sections} {reset} }.into_any()
}

#[component]
fn SectionCard(
    section: MenuSectionEditor,
    frontend: Frontend,
    ends: (bool, bool),
    locales: Vec<Locale>,
    actions: Actions,
) -> impl IntoView {
    let l = page();
    let title = if section.entry.name.is_empty() {
        td_string!(l, menus.untitled).to_owned()
    } else {
        section.entry.name.clone()
    };
    let last = section.entries.len().saturating_sub(1);
    let for_section = locales.clone();
    let rows = section
        .entries
        .into_iter()
        .enumerate()
        .map(|(place, entry)| {
            let hidden =
                entry.is_hidden.then(|| view! { <Badge label=td_string!(l, menus.hidden) tone=Tone::Warning/> });
            let (name, path) = (entry.name.clone(), entry.path.clone());
            view! {
                <li class="row" data-justify="between">
                    <span>{name} " " <span class="muted">{path}</span> " " {hidden}</span>
                    <Buttons entry frontend ends=(place == 0, place == last) locales=locales.clone() actions/>
                </li>
            }
        })
        .collect_view();
    let hidden =
        section.entry.is_hidden.then(|| view! { <Badge label=td_string!(l, menus.hidden) tone=Tone::Warning/> });
    let head = section.entry;
    view! {
        <Card
            title
            actions=move || view! { {hidden} <Buttons entry=head frontend ends locales=for_section actions/> }
        >
            <ul class="stack">{rows}</ul>
        </Card>
    }
}

#[component]
fn Buttons(
    entry: MenuEntryEditor,
    frontend: Frontend,
    ends: (bool, bool),
    locales: Vec<Locale>,
    actions: Actions,
) -> impl IntoView {
    let l = page();
    let name = if entry.name.is_empty() { td_string!(l, menus.untitled).to_owned() } else { entry.name.clone() };
    let fields = || vec![("frontend", frontend.code().to_owned()), ("key", entry.key.clone())];
    let with_hide = |hide: bool| [fields(), vec![("hide", hide.to_string())]].concat();
    let end = |is_end: bool| if is_end { td_string!(l, menus.at_the_end).to_owned() } else { String::new() };
    let needed = if entry.is_needed { td_string!(l, menus.needed).to_owned() } else { String::new() };
    let (label, icon) = if entry.is_hidden {
        (td_string!(l, menus.show, name = name.clone()), IconName::Eye)
    } else {
        (td_string!(l, menus.hide, name = name.clone()), IconName::EyeOff)
    };
    let hide_reason = if entry.is_hidden { String::new() } else { needed };
    view! {
        <span class="row">
            <ActionButton
                action=actions.up
                label=td_string!(l, menus.up, name = name.clone()).to_string()
                fields=fields()
                icon=IconName::ArrowUp
                icon_only=true
                size=Size::Small
                variant=Variant::Plain
                reason=end(ends.0)
                error_text=error::text
            />
            <ActionButton
                action=actions.down
                label=td_string!(l, menus.down, name = name.clone()).to_string()
                fields=fields()
                icon=IconName::ArrowDown
                icon_only=true
                size=Size::Small
                variant=Variant::Plain
                reason=end(ends.1)
                error_text=error::text
            />
            <ActionButton
                action=actions.hide
                label=label.to_string()
                fields=with_hide(!entry.is_hidden)
                icon
                icon_only=true
                size=Size::Small
                variant=Variant::Plain
                reason=hide_reason
                error_text=error::text
            />
            <RenameDialog entry frontend locales name action=actions.rename/>
        </span>
    }
}

#[component]
fn RenameDialog(
    entry: MenuEntryEditor,
    frontend: Frontend,
    locales: Vec<Locale>,
    name: String,
    action: ServerAction<RenameMenuEntry>,
) -> impl IntoView {
    let l = page();
    let slug: String = entry.key.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let dialog = format!("rename-{slug}");
    let labels: BTreeMap<Locale, String> = entry.labels.into_iter().collect();
    let declared: BTreeMap<Locale, String> = entry.declared.into_iter().collect();
    let prefix = dialog.clone();
    // Made inside the form, which tells them what was entered and what was wrong.
    let fields = move || {
        let field = |locale: Locale| {
            view! {
                <TextField
                    name=label_field(locale.code())
                    id=format!("{prefix}-{}", locale.code())
                    label=locale.name_in_own_language()
                    placeholder=declared.get(&locale).cloned().unwrap_or_default()
                    value=labels.get(&locale).cloned().unwrap_or_default()
                    maxlength=40
                />
            }
        };
        locales.into_iter().map(field).collect_view()
    };
    view! {
        <DialogButton
            dialog=dialog.clone()
            label=td_string!(l, menus.rename, name = name.clone()).to_string()
            icon=IconName::Pencil
            icon_only=true
            size=Size::Small
            variant=Variant::Plain
        />
        <Dialog id=dialog.clone() title=td_string!(l, menus.rename, name = name).to_string()>
            <Form action error_text=error::text submit=td_string!(l, settings.save) id=format!("{dialog}-form")>
                <p class="muted">{td_string!(l, menus.rename_hint)}</p>
                <Hidden name="frontend" value=frontend.code()/>
                <Hidden name="key" value=entry.key/>
                {fields()}
            </Form>
        </Dialog>
    }
}
