//! Writes an announcement, in each language.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_kernel::{AppError, boot};
use orion_ui::{
    ActionButton, Card, Choice, Confirm, DateField, FieldRow, Form, Hidden, Load, Page, Select, TextArea, TextField,
    Variant, done, error_page, may,
};

use crate::{
    error,
    forms::AnnouncementForm,
    i18n::{page, td_string},
    paths, permissions,
    server_fns::admin::{EndAnnouncement, SaveAnnouncement, edit_announcement},
};

/// A new one.
#[component]
pub fn NewAnnouncement() -> AnyView {
    let may_write = may(permissions::ANNOUNCE);
    if !may_write {
        return error_page(&AppError::forbidden());
    }
    let empty = AnnouncementForm { tone: "info".to_owned(), ..AnnouncementForm::default() };
    show(String::new(), empty, ServerAction::new(), ServerAction::new())
}

/// One that there is.
#[component]
pub fn EditAnnouncement() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.read().get("id").unwrap_or_default());
    let (save, end) = (ServerAction::new(), ServerAction::<EndAnnouncement>::new());
    let changes = done(end);
    let form = Resource::new(move || (id.get(), changes.get()), |(id, _)| edit_announcement(id));
    view! { <Load value=form view=move |form| show(id.get_untracked(), form, save, end)/> }
}

fn show(
    id: String,
    form: AnnouncementForm,
    save: ServerAction<SaveAnnouncement>,
    end: ServerAction<EndAnnouncement>,
) -> AnyView {
    let l = page();
    let locales = boot::boot().map(|boot| boot.locales).unwrap_or_default();
    let first = locales.first().copied();
    let (titles, bodies) = (form.title, form.body);
    let texts = move || {
        locales
            .into_iter()
            .map(|locale| {
                let code = locale.code();
                let text =
                    |texts: &std::collections::BTreeMap<String, String>| texts.get(code).cloned().unwrap_or_default();
                let (heading, body) = (text(&titles), text(&bodies));
                view! {
                    <Card title=locale.name_in_own_language()>
                        <div class="stack">
                            <TextField
                                name=format!("title[{code}]")
                                label=td_string!(l, announcements.heading)
                                value=heading
                                required=Some(locale) == first
                            />
                            <TextArea
                                name=format!("body[{code}]")
                                label=td_string!(l, announcements.body)
                                value=body
                            />
                        </div>
                    </Card>
                }
            })
            .collect_view()
    };
    let tones = vec![
        Choice::new("info", td_string!(l, announcements.info)),
        Choice::new("warning", td_string!(l, announcements.warning)),
    ];
    let stop = (!id.is_empty()).then(|| {
        let confirm = Confirm::new(td_string!(l, announcements.end_title), td_string!(l, announcements.end_body));
        view! {
            <ActionButton
                action=end
                label=td_string!(l, announcements.end)
                fields=vec![("id", id.clone())]
                variant=Variant::Critical
                confirm
            />
        }
    });
    let title = if id.is_empty() { td_string!(l, announcements.new) } else { td_string!(l, announcements.edit) };
    view! {
        <Page
            title
            back=paths::ANNOUNCEMENTS
            back_label=td_string!(l, announcements.title)
            narrow=true
            actions=move || stop
        >
            <Form
                action=save
                submit=td_string!(l, announcements.save)
                cancel=paths::ANNOUNCEMENTS
                guard=true
                error_text=error::text
            >
                <Hidden name="id" value=id/>
                {texts()}
                <Card>
                    <div class="stack">
                        <Select
                            name="tone"
                            label=td_string!(l, announcements.tone)
                            options=tones
                            value=form.tone
                            required=true
                        />
                        <FieldRow>
                            <DateField
                                name="starts_at"
                                label=td_string!(l, announcements.starts_at)
                                hint=td_string!(l, announcements.starts_at_hint)
                                value=form.starts_at
                                with_time=true
                            />
                            <DateField
                                name="ends_at"
                                label=td_string!(l, announcements.ends_at)
                                hint=td_string!(l, announcements.ends_at_hint)
                                value=form.ends_at
                                with_time=true
                            />
                        </FieldRow>
                    </div>
                </Card>
            </Form>
        </Page>
    }
    .into_any()
}
