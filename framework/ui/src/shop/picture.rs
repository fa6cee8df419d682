//! Pictures that keep their place before they load.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    field::filled,
    i18n::{page, td_string},
};

/// A picture as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Its address.
    pub src: String,
    /// What it shows; empty when it only decorates.
    pub alt: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Its sizes for `srcset`; empty when there is one.
    #[serde(default)]
    pub srcset: String,
}

impl Picture {
    /// A picture in one size.
    #[must_use]
    pub fn new(src: impl Into<String>, alt: impl Into<String>, width: u32, height: u32) -> Self {
        Self { src: src.into(), alt: alt.into(), width, height, srcset: String::new() }
    }
}

/// A picture.
#[component]
pub fn Image(
    /// Which.
    picture: Picture,
    /// In sight when the page opens: loads at once.
    #[prop(optional)]
    eager: bool,
    /// How wide it is shown, as in `sizes`.
    #[prop(optional, into)]
    sizes: String,
    /// Further classes.
    #[prop(optional, into)]
    class: String,
) -> AnyView {
    view! {
        <img
            class=format!("picture {class}")
            src=picture.src
            srcset=filled(picture.srcset)
            sizes=filled(sizes)
            alt=picture.alt
            width=picture.width.to_string()
            height=picture.height.to_string()
            loading=if eager { "eager" } else { "lazy" }
            fetchpriority=eager.then_some("high")
            decoding="async"
        />
    }
    .into_any()
}

/// The pictures of a product: swiped on a phone, all in sight on a wide screen.
#[component]
pub fn Gallery(
    /// The pictures, the most telling first.
    pictures: Vec<Picture>,
) -> AnyView {
    let items = pictures
        .into_iter()
        .enumerate()
        .map(|(index, picture)| {
            view! { <li><Image picture eager=index == 0 sizes="(min-width: 56rem) 50vw, 92vw" /></li> }
        })
        .collect_view();
    view! {
        <ul class="gallery" tabindex="0" aria-label=td_string!(page(), shop.pictures).to_string()>
            {items}
        </ul>
    }
    .into_any()
}
