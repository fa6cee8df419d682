//! The store's logo, and the small picture in the browser's tab. The browser posts both forms itself: the frame of the page
//! shows them too.

use leptos::{prelude::*, server_fn::ServerFn as _};
use orion_kernel::boot::LogoView;
use orion_ui::{Card, FileField, Image, Picture, PostForm, may};

use crate::{
    error,
    i18n::{page, td_string},
    permissions::STORES_MANAGE,
    server_fns::store::setup::{RemoveFavicon, RemoveLogo, UploadFavicon, UploadLogo},
};

/// How large the picture in the tab is shown.
const FAVICON_SIDE: u32 = 32;

/// What there is, and a form for another.
#[component]
pub fn LogoCard(
    /// The logo there is.
    logo: Option<LogoView>,
    /// The store's name, which the logo stands for.
    name: String,
) -> impl IntoView {
    let l = page();
    let may = may(STORES_MANAGE);
    let has = logo.is_some();
    let shown = match logo {
        Some(logo) => view! { <Image picture=Picture::new(logo.src, name, logo.width, logo.height)/> }.into_any(),
        None => view! { <p class="muted">{td_string!(l, logo.none)}</p> }.into_any(),
    };
    let upload = may.then(|| {
        view! {
            <PostForm url=UploadLogo::url() multipart=true submit=td_string!(l, logo.upload) error_text=error::text>
                <FileField
                    name="file"
                    label=td_string!(l, logo.file)
                    hint=td_string!(l, logo.hint)
                    accept="image/png,image/jpeg,image/webp"
                    required=true
                />
            </PostForm>
        }
    });
    let remove = (may && has).then(|| {
        view! { <PostForm url=RemoveLogo::url() submit=td_string!(l, logo.remove) error_text=error::text/> }
    });
    view! {
        <Card title=td_string!(l, logo.title)>
            <div class="stack">{shown} {upload} {remove}</div>
        </Card>
    }
}

/// The same for the picture in the tab.
#[component]
pub fn FaviconCard(
    /// The path of the one there is.
    favicon: Option<String>,
) -> impl IntoView {
    let l = page();
    let may = may(STORES_MANAGE);
    let has = favicon.is_some();
    let shown = match favicon {
        Some(src) => view! { <Image picture=Picture::new(src, "", FAVICON_SIDE, FAVICON_SIDE)/> }.into_any(),
        None => view! { <p class="muted">{td_string!(l, logo.favicon_none)}</p> }.into_any(),
    };
    let upload = may.then(|| {
        view! {
            <PostForm url=UploadFavicon::url() multipart=true submit=td_string!(l, logo.upload) error_text=error::text>
                <FileField
                    name="file"
                    label=td_string!(l, logo.file)
                    hint=td_string!(l, logo.favicon_hint)
                    accept="image/png,image/webp"
                    required=true
                />
            </PostForm>
        }
    });
    let remove = (may && has).then(|| {
        view! {
            <PostForm url=RemoveFavicon::url() submit=td_string!(l, logo.favicon_remove) error_text=error::text/>
        }
    });
    view! {
        <Card title=td_string!(l, logo.favicon)>
            <div class="stack">{shown} {upload} {remove}</div>
        </Card>
    }
}
