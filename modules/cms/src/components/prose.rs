//! A content page.

use leptos::prelude::*;
use leptos_meta::Meta;
use orion_ui::Page;

use crate::views::ContentPage;

/// Title and text. The text was cleaned when it was written.
#[component]
pub fn Prose(
    /// The page.
    content: ContentPage,
) -> AnyView {
    let description = content.description;
    let meta = (!description.is_empty()).then(|| view! { <Meta name="description" content=description/> });
    view! {
        {meta}
        <Page title=content.title narrow=true>
            <div class="prose" inner_html=content.body_html></div>
        </Page>
    }
    .into_any()
}
