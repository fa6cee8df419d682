//! Buttons and links.

mod action_button;
mod dialog;
mod menu;
mod popover;

use leptos::prelude::*;
use leptos_router::components::A;

pub use action_button::{ActionButton, Confirm};
pub use dialog::{Dialog, DialogButton, DialogClose};
pub(crate) use dialog::{close_around, close_when};
pub use menu::{Menu, MenuButton, MenuDivider, MenuLink};
pub(crate) use popover::close_on_leaving;

use crate::{
    form::FormContext,
    icon::{self, IconName},
    page,
};

/// How much weight a button has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Variant {
    /// The one thing to do here; at most one in sight.
    Primary,
    /// Everything else.
    #[default]
    Secondary,
    /// Without a frame: in toolbars and rows.
    Plain,
    /// Destroys or cancels something.
    Critical,
}

impl Variant {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Plain => "plain",
            Self::Critical => "critical",
        }
    }
}

/// How large a button is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// In rows and toolbars.
    Small,
    /// In pages.
    #[default]
    Medium,
    /// What the page is for: buying, signing up.
    Large,
}

impl Size {
    pub(crate) const fn code(self) -> Option<&'static str> {
        match self {
            Self::Small => Some("small"),
            Self::Medium => None,
            Self::Large => Some("large"),
        }
    }
}

/// What stands on a button: an icon and words, or an icon whose words only a screen reader says.
pub(crate) fn face(label: String, icon: Option<IconName>, icon_only: bool) -> AnyView {
    let words = if icon_only { "visually-hidden" } else { "button-label" };
    let drawing = icon.map(|name| icon::Icon(icon::IconProps { name, small: !icon_only, label: String::new() }));
    view! {
        {drawing}
        <span class=words>{label}</span>
    }
    .into_any()
}

/// A button that does something on this page.
#[component]
pub fn Button(
    /// A verb, and what it is done to.
    #[prop(into)]
    label: String,
    /// Its weight.
    #[prop(optional)]
    variant: Variant,
    /// Its size.
    #[prop(optional)]
    size: Size,
    /// Stands before the words.
    #[prop(default = None, into)]
    icon: Option<IconName>,
    /// Shows the icon alone; the words are for screen readers.
    #[prop(optional)]
    icon_only: bool,
    /// As wide as its surroundings.
    #[prop(optional)]
    wide: bool,
    /// `button`, `submit` or `reset`.
    #[prop(default = "button")]
    kind: &'static str,
    /// Name posted when this button submits.
    #[prop(optional, into)]
    name: String,
    /// Value posted when this button submits.
    #[prop(optional, into)]
    value: String,
    /// The form it belongs to, when it stands outside of it.
    #[prop(optional, into)]
    form: String,
    /// Something it started is still running.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Cannot be used now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Why it cannot be used; disables it when not empty.
    #[prop(optional, into)]
    reason: String,
    /// Runs on a press, with scripts only.
    #[prop(default = None, into)]
    on_click: Option<Callback<()>>,
    /// Further classes.
    #[prop(optional, into)]
    class: String,
) -> AnyView {
    let refused = !reason.is_empty();
    let title = if icon_only && !refused { label.clone() } else { reason };
    let inactive = move || refused || disabled.get();
    view! {
        <button
            type=if refused { "button" } else { kind }
            class=format!("button {class}")
            data-variant=variant.code()
            data-size=size.code()
            data-wide=wide
            data-icon-only=icon_only
            name=(!name.is_empty()).then_some(name)
            value=(!value.is_empty()).then_some(value)
            form=(!form.is_empty()).then_some(form)
            title=(!title.is_empty()).then_some(title)
            disabled=move || !refused && disabled.get()
            aria-disabled=move || (inactive() || busy.get()).then_some("true")
            aria-busy=move || busy.get().then_some("true")
            on:click=move |_| {
                if let Some(run) = on_click
                    && !inactive()
                    && !busy.get()
                {
                    run.run(());
                }
            }
        >
            {face(label, icon, icon_only)}
        </button>
    }
    .into_any()
}

/// The button that sends the form it stands in; busy while the form is on its way.
#[component]
pub fn SubmitButton(
    /// A verb, and what it is done to.
    #[prop(into)]
    label: String,
    /// Its weight.
    #[prop(default = Variant::Primary)]
    variant: Variant,
    /// Its size.
    #[prop(optional)]
    size: Size,
    /// Stands before the words.
    #[prop(default = None, into)]
    icon: Option<IconName>,
    /// As wide as its surroundings.
    #[prop(optional)]
    wide: bool,
    /// Posted with `value` when the form has several of them.
    #[prop(optional, into)]
    name: String,
    /// See `name`.
    #[prop(optional, into)]
    value: String,
    /// Why the form cannot be sent now; disables the button when not empty.
    #[prop(optional, into)]
    reason: String,
) -> AnyView {
    let busy = use_context::<FormContext>().map_or_else(Signal::default, |form| form.pending);
    view! { <Button label variant size icon wide kind="submit" name value busy reason /> }.into_any()
}

/// A link that looks like a button: goes somewhere.
#[component]
pub fn LinkButton(
    /// Where it leads, in words.
    #[prop(into)]
    label: String,
    /// A path below the base, or an address with `external`.
    #[prop(into)]
    href: String,
    /// Its weight.
    #[prop(optional)]
    variant: Variant,
    /// Its size.
    #[prop(optional)]
    size: Size,
    /// Stands before the words.
    #[prop(default = None, into)]
    icon: Option<IconName>,
    /// Shows the icon alone; the words are for screen readers.
    #[prop(optional)]
    icon_only: bool,
    /// As wide as its surroundings.
    #[prop(optional)]
    wide: bool,
    /// Leads to another frontend, language or site: loads, and the base is not added.
    #[prop(optional)]
    external: bool,
    /// Further classes.
    #[prop(optional, into)]
    class: String,
) -> AnyView {
    let title = icon_only.then(|| label.clone());
    view! {
        <a
            class=format!("button {class}")
            href=target(&href, external)
            rel=external.then_some("external")
            title=title
            data-variant=variant.code()
            data-size=size.code()
            data-wide=wide
            data-icon-only=icon_only
        >
            {face(label, icon, icon_only)}
        </a>
    }
    .into_any()
}

/// A link in running text, a menu or a heading; marked as current on the page it leads to.
#[component]
pub fn Link(
    /// A path below the base, or an address with `external`.
    #[prop(into)]
    href: String,
    /// Current only on this very page, not on those below it.
    #[prop(optional)]
    exact: bool,
    /// Leads to another frontend, language or site: loads, and the base is not added.
    #[prop(optional)]
    external: bool,
    /// Looks like the text around it.
    #[prop(optional)]
    plain: bool,
    /// Further classes.
    #[prop(optional, into)]
    class: String,
    /// What it says.
    children: Children,
) -> AnyView {
    let class = if plain { class } else { format!("link {class}") };
    if external {
        return view! { <a class=class href=href rel="external">{children()}</a> }.into_any();
    }
    view! { <A href=page::href(&href) exact=exact attr:class=class>{children()}</A> }.into_any()
}

/// The address behind a link. The router leaves addresses with a leading slash as they are, so the base is added here.
pub(crate) fn target(href: &str, external: bool) -> String {
    if external || !href.starts_with('/') { href.to_owned() } else { page::href(href) }
}
