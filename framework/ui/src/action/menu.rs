//! A list of actions behind a button.

use leptos::prelude::*;
use leptos_router::components::A;

use super::{Size, Variant, dialog::opener, face, popover::close_around_entry};
use crate::{
    icon::{self, IconName},
    page,
};

/// A menu: a button and the popover it opens. Put [`MenuLink`], [`MenuButton`] and action buttons into it.
#[component]
pub fn Menu(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// What is behind it.
    #[prop(into)]
    label: String,
    /// Stands before the words; three dots when there is none and the words are hidden.
    #[prop(default = None, into)]
    icon: Option<IconName>,
    /// Shows the icon alone.
    #[prop(optional)]
    icon_only: bool,
    /// Its weight.
    #[prop(optional)]
    variant: Variant,
    /// Its size.
    #[prop(optional)]
    size: Size,
    /// What is always shown on the button in place of icon and words.
    #[prop(optional, into)]
    face_view: Option<ViewFnOnce>,
    /// The entries.
    children: Children,
) -> AnyView {
    let icon = icon.or(icon_only.then_some(IconName::Ellipsis));
    let title = icon_only.then(|| label.clone());
    let on_button = match face_view {
        Some(view) => view! { {view.run()} <span class="visually-hidden">{label}</span> }.into_any(),
        None => face(label, icon, icon_only),
    };
    view! {
        <button
            type="button"
            class="button"
            data-variant=variant.code()
            data-size=size.code()
            data-icon-only=icon_only
            title=title
            popovertarget=id.clone()
        >
            {on_button}
        </button>
        <div class="popover menu" id=id popover="auto" on:click=|event| close_around_entry(&event)>
            {children()}
        </div>
    }
    .into_any()
}

/// An entry that leads somewhere.
#[component]
pub fn MenuLink(
    /// Where it leads, in words.
    #[prop(into)]
    label: String,
    /// A path below the base, or an address with `external`.
    #[prop(into)]
    href: String,
    /// Stands before the words.
    #[prop(default = None, into)]
    icon: Option<IconName>,
    /// Leads to another frontend, language or site.
    #[prop(optional)]
    external: bool,
    /// The one that is in force.
    #[prop(optional)]
    current: bool,
) -> AnyView {
    let face = view! {
        {icon.map(icon::small)}
        {label}
    };
    if external {
        let current = current.then_some("true");
        view! { <a class="menu-item" href=href rel="external" aria-current=current>{face}</a> }.into_any()
    } else {
        view! { <A href=page::href(&href) exact=true attr:class="menu-item">{face}</A> }.into_any()
    }
}

/// An entry that does something: runs a callback, submits the form around the menu, or opens a dialog.
#[component]
pub fn MenuButton(
    /// A verb, and what it is done to.
    #[prop(into)]
    label: String,
    /// Stands before the words.
    #[prop(default = None, into)]
    icon: Option<IconName>,
    /// Destroys or cancels something.
    #[prop(optional)]
    critical: bool,
    /// `button` or `submit`.
    #[prop(default = "button")]
    kind: &'static str,
    /// The dialog it opens.
    #[prop(optional, into)]
    dialog: String,
    /// Why it cannot be done now; disables it when not empty.
    #[prop(optional, into)]
    reason: String,
    /// Runs on a press, with scripts only.
    #[prop(default = None, into)]
    on_click: Option<Callback<()>>,
) -> AnyView {
    let face = view! {
        {icon.map(icon::small)}
        {label}
    }
    .into_any();
    if !dialog.is_empty() {
        return opener(dialog, "menu-item", None, Size::Medium, false, face);
    }
    let refused = !reason.is_empty();
    view! {
        <button
            type=kind
            class="menu-item"
            data-critical=critical
            disabled=refused
            title=refused.then_some(reason)
            on:click=move |_| {
                if let Some(run) = on_click {
                    run.run(());
                }
            }
        >
            {face}
        </button>
    }
    .into_any()
}

/// A line between two groups of entries.
#[component]
pub fn MenuDivider() -> AnyView {
    view! { <hr /> }.into_any()
}
