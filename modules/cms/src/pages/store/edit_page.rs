//! The editor of a store's page, one language at a time.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_ui::{
    ActionButton, Alert, Card, Confirm, Form, Hidden, IconName, LinkButton, Load, ResourceDetails, Variant, all_done,
    done, may, say_done,
};

use crate::{
    components::{LocaleTabs, OriginBadge, PlacementFields, TextFields, VisibilityBadge, asked_locale},
    error,
    i18n::{page, td_string},
    model::Origin,
    paths, permissions,
    server_fns::store::{RemoveStorePage, SaveStorePageSettings, SaveStorePageText, edit_store_page},
    views::StorePageEditor,
};

#[derive(Clone, Copy)]
struct Actions {
    text: ServerAction<SaveStorePageText>,
    settings: ServerAction<SaveStorePageSettings>,
    remove: ServerAction<RemoveStorePage>,
}

/// The page whose slug, and perhaps language, stands in the address.
#[component]
pub fn EditPage() -> impl IntoView {
    let l = page();
    let params = use_params_map();
    let actions = Actions { text: ServerAction::new(), settings: ServerAction::new(), remove: ServerAction::new() };
    let saved = all_done([done(actions.text), done(actions.settings)]);
    say_done(saved, td_string!(l, page.saved));
    let key = move || {
        let params = params.read();
        (params.get("slug").unwrap_or_default(), asked_locale(&params), saved.get())
    };
    let editor = Resource::new(key, |(slug, locale, _)| async move { edit_store_page(slug, locale?).await });
    view! { <Load value=editor view=move |editor| editor_view(editor, actions)/> }
}

fn editor_view(editor: StorePageEditor, actions: Actions) -> AnyView {
    let l = page();
    let StorePageEditor { page: editor, origin } = editor;
    let (may_write, may_place) = (may(permissions::MANAGE), may(permissions::MENUS));
    let is_visible = editor.is_visible;
    let address = editor.address.clone();
    let first = editor.locales.first().copied();
    let slug = editor.slug.clone();
    let path =
        move |locale| if Some(locale) == first { paths::content(&slug) } else { paths::page_text(&slug, locale) };
    let inherited = (origin == Origin::Inherited).then(|| {
        view! { <Alert title=td_string!(l, page.inherited_title)>{td_string!(l, page.inherited_body)}</Alert> }
    });
    let settings = editor.clone();
    let removal = may_write.then(|| removal(&editor.slug, &editor.name, origin, actions.remove));
    let slug = editor.slug.clone();
    let fields = editor.clone();
    let text = if may_write {
        view! {
            <Form action=actions.text submit=td_string!(l, page.save) guard=true error_text=error::text>
                <Hidden name="slug" value=slug/>
                <Hidden name="locale" value=fields.locale.code()/>
                <Card><div class="stack"><TextFields editor=fields/></div></Card>
            </Form>
        }
        .into_any()
    } else {
        view! { <Card title=fields.title><div class="prose" inner_html=fields.body_html></div></Card> }.into_any()
    };
    view! {
        <ResourceDetails
            title=editor.name.clone()
            subtitle=paths::content(&editor.slug)
            back=paths::PAGES
            back_label=td_string!(l, page.index)
            status=move || view! { <OriginBadge origin/> <VisibilityBadge is_visible/> }
            actions=move || {
                is_visible
                    .then(|| {
                        view! {
                            <LinkButton
                                label=td_string!(l, page.preview)
                                href=address
                                icon=IconName::ExternalLink
                                external=true
                            />
                        }
                    })
            }
            side=move || {
                let slug = settings.slug.clone();
                let placement = may_place.then(|| view! {
                    <Card title=td_string!(l, page.settings)>
                        <Form action=actions.settings submit=td_string!(l, page.save) error_text=error::text>
                            <Hidden name="slug" value=slug/>
                            <PlacementFields editor=settings/>
                        </Form>
                    </Card>
                });
                view! { {placement} {removal} }
            }
        >
            {inherited}
            <LocaleTabs locales=editor.locales path/>
            {text}
        </ResourceDetails>
    }
    .into_any()
}

/// Back to the platform's page, or away with it.
fn removal(slug: &str, name: &str, origin: Origin, remove: ServerAction<RemoveStorePage>) -> AnyView {
    let l = page();
    let name = name.to_owned();
    let (label, confirm) = match origin {
        Origin::Inherited => return ().into_any(),
        Origin::Customised => (
            td_string!(l, page.reset),
            Confirm::new(td_string!(l, page.reset_title, title = name), td_string!(l, page.reset_body)),
        ),
        Origin::Own => (
            td_string!(l, page.delete),
            Confirm::new(td_string!(l, page.delete_title, title = name), td_string!(l, page.delete_body)),
        ),
    };
    let fields = vec![("slug", slug.to_owned())];
    view! { <Card><ActionButton action=remove label fields variant=Variant::Critical confirm/></Card> }.into_any()
}
