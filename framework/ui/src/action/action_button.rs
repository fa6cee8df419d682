//! A form of one button: does one thing to one row or page.

use leptos::{
    prelude::*,
    server_fn::{Http, ServerFn, codec::PostUrl},
};
use orion_kernel::AppError;
use serde::de::DeserializeOwned;

use super::{Dialog, DialogButton, DialogClose, Size, SubmitButton, Variant};
use crate::{
    field::Hidden,
    form::{Form, FormLayout, slug},
    icon::IconName,
    texts::{ErrorText, no_text},
};

/// What is asked before something is done: what will happen to what.
#[derive(Clone, Debug)]
pub struct Confirm {
    pub(crate) title: String,
    pub(crate) body: String,
}

impl Confirm {
    /// "Cancel order 1042?", and what that means.
    #[must_use]
    pub fn new(title: impl Into<String>, body: impl Into<String>) -> Self {
        Self { title: title.into(), body: body.into() }
    }
}

/// A button that calls a server function with fixed values, and asks first if told to. Works without scripts.
#[component]
pub fn ActionButton<S, O>(
    /// The server function's action.
    action: ServerAction<S>,
    /// A verb, and what it is done to; the dialog's button repeats it.
    #[prop(into)]
    label: String,
    /// The server function's arguments.
    #[prop(optional)]
    fields: Vec<(&'static str, String)>,
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
    /// Asked first, for what cannot be undone.
    #[prop(default = None, into)]
    confirm: Option<Confirm>,
    /// Why it cannot be done now; disables the button when not empty.
    #[prop(optional, into)]
    reason: String,
    /// The sentences for the module's own error codes.
    #[prop(default = no_text)]
    error_text: ErrorText,
    /// Unique on the page; made of the arguments unless given.
    #[prop(optional, into)]
    id: String,
) -> AnyView
where
    S: ServerFn<Error = AppError, Protocol = Http<PostUrl, O>> + DeserializeOwned + Clone + Send + Sync + 'static,
    S::Output: Send + Sync + 'static,
    O: 'static,
{
    let id = if id.is_empty() { id_of(S::url(), &fields) } else { id };
    let hidden = fields.into_iter().map(|(name, value)| view! { <Hidden name value /> }).collect_view();
    let refused = !reason.is_empty();
    let Some(confirm) = confirm.filter(|_| !refused) else {
        let button = if icon_only {
            view! { <super::Button label variant size icon icon_only=true kind="submit" reason busy=action.pending() /> }
        } else {
            view! { <SubmitButton label variant size icon wide reason /> }
        };
        return view! { <Form action layout=FormLayout::Plain id error_text>{hidden}{button}</Form> }.into_any();
    };
    let dialog = format!("{id}-confirm");
    let decisive = if variant == Variant::Critical { Variant::Critical } else { Variant::Primary };
    // In a page full of buttons the red one stands in the dialog.
    let quiet = if variant == Variant::Critical { Variant::Secondary } else { variant };
    view! {
        <DialogButton dialog=dialog.clone() label=label.clone() variant=quiet size icon icon_only />
        <Dialog id=dialog.clone() title=confirm.title>
            <p class="muted">{confirm.body}</p>
            <Form action id error_text>
                {hidden}
                <div class="row" data-justify="end">
                    <DialogClose dialog />
                    <SubmitButton label variant=decisive />
                </div>
            </Form>
        </Dialog>
    }
    .into_any()
}

fn id_of(url: &str, fields: &[(&'static str, String)]) -> String {
    let mut id = slug(url.rsplit('/').next().unwrap_or(url));
    for (_, value) in fields {
        id.push('-');
        id.push_str(&slug(value));
    }
    id
}
