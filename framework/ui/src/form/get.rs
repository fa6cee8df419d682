//! Search and filters: a form whose fields end up in the address.

use leptos::{
    form::form_data_from_event,
    html,
    prelude::*,
    reactive::owner::Owner,
    web_sys::{HtmlFormElement, SubmitEvent, UrlSearchParams},
};
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::page;

/// A form that leads to a page below the base with its fields in the query. With scripts it does not load the page anew.
#[component]
pub fn GetForm(
    /// The page's path below the base.
    #[prop(into)]
    path: String,
    /// What it is for, such as `search`.
    #[prop(default = None, into)]
    role: Option<&'static str>,
    /// Further classes.
    #[prop(optional, into)]
    class: String,
    /// The fields.
    children: Children,
) -> AnyView {
    let action = page::href(&path);
    let to = action.clone();
    let navigate = use_navigate();
    // Drawn again for another address, the boxes and inputs on the page would keep what was entered for the one before. What
    // is entered before the scripts have loaded stays.
    let form_ref = NodeRef::<html::Form>::new();
    let is_first = Owner::current_shared_context().is_some_and(|context| context.during_hydration());
    Effect::new(move || {
        if let (Some(form), false) = (form_ref.get(), is_first) {
            HtmlFormElement::reset(&form);
        }
    });
    let on_submit = move |event: SubmitEvent| {
        let Some(query) = query(&event) else { return };
        event.prevent_default();
        let target = if query.is_empty() { to.clone() } else { format!("{to}?{query}") };
        // The base is in the address already.
        navigate(&target, NavigateOptions { resolve: false, scroll: false, ..Default::default() });
    };
    view! {
        <form class=class role=role method="get" action=action node_ref=form_ref on:submit=on_submit>
            {children()}
        </form>
    }
    .into_any()
}

/// The filled fields as a query; empty ones would only lengthen the address.
fn query(event: &SubmitEvent) -> Option<String> {
    let data = form_data_from_event(event).ok()?;
    let params = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    let all = params.to_string().as_string()?;
    let filled: Vec<&str> = all.split('&').filter(|pair| !pair.is_empty() && !pair.ends_with('=')).collect();
    Some(filled.join("&"))
}
