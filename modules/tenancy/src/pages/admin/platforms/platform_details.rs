//! The page about one platform.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;
use orion_kernel::fmt;
use orion_ui::{
    ActionButton, Card, DescriptionList, Fact, FileField, Form, Hidden, IconName, LinkButton, Load, PostForm,
    ResourceDetails, TextField, Variant, all_done, done, page::locale, say_done,
};

use super::platform_fields::{Filled, common_fields, host_field};
use crate::{
    error,
    i18n::{page, td_string},
    paths,
    server_fns::platforms::{RemovePlatformLogo, SavePlatform, UploadPlatformLogo, edit_platform},
    views::PlatformEditor,
};

/// Name, host, languages, look, and where merchants find help.
#[component]
pub fn PlatformDetailsPage() -> impl IntoView {
    let params = use_params_map();
    let code = Memo::new(move |_| params.with(|params| params.get("code")).unwrap_or_default());
    let save = ServerAction::<SavePlatform>::new();
    let remove = ServerAction::<RemovePlatformLogo>::new();
    let saved = done(save);
    say_done(saved, td_string!(page(), settings.saved));
    let changes = all_done([saved, done(remove)]);
    let platform = Resource::new(move || (code.get(), changes.get()), |(code, _)| edit_platform(code));
    view! { <Load value=platform view=move |platform| details(platform, save, remove)/> }
}

fn details(
    platform: PlatformEditor,
    save: ServerAction<SavePlatform>,
    remove: ServerAction<RemovePlatformLogo>,
) -> AnyView {
    let l = page();
    let admin = format!("{}/admin", platform.origin);
    let (origin, for_side) = (platform.origin.clone(), platform.clone());
    let filled = Filled {
        host: platform.host.clone(),
        locales: platform.locales,
        support_email: platform.support_email,
        accent_hue: platform.accent_hue,
    };
    let may_move = platform.may_move;
    let (name, code, code_of_logo) = (platform.name.clone(), platform.code.clone(), platform.code);
    view! {
        <ResourceDetails
            title=platform.name
            subtitle=origin.clone()
            back=paths::PLATFORMS
            back_label=td_string!(l, platforms.title)
            actions=move || {
                view! {
                    <LinkButton
                        label=td_string!(l, platforms.open_site)
                        href=origin
                        icon=IconName::ExternalLink
                        external=true
                    />
                    <LinkButton
                        label=td_string!(l, platforms.open_admin)
                        href=admin
                        icon=IconName::ExternalLink
                        external=true
                    />
                }
            }
            side=move || view! { <Facts platform=for_side/> }
        >
            <Form action=save guard=true error_text=error::text submit=td_string!(l, settings.save)>
                <Hidden name="code" value=code/>
                <Card>
                    <div class="stack">
                        <TextField
                            name="name"
                            label=td_string!(l, platforms.name)
                            value=name
                            maxlength=80
                            required=true
                        />
                        {if may_move {
                            host_field(filled.host.clone())
                        } else {
                            view! { <Hidden name="host" value=filled.host.clone()/> }.into_any()
                        }}
                        {common_fields(filled)}
                    </div>
                </Card>
            </Form>
            <Logo code=code_of_logo logo=platform.logo remove/>
        </ResourceDetails>
    }
    .into_any()
}

#[component]
fn Logo(code: String, logo: String, remove: ServerAction<RemovePlatformLogo>) -> impl IntoView {
    let l = page();
    let has_logo = !logo.is_empty();
    let removal = has_logo.then(|| {
        view! {
            <ActionButton
                action=remove
                label=td_string!(l, platforms.remove_logo)
                fields=vec![("code", code.clone())]
                variant=Variant::Plain
                error_text=error::text
            />
        }
    });
    let shown = has_logo.then(|| view! { <p><img src=logo alt=td_string!(l, platforms.logo) height="28"/></p> });
    view! {
        <Card title=td_string!(l, platforms.logo) subtitle=td_string!(l, platforms.logo_lead)>
            <div class="stack">
                {shown}
                <PostForm
                    url=UploadPlatformLogo::url()
                    multipart=true
                    error_text=error::text
                    submit=td_string!(l, platforms.upload_logo)
                    id="logo"
                >
                    <Hidden name="code" value=code/>
                    <FileField
                        name="file"
                        label=td_string!(l, platforms.logo_file)
                        accept="image/png,image/webp,image/avif,image/svg+xml"
                        required=true
                    />
                </PostForm>
                {removal}
            </div>
        </Card>
    }
}

#[component]
fn Facts(platform: PlatformEditor) -> impl IntoView {
    let l = page();
    view! {
        <Card title=td_string!(l, modules.about)>
            <DescriptionList>
                <Fact term=td_string!(l, modules.code)>{platform.code}</Fact>
                <Fact term=td_string!(l, platforms.operators)>{platform.operators.join(", ")}</Fact>
                <Fact term=td_string!(l, stores.created)>{fmt::date(locale(), platform.created_at)}</Fact>
            </DescriptionList>
        </Card>
    }
}
