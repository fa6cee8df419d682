//! A window above the page for a short task or a question.

use leptos::{
    ev::MouseEvent,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlDialogElement, HtmlFormElement},
};

use super::{Size, Variant, face};
use crate::{
    i18n::{page, td_string},
    icon::IconName,
};

/// A dialog. Opened by a [`DialogButton`] with the same id; closes by Escape, its cross, a [`DialogClose`], or when a form in
/// it has done what it was asked.
#[component]
pub fn Dialog(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// What it asks or does.
    #[prop(into)]
    title: String,
    /// Buttons at the bottom, outside of any form in the body.
    #[prop(optional, into)]
    footer: Option<ViewFnOnce>,
    /// The body.
    children: Children,
) -> AnyView {
    let heading = format!("{id}-title");
    let (dialog, labelled_by) = (id.clone(), heading.clone());
    view! {
        <dialog class="dialog" id=dialog aria-labelledby=labelled_by closedby="any">
            <h2 class="dialog-title" id=heading>{title}</h2>
            <div class="dialog-body">{children()}</div>
            {footer.map(|footer| view! { <div class="dialog-foot">{footer.run()}</div> })}
            // Last, so that the focus goes to the body's first control.
            {closer(
                id,
                Variant::Plain,
                Size::Medium,
                face(td_string!(page(), actions.close).to_string(), Some(IconName::X), true),
                true,
            )}
        </dialog>
    }
    .into_any()
}

/// The button that opens a dialog.
#[component]
pub fn DialogButton(
    /// The dialog's id.
    #[prop(into)]
    dialog: String,
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
) -> AnyView {
    opener(dialog, "button", Some(variant), size, icon_only, face(label, icon, icon_only))
}

/// A button in a dialog that closes it and does nothing else; what was entered and what was refused is forgotten.
#[component]
pub fn DialogClose(
    /// The dialog's id.
    #[prop(into)]
    dialog: String,
    /// "Cancel" unless something else says it better.
    #[prop(optional, into)]
    label: String,
) -> AnyView {
    let label = if label.is_empty() { td_string!(page(), actions.cancel).to_string() } else { label };
    closer(dialog, Variant::Secondary, Size::Medium, face(label, None, false), false)
}

/// A button that opens the dialog: by its command, and by a script where browsers do not know commands.
pub(crate) fn opener(
    dialog: String,
    class: &'static str,
    variant: Option<Variant>,
    size: Size,
    icon_only: bool,
    face: AnyView,
) -> AnyView {
    let id = dialog.clone();
    view! {
        <button
            type="button"
            class=class
            data-variant=variant.map(Variant::code)
            data-size=size.code()
            data-icon-only=icon_only
            aria-haspopup="dialog"
            command="show-modal"
            commandfor=dialog
            on:click=move |event: MouseEvent| {
                // Where the script runs, the command does not run too: it would find the dialog open, and complain.
                event.prevent_default();
                if let Some(dialog) = find(&id) && !dialog.open() {
                    // It fails only when the dialog has just left the page.
                    drop(dialog.show_modal());
                }
            }
        >
            {face}
        </button>
    }
    .into_any()
}

fn closer(dialog: String, variant: Variant, size: Size, face: AnyView, icon_only: bool) -> AnyView {
    view! {
        <button
            type="button"
            class="button"
            data-variant=variant.code()
            data-size=size.code()
            data-icon-only=icon_only
            command="close"
            commandfor=dialog
            on:click=move |event: MouseEvent| {
                // The command would find the dialog closed, and complain.
                event.prevent_default();
                if let Some(button) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
                    leave(&button);
                }
            }
        >
            {face}
        </button>
    }
    .into_any()
}

/// Closes the dialog each time what it asked for is done.
pub(crate) fn close_when(dialog: String, done: Signal<Option<usize>>) {
    Effect::new(move || {
        if let (Some(_), Some(dialog)) = (done.get(), find(&dialog)) {
            dialog.close();
        }
    });
}

/// Closes the dialog the element stands in, if it stands in one.
pub(crate) fn close_around(element: &Element) {
    if let Some(dialog) = around(element) {
        dialog.close();
    }
}

/// The same, and its forms are as they were at first.
fn leave(element: &Element) {
    let Some(dialog) = around(element) else { return };
    if let Ok(forms) = Element::query_selector_all(&dialog, "form") {
        for index in 0..forms.length() {
            if let Some(form) = forms.get(index).and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
                HtmlFormElement::reset(&form);
            }
        }
    }
    dialog.close();
}

fn around(element: &Element) -> Option<HtmlDialogElement> {
    element.closest("dialog").ok().flatten().and_then(|element| element.dyn_into().ok())
}

fn find(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id).and_then(|element| element.dyn_into().ok())
}
