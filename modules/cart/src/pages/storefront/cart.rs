//! The cart.

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys::HtmlFormElement};
use orion_contracts::VariantId;
use orion_kernel::{AppError, fmt};
use orion_ui::{
    Alert, CartCount, EmptyState, IconName, LineItems, LinkButton, Load, Page, Size, Toast, Tone, TwoColumns, Variant,
    page::locale, use_toasts,
};

use super::{
    line::{line_view, quantity_form_id},
    notice::Notice,
    summary::summary,
};
use crate::{
    error,
    i18n::{page, td_string},
    paths,
    server_fns::{AddLine, RemoveLine, SetQuantity, show_cart},
    views::{CartChange, CartPage},
};

/// What can be done on the page.
#[derive(Clone, Copy)]
pub struct Actions {
    /// Changes how many.
    pub set: ServerAction<SetQuantity>,
    /// Takes something out.
    pub remove: ServerAction<RemoveLine>,
    /// Puts it back.
    pub restore: ServerAction<AddLine>,
    /// Whether scripts run: forms send themselves then.
    pub has_scripts: RwSignal<bool>,
}

/// The shopper's cart, checked against stock and prices of now.
#[component]
pub fn Cart() -> impl IntoView {
    let actions = Actions {
        set: ServerAction::new(),
        remove: ServerAction::new(),
        restore: ServerAction::new(),
        has_scripts: RwSignal::new(false),
    };
    let cart = Resource::new(
        move || (actions.set.version().get(), actions.remove.version().get(), actions.restore.version().get()),
        |_| show_cart(),
    );
    Effect::new(move || actions.has_scripts.set(true));
    follow(actions, cart);
    put_back(cart);
    view! { <Load value=cart view=move |found| content(found, actions)/> }
}

/// Counts in the header, and says what was done with a way back.
fn follow(actions: Actions, cart: Resource<Result<CartPage, AppError>>) {
    let (l, locale, toasts, header) = (page(), locale(), use_toasts(), use_context::<CartCount>());
    // What became of the change; a refusal is told, because the form it came from is drawn anew.
    let outcome = move |value: Option<Result<CartChange, AppError>>| match value? {
        Ok(change) => {
            if let Some(CartCount(count)) = header {
                count.set(change.count);
            }
            Some(change)
        }
        Err(error) => {
            let error = error::unread_quantity(&error).unwrap_or(error);
            toasts.show(Toast::new(error::sentence(locale, &error)).tone(Tone::Critical));
            None
        }
    };
    Effect::new(move || {
        let Some(change) = outcome(actions.set.value().get()) else { return };
        toasts.show(if change.is_capped {
            let quantity = fmt::number(locale, change.quantity);
            Toast::new(td_string!(l, buy.capped, quantity = quantity)).tone(Tone::Warning)
        } else {
            Toast::new(td_string!(l, page.updated))
        });
    });
    Effect::new(move || {
        let Some(change) = outcome(actions.remove.value().get()) else { return };
        let CartChange { variant_id, quantity, .. } = change;
        let was = cart.with_untracked(|cart| {
            let line = cart.as_ref()?.as_ref().ok()?.lines.iter().find(|line| line.variant_id == variant_id)?;
            Some(line.title.clone())
        });
        let text = was.map_or_else(
            || td_string!(l, page.removed_notice).to_owned(),
            |product| td_string!(l, page.removed, product = product),
        );
        let toast = Toast::new(text);
        toasts.show(if quantity > 0 {
            toast.undo(Callback::new(move |()| {
                actions.restore.dispatch(AddLine { variant_id, quantity });
            }))
        } else {
            toast
        });
    });
    Effect::new(move || {
        outcome(actions.restore.value().get());
    });
}

/// Each quantity is what the cart holds after it was loaded anew: a number that was typed stays in its field otherwise.
fn put_back(cart: Resource<Result<CartPage, AppError>>) {
    Effect::new(move || {
        let lines: Vec<VariantId> = cart.with(|cart| match cart {
            Some(Ok(cart)) => cart.lines.iter().map(|line| line.variant_id).collect(),
            _ => Vec::new(),
        });
        // The lines are drawn first.
        request_animation_frame(move || {
            for line in lines {
                let form = document().get_element_by_id(&quantity_form_id(line));
                if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
                    form.reset();
                }
            }
        });
    });
}

fn content(cart: CartPage, actions: Actions) -> AnyView {
    let l = page();
    if cart.lines.is_empty() {
        return view! {
            <Page title=td_string!(l, page.title)>
                <Notice actions/>
                <EmptyState
                    title=td_string!(l, page.empty_title)
                    body=td_string!(l, page.empty_body)
                    icon=IconName::ShoppingBag
                    actions=move || {
                        view! {
                            <LinkButton
                                label=td_string!(l, page.to_products)
                                href=paths::PRODUCTS
                                variant=Variant::Primary
                                size=Size::Large
                            />
                        }
                    }
                />
            </Page>
        }
        .into_any();
    }
    let subtitle = if cart.count == 1 {
        td_string!(l, page.one_item).to_owned()
    } else {
        td_string!(l, page.n_items, count = fmt::number(locale(), i64::from(cart.count)))
    };
    let blocked = cart.is_blocked().then(|| {
        view! {
            <Alert tone=Tone::Warning title=td_string!(l, notes.blocked_title)>
                <p>{td_string!(l, notes.blocked_body)}</p>
            </Alert>
        }
    });
    let (subtotal, is_blocked) = (cart.subtotal, cart.is_blocked());
    let lines = cart.lines.into_iter().map(|line| line_view(line, actions)).collect_view();
    view! {
        <Page title=td_string!(l, page.title) subtitle>
            <Notice actions/>
            <TwoColumns side=move || summary(subtotal, is_blocked)>
                {blocked}
                <LineItems>{lines}</LineItems>
            </TwoColumns>
        </Page>
    }
    .into_any()
}

impl Actions {
    /// Whether anything was done since the page was loaded.
    pub fn were_used(self) -> bool {
        let versions = [self.set.version(), self.remove.version(), self.restore.version()];
        versions.iter().any(|version| version.get_untracked() > 0)
    }
}
