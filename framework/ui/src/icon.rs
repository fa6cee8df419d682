//! The one set of icons.

mod paths;

use leptos::prelude::*;

pub use paths::IconName;

impl IconName {
    /// The icon with this code; a plain circle for a code that is not in the set.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        Self::ALL.iter().copied().find(|icon| icon.code() == code).unwrap_or(Self::Circle)
    }
}

/// An icon of 20 pixels, or 16. Hidden from screen readers unless it has a name of its own.
#[component]
pub fn Icon(
    /// Which.
    name: IconName,
    /// 16 instead of 20 pixels.
    #[prop(optional)]
    small: bool,
    /// What it says when nothing beside it does.
    #[prop(optional, into)]
    label: String,
) -> AnyView {
    let named = !label.is_empty();
    view! {
        <svg
            class="icon"
            viewBox="0 0 24 24"
            width=if small { "16" } else { "20" }
            height=if small { "16" } else { "20" }
            data-size=if small { "16" } else { "20" }
            role=named.then_some("img")
            aria-label=named.then_some(label)
            aria-hidden=(!named).then_some("true")
            inner_html=name.drawing()
        ></svg>
    }
    .into_any()
}

/// An icon of 16 pixels beside words.
pub(crate) fn small(name: IconName) -> AnyView {
    Icon(IconProps { name, small: true, label: String::new() }).into_any()
}
