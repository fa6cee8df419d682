//! The editor of a platform's page, one language at a time.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_kernel::AppError;
use orion_ui::{
    ActionButton, Card, Confirm, Form, Hidden, IconName, LinkButton, Load, ResourceDetails, Variant, all_done, done,
    may, say_done,
};

use crate::{
    components::{LocaleTabs, PlacementFields, TextFields, VisibilityBadge, asked_locale, scope_label},
    error,
    i18n::{page, td_string},
    model::PageScope,
    paths, permissions,
    server_fns::admin::{RemovePlatformPage, SavePlatformPageSettings, SavePlatformPageText, edit_platform_page},
    views::PageEditor,
};

#[derive(Clone, Copy)]
struct Actions {
    text: ServerAction<SavePlatformPageText>,
    settings: ServerAction<SavePlatformPageSettings>,
    remove: ServerAction<RemovePlatformPage>,
}

/// The page whose scope, slug and perhaps language stand in the address.
#[component]
pub fn EditPage() -> impl IntoView {
    let l = page();
    let params = use_params_map();
    let actions = Actions { text: ServerAction::new(), settings: ServerAction::new(), remove: ServerAction::new() };
    let saved = all_done([done(actions.text), done(actions.settings)]);
    say_done(saved, td_string!(l, page.saved));
    let key = move || {
        let params = params.read();
        let scope = params.get("scope").and_then(|code| PageScope::from_code(&code));
        (scope, params.get("slug").unwrap_or_default(), asked_locale(&params), saved.get())
    };
    let editor = Resource::new(key, |(scope, slug, locale, _)| async move {
        let scope = scope.ok_or_else(AppError::not_found)?;
        edit_platform_page(scope, slug, locale?).await.map(|editor| (scope, editor))
    });
    view! { <Load value=editor view=move |(scope, editor)| editor_view(scope, editor, actions)/> }
}

fn editor_view(scope: PageScope, editor: PageEditor, actions: Actions) -> AnyView {
    let l = page();
    let (may_write, may_place) = (may(permissions::MANAGE), may(permissions::MENUS));
    let is_visible = editor.is_visible;
    let address = editor.address.clone();
    let first = editor.locales.first().copied();
    let slug = editor.slug.clone();
    let path = move |locale| {
        if Some(locale) == first {
            paths::platform_page(scope, &slug)
        } else {
            paths::platform_page_text(scope, &slug, locale)
        }
    };
    let settings = editor.clone();
    let removal = may_write.then(|| {
        let confirm = Confirm::new(
            td_string!(l, page.delete_title, title = editor.name.clone()),
            td_string!(l, page.delete_body),
        );
        let fields = vec![("scope", scope.code().to_owned()), ("slug", editor.slug.clone())];
        view! {
            <Card>
                <ActionButton
                    action=actions.remove
                    label=td_string!(l, page.delete)
                    fields
                    variant=Variant::Critical
                    confirm
                />
            </Card>
        }
    });
    let fields = editor.clone();
    let text = if may_write {
        view! {
            <Form action=actions.text submit=td_string!(l, page.save) guard=true error_text=error::text>
                <Hidden name="scope" value=scope.code()/>
                <Hidden name="slug" value=fields.slug.clone()/>
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
            subtitle=scope_label(scope)
            back=paths::PAGES
            back_label=td_string!(l, page.index)
            status=move || view! { <VisibilityBadge is_visible/> }
            actions=move || {
                (is_visible && !address.is_empty())
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
                            <Hidden name="scope" value=scope.code()/>
                            <Hidden name="slug" value=slug/>
                            <PlacementFields editor=settings/>
                        </Form>
                    </Card>
                });
                view! { {placement} {removal} }
            }
        >
            <LocaleTabs locales=editor.locales path/>
            {text}
        </ResourceDetails>
    }
    .into_any()
}
