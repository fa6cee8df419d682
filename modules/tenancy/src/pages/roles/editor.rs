//! A role as it is made and changed.

use leptos::{
    prelude::*,
    server_fn::{Http, ServerFn, codec::PostUrl},
};
use orion_kernel::{AppError, Permission};
use orion_ui::{Alert, Card, Form, Hidden, Load, ResourceDetails, SubmitButton, TextField, Tone};
use serde::de::DeserializeOwned;

use crate::{
    components::{PermissionBoxes, reason_of, reason_without},
    error,
    i18n::{page, td_string},
    views::RoleEditor,
};

/// The editor, below the list at `base`. `save` saves the role; changing roles takes `managing`.
pub(super) fn editor<S, O>(
    role: Resource<Result<RoleEditor, AppError>>,
    save: ServerAction<S>,
    base: &'static str,
    managing: Permission,
) -> AnyView
where
    S: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, O>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    O: 'static,
{
    view! { <Load value=role view=move |role| form(role, save, base, managing)/> }.into_any()
}

fn form<S, O>(role: RoleEditor, save: ServerAction<S>, base: &'static str, managing: Permission) -> AnyView
where
    S: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, O>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    O: 'static,
{
    let l = page();
    let beyond = reason_of(role.refusal.as_deref());
    let reason = if beyond.is_empty() { reason_without(managing) } else { beyond.clone() };
    let alert = (!beyond.is_empty()).then(|| view! { <Alert tone=Tone::Warning>{beyond}</Alert> });
    let title = if role.id.is_some() { role.name.clone() } else { td_string!(l, roles.new_title).to_owned() };
    let id = role.id.map(|id| view! { <Hidden name="id" value=id.to_string()/> });
    let people = role.people;
    let is_new = role.id.is_none();
    view! {
        <ResourceDetails
            title
            back=base
            back_label=td_string!(l, roles.title)
            side=move || {
                (!is_new).then(|| those_who_have_it(people))
            }
        >
            {alert}
            <Form action=save guard=true error_text=error::text>
                {id}
                <Card>
                    <TextField
                        name="name"
                        label=td_string!(l, roles.name)
                        hint=td_string!(l, roles.name_hint)
                        value=role.name
                        required=true
                    />
                </Card>
                <PermissionBoxes name="permissions" groups=role.groups chosen=role.allows/>
                <div class="row"><SubmitButton label=td_string!(l, settings.save) reason/></div>
            </Form>
        </ResourceDetails>
    }
    .into_any()
}

fn those_who_have_it(people: Vec<String>) -> impl IntoView {
    let l = page();
    let content = if people.is_empty() {
        view! { <p class="muted">{td_string!(l, roles.nobody)}</p> }.into_any()
    } else {
        view! { <ul>{people.into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}</ul> }.into_any()
    };
    view! { <Card title=td_string!(l, roles.who)>{content}</Card> }
}
