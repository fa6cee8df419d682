//! The members' door.

use leptos::{prelude::*, server_fn::ServerFn};
use orion_kernel::Boot;
use orion_ui::{Card, IconName, LinkButton, Load, Page, PostForm, SubmitButton, Variant, page::base};

use crate::{
    components::SignInCard,
    i18n::{page, td_string},
    model::Door,
    paths,
    server_fns::platform::{SignOut, access::my_stores, identity::SignIn},
    views::MyStoreList,
};

/// Signs a member in; whoever is signed in already finds their stores.
#[component]
pub fn SignInPage() -> impl IntoView {
    let l = page();
    let name = use_context::<Boot>().and_then(|boot| boot.principal).map(|principal| principal.name);
    let stores = Resource::new(|| (), |()| my_stores(String::new(), 1));
    match name {
        None => view! {
            <Page title=td_string!(l, sign_in.title) subtitle=td_string!(l, sign_in.member_lead) narrow=true>
                <SignInCard url=SignIn::url() door=Door::Platform/>
            </Page>
        }
        .into_any(),
        Some(name) => view! {
            <Page title=td_string!(l, sign_in.your_stores) subtitle=td_string!(l, sign_in.signed_in_as, name = name).to_string() narrow=true>
                <Load value=stores view=store_list/>
                <PostForm url=SignOut::url()>
                    <SubmitButton label=td_string!(l, sign_in.sign_out) variant=Variant::Secondary icon=IconName::LogOut/>
                </PostForm>
            </Page>
        }
        .into_any(),
    }
}

fn store_list(found: MyStoreList) -> AnyView {
    let base = base();
    let more = found
        .has_more
        .then(|| view! { <LinkButton label=td_string!(page(), switcher.all) href=paths::STORES wide=true/> });
    let links = found
        .stores
        .into_iter()
        .map(|store| {
            let href = format!("{base}{}", paths::back_office(&store.code));
            view! { <LinkButton label=store.name href icon=IconName::Store external=true wide=true/> }
        })
        .collect_view();
    view! { <Card><div class="stack" data-gap="tight">{links} {more}</div></Card> }.into_any()
}
