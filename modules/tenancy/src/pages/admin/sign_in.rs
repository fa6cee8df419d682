//! The operators' door.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use orion_kernel::Boot;
use orion_ui::{Card, EmptyState, IconName, LinkButton, Variant};

use crate::{
    components::SignInCard,
    i18n::{page, td_string},
    model::Door,
    server_fns::admin::identity::SignIn,
};

/// Signs an operator in; whoever is signed in already is shown in.
#[component]
pub fn SignInPage() -> impl IntoView {
    let l = page();
    let name = use_context::<Boot>().and_then(|boot| boot.principal).map(|principal| principal.name);
    match name {
        None => view! {
            <Title text=td_string!(l, sign_in.title)/>
            <h1 class="visually-hidden">{td_string!(l, sign_in.title)}</h1>
            <SignInCard url=SignIn::url() door=Door::Admin/>
        }
        .into_any(),
        Some(name) => view! {
            <Card>
                <EmptyState
                    title=td_string!(l, sign_in.signed_in_as, name = name).to_string()
                    icon=IconName::CircleCheck
                    actions=move || {
                        view! { <LinkButton label=td_string!(l, sign_in.to_dashboard) href="/" variant=Variant::Primary/> }
                    }
                />
            </Card>
        }
        .into_any(),
    }
}
