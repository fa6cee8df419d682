//! Somebody was asked to take a merchant over.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;
use orion_kernel::{boot::set_status, fmt};
use orion_ui::{
    Alert, Card, DescriptionList, EmptyPage, Fact, Hidden, IconName, LinkButton, Load, Page, PostForm, SubmitButton,
    Tone, Variant, page::locale,
};

use crate::{
    error,
    i18n::{page, td_string},
    paths,
    server_fns::platform::{
        SignOut,
        access::{AcceptTransfer, transfer_page},
    },
    views::TransferView,
};

/// The transfer; whoever is meant signs in to accept it.
#[component]
pub fn TransferPage() -> impl IntoView {
    let params = use_params_map();
    let token = Memo::new(move |_| params.with(|params| params.get("token")).unwrap_or_default());
    let transfer = Resource::new(move || token.get(), transfer_page);
    view! {
        <Load
            value=transfer
            view=move |transfer| match transfer {
                Some(transfer) => open(transfer, token.get_untracked()),
                None => gone(),
            }
        />
    }
}

fn gone() -> AnyView {
    let l = page();
    set_status(404);
    view! {
        <EmptyPage title=td_string!(l, transfers.gone_title) body=td_string!(l, transfers.gone_body) icon=IconName::Mail/>
    }
    .into_any()
}

fn open(transfer: TransferView, token: String) -> AnyView {
    let l = page();
    let title = td_string!(l, transfers.page_title, merchant = transfer.merchant.clone()).to_string();
    let form_of_answer = answer(transfer.clone(), token);
    view! {
        <Page title subtitle=td_string!(l, transfers.page_lead) narrow=true>
            <Card>
                <DescriptionList>
                    <Fact term=td_string!(l, transfers.owner)>{transfer.from.clone()}</Fact>
                    <Fact term=td_string!(l, transfers.to)>{transfer.email.clone()}</Fact>
                    <Fact term=td_string!(l, invitations.until)>{fmt::date_time(locale(), transfer.expires_at)}</Fact>
                </DescriptionList>
            </Card>
            {form_of_answer}
        </Page>
    }
    .into_any()
}

fn answer(transfer: TransferView, token: String) -> AnyView {
    let l = page();
    match (transfer.signed_in_as.clone(), transfer.is_me) {
        (Some(_), true) => view! {
            <PostForm url=AcceptTransfer::url() error_text=error::text>
                <Hidden name="token" value=token/>
                <SubmitButton label=td_string!(l, transfers.accept) wide=true/>
            </PostForm>
        }
        .into_any(),
        (Some(other), false) => view! {
            <Alert
                tone=Tone::Warning
                title=td_string!(l, invitations.somebody_else, email = other).to_string()
                actions=|| {
                    view! {
                        <PostForm url=SignOut::url()>
                            <SubmitButton label=td_string!(page(), sign_in.sign_out) variant=Variant::Secondary icon=IconName::LogOut/>
                        </PostForm>
                    }
                }
            >
                {td_string!(l, transfers.somebody_else_body, email = transfer.email).to_string()}
            </Alert>
        }
        .into_any(),
        (None, _) => {
            let here = format!("{}{}", orion_ui::page::base(), paths::transfer(&token));
            let href = format!("{}?next={here}", paths::SIGN_IN);
            view! { <LinkButton label=td_string!(l, transfers.sign_in) href variant=Variant::Primary wide=true/> }.into_any()
        }
    }
}
