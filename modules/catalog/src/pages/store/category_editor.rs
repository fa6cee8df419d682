//! A category in its form, new or not.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_contracts::CategoryId;
use orion_kernel::AppError;
use orion_ui::{
    ActionButton, Card, Choice, Confirm, Form, Hidden, IconName, LinkButton, Load, NumberField, Page, Select,
    TextField, Variant, done, say_done,
};

use super::category_index::indented;
use crate::{
    error,
    i18n::{page, td_string},
    paths,
    server_fns::categories::{DeleteCategory, SaveCategory, list_categories, open_category},
    views::{CategoryEditor, CategoryNode},
};

/// A new category.
#[component]
pub fn NewCategoryPage() -> impl IntoView {
    let l = page();
    let parents = Resource::new(|| (), |()| list_categories());
    view! {
        <Page title=td_string!(l, categories.add) back=paths::CATEGORIES back_label=td_string!(l, categories.title) narrow=true>
            <Load value=parents view=|parents| view! { <Fields parents=parents category=None/> }.into_any()/>
        </Page>
    }
}

/// A category that exists.
#[component]
pub fn CategoryEditorPage() -> impl IntoView {
    let l = page();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")).and_then(|id| id.parse::<CategoryId>().ok()));
    let delete = ServerAction::<DeleteCategory>::new();
    let category = Resource::new(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => open_category(id).await,
                None => Err(AppError::not_found()),
            }
        },
    );
    view! {
        <Load
            value=category
            view=move |category| {
                let confirm = Confirm::new(
                    td_string!(l, categories.delete_title, name = category.name.clone()).to_string(),
                    td_string!(l, categories.delete_body),
                );
                let (url, id) = (category.storefront_url.clone(), category.id.to_string());
                view! {
                    <Page
                        title=category.name.clone()
                        back=paths::CATEGORIES
                        back_label=td_string!(l, categories.title)
                        narrow=true
                        actions=move || {
                            view! {
                                <ActionButton
                                    action=delete
                                    label=td_string!(l, categories.delete)
                                    fields=vec![("id", id)]
                                    variant=Variant::Critical
                                    confirm=confirm
                                />
                                <LinkButton label=td_string!(l, editor.view) href=url icon=IconName::ExternalLink external=true/>
                            }
                        }
                    >
                        <Fields parents=category.parents.clone() category=Some(category)/>
                    </Page>
                }
                .into_any()
            }
        />
    }
}

#[component]
fn Fields(parents: Vec<CategoryNode>, category: Option<CategoryEditor>) -> impl IntoView {
    let l = page();
    let save = ServerAction::<SaveCategory>::new();
    say_done(done(save), td_string!(l, editor.saved));
    let parents = parents.iter().map(|node| Choice::new(node.id.to_string(), indented(node))).collect();
    let id = category.as_ref().map(|category| category.id.to_string()).unwrap_or_default();
    let parent = category.as_ref().and_then(|category| category.parent_id).map(|id| id.to_string()).unwrap_or_default();
    let position = category.as_ref().map_or(0, |category| i64::from(category.position));
    let (name, slug) = category.map(|category| (category.name, category.slug)).unwrap_or_default();
    view! {
        <Form action=save submit=td_string!(l, categories.save) cancel=paths::CATEGORIES guard=true error_text=error::text>
            <Hidden name="id" value=id/>
            <Card>
                <div class="stack">
                    <TextField name="name" label=td_string!(l, categories.name) value=name required=true/>
                    <TextField
                        name="slug"
                        label=td_string!(l, categories.address)
                        hint=td_string!(l, categories.slug_hint)
                        value=slug
                        prefix="/categories/"
                    />
                    <Select
                        name="parent"
                        label=td_string!(l, categories.parent)
                        options=parents
                        value=parent
                        placeholder=td_string!(l, categories.top)
                    />
                    <NumberField
                        name="position"
                        label=td_string!(l, categories.position)
                        hint=td_string!(l, categories.position_hint)
                        value=position
                        min=0
                        max=9_999
                        required=true
                    />
                </div>
            </Card>
        </Form>
    }
}
