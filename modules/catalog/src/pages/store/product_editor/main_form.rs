//! The product's own form: texts in one language, where it belongs, and the grid of variants.

use leptos::prelude::*;
use orion_kernel::Locale;
use orion_ui::{Card, Checkbox, Choice, FieldRow, FieldSet, Form, Hidden, Select, TextArea, TextField, href};

use super::variants::VariantsCard;
use crate::{
    components::status_name,
    error,
    i18n::{page, td_string},
    model::ProductStatus,
    paths,
    server_fns::store::SaveProduct,
    views::{CategoryChoice, Editor},
};

/// The form.
#[component]
pub fn MainForm(editor: Editor, action: ServerAction<SaveProduct>) -> impl IntoView {
    let l = page();
    view! {
        <Form action=action submit=td_string!(l, editor.save) guard=true error_text=error::text id="product">
            <Hidden name="id" value=editor.id.to_string()/>
            <Hidden name="version" value=editor.version.clone()/>
            <Hidden name="language" value=editor.locale.code()/>
            <Texts editor=editor.clone()/>
            <VariantsCard editor=editor.clone()/>
            <SearchEngines editor=editor.clone()/>
            <Organisation editor=editor/>
        </Form>
    }
}

#[component]
fn Texts(editor: Editor) -> impl IntoView {
    let l = page();
    let default = editor.locales.first().copied().unwrap_or(editor.locale);
    let is_default = editor.locale == default;
    let tabs = (editor.locales.len() > 1).then(|| view! { <Languages editor=editor.clone()/> });
    let fallback = (!is_default).then(|| {
        let language = default.name_in_own_language();
        view! { <p class="muted">{td_string!(l, editor.fallback, language = language).to_string()}</p> }
    });
    view! {
        <Card title=td_string!(l, editor.texts)>
            <div class="stack">
                {tabs}
                {fallback}
                <TextField name="title" label=td_string!(l, editor.name) value=editor.texts.title required=is_default/>
                <TextArea
                    name="description_html"
                    label=td_string!(l, editor.description)
                    hint=td_string!(l, editor.description_hint)
                    value=editor.texts.description_html
                    rows=8
                    wide=true
                />
            </div>
        </Card>
    }
}

/// A link for each language: leaving unsaved texts is asked about first.
#[component]
fn Languages(editor: Editor) -> impl IntoView {
    let links = editor.locales.iter().map(|locale: &Locale| {
        let address = href(&paths::edit_product_texts(editor.id, locale.code()));
        let current = (*locale == editor.locale).then_some("page");
        view! { <a href=address aria-current=current lang=locale.code() data-noscroll="true">{locale.name_in_own_language()}</a> }
    });
    view! { <nav class="tabs" aria-label=td_string!(page(), editor.languages)>{links.collect_view()}</nav> }
}

#[component]
fn SearchEngines(editor: Editor) -> impl IntoView {
    let l = page();
    let preview_title =
        if editor.texts.seo_title.is_empty() { editor.title.clone() } else { editor.texts.seo_title.clone() };
    let preview_text = editor.texts.seo_description.clone();
    view! {
        <Card title=td_string!(l, editor.search_engines) subtitle=td_string!(l, editor.search_engines_hint)>
            <div class="stack">
                <div class="search-preview">
                    <p class="link">{preview_title}</p>
                    <p class="muted">{editor.storefront_url.clone()}</p>
                    <p>{preview_text}</p>
                </div>
                <TextField
                    name="seo_title"
                    label=td_string!(l, editor.seo_title)
                    hint=td_string!(l, editor.seo_title_hint)
                    value=editor.texts.seo_title
                />
                <TextArea
                    name="seo_description"
                    label=td_string!(l, editor.seo_description)
                    hint=td_string!(l, editor.seo_description_hint)
                    value=editor.texts.seo_description
                    rows=2
                />
                <TextField
                    name="slug"
                    label=td_string!(l, editor.slug)
                    hint=td_string!(l, editor.slug_hint)
                    value=editor.slug
                    prefix="/products/"
                    required=true
                />
            </div>
        </Card>
    }
}

#[component]
fn Organisation(editor: Editor) -> impl IntoView {
    let l = page();
    let states = ProductStatus::ALL.iter().map(|status| Choice::new(status.code(), status_name(*status))).collect();
    view! {
        <Card title=td_string!(l, editor.organisation)>
            <div class="stack">
                <FieldRow>
                    <Select name="status" label=td_string!(l, products.status) options=states value=editor.status.code()/>
                    <TextField name="vendor" label=td_string!(l, products.vendor) value=editor.vendor/>
                    <TextField name="kind" label=td_string!(l, editor.kind) value=editor.kind/>
                </FieldRow>
                <TextField
                    name="tags"
                    label=td_string!(l, editor.tags)
                    hint=td_string!(l, editor.tags_hint)
                    value=editor.tags.join(", ")
                />
                <Categories categories=editor.categories/>
            </div>
        </Card>
    }
}

#[component]
fn Categories(categories: Vec<CategoryChoice>) -> impl IntoView {
    let l = page();
    if categories.is_empty() {
        return view! { <p class="muted">{td_string!(l, editor.no_categories)}</p> }.into_any();
    }
    let boxes = categories.into_iter().map(|category| {
        let id = category.id.to_string();
        view! {
            <Checkbox
                name="categories[]"
                id=format!("category-{id}")
                value=id
                label=category.name
                checked=category.is_chosen
            />
        }
    });
    view! { <FieldSet legend=td_string!(l, editor.categories)>{boxes.collect_view()}</FieldSet> }.into_any()
}
