//! The page behind a link by mail: what it is for while it works, or how to get another.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use orion_ui::{Alert, LinkButton, Page, Skeleton, Tone, Variant, error_page, page::locale};

use crate::{
    error,
    i18n::{page, td_string},
    model::LinkKind,
    paths,
    server_fns::storefront::read_link,
    views::LinkView,
};

/// Asks whether the link in the address works. Looking does not use it: programs that look through mail follow links too.
#[component]
pub fn LinkPage<V>(
    /// What the link is for.
    kind: LinkKind,
    /// The content, given whom it was sent to and its token.
    view: V,
) -> AnyView
where
    V: Fn(LinkView, String) -> AnyView + Send + Sync + 'static,
{
    let view = Arc::new(view);
    let token = use_query_map().read_untracked().get("token").unwrap_or_default();
    let link = Resource::new(
        {
            let token = token.clone();
            move || token.clone()
        },
        move |token| read_link(kind, token),
    );
    view! {
        <Transition fallback=|| view! { <div class="page"><Skeleton lines=4/></div> }>
            {move || {
                let (view, token) = (Arc::clone(&view), token.clone());
                Suspend::new(async move {
                    match link.await {
                        Ok(link) => view(link, token),
                        Err(error) if ["link_used", "link_expired"].contains(&error.code.as_ref()) => {
                            dead(kind, error::text(locale(), &error.code, &error.params))
                        }
                        Err(error) => error_page(&error),
                    }
                })
            }}
        </Transition>
    }
    .into_any()
}

/// What is wrong with the link, and the way to another.
fn dead(kind: LinkKind, why: Option<String>) -> AnyView {
    let l = page();
    let (again, path) = match kind {
        LinkKind::Registration => (td_string!(l, register.resend), paths::REGISTER_AGAIN),
        LinkKind::Password => (td_string!(l, new_password.again), paths::FORGOTTEN),
        LinkKind::Email => (td_string!(l, link.to_details), paths::DETAILS),
    };
    view! {
        <Page title=td_string!(l, link.title) narrow=true>
            <Alert tone=Tone::Warning title=why.unwrap_or_default()/>
            <div class="row">
                <LinkButton label=again href=path variant=Variant::Primary/>
                <LinkButton label=td_string!(l, link.sign_in) href=paths::SIGN_IN/>
            </div>
        </Page>
    }
    .into_any()
}
