//! The store's ways of shipping.

use leptos::prelude::*;
use orion_kernel::Boot;
use orion_ui::{
    ActionButton, Amount, Card, Confirm, DescriptionList, EmptyState, Fact, IconName, Load, SettingsPage,
    SettingsSection, Size, Variant, all_done, done, may, page::locale, say_done,
};

use super::{rate_form::RateDialog, settings_tabs::SettingsTabs};
use crate::{
    error,
    i18n::{page, td_string},
    permissions::STORES_MANAGE,
    server_fns::store::{RemoveRate, SaveRate, list_rates},
    views::RateRow,
};

/// What shoppers can choose from, and what it costs.
#[component]
pub fn ShippingSettings() -> impl IntoView {
    let l = page();
    let save = ServerAction::<SaveRate>::new();
    let remove = ServerAction::<RemoveRate>::new();
    let (saved, removed) = (done(save), done(remove));
    say_done(saved, td_string!(l, shipping.saved));
    say_done(removed, td_string!(l, shipping.removed));
    let changes = all_done([saved, removed]);
    let rates = Resource::new(move || changes.get(), |_| list_rates());
    view! {
        <SettingsPage title=td_string!(l, settings.title)>
            <SettingsTabs/>
            <SettingsSection title=td_string!(l, shipping.title) description=td_string!(l, shipping.lead)>
                <Load value=rates view=move |rates| list(rates, save, remove)/>
            </SettingsSection>
        </SettingsPage>
    }
}

fn list(rates: Vec<RateRow>, save: ServerAction<SaveRate>, remove: ServerAction<RemoveRate>) -> AnyView {
    let l = page();
    let may = may(STORES_MANAGE);
    let add = may.then(|| view! { <div class="row"><RateDialog action=save/></div> });
    if rates.is_empty() {
        return view! {
            <Card>
                <EmptyState title=td_string!(l, shipping.empty_title) body=td_string!(l, shipping.empty_body) icon=IconName::Truck/>
            </Card>
            {add}
        }
        .into_any();
    }
    let cards = rates.into_iter().map(|rate| view! { <RateCard rate may save remove/> }).collect_view();
    view! { {cards} {add} }.into_any()
}

#[component]
fn RateCard(rate: RateRow, may: bool, save: ServerAction<SaveRate>, remove: ServerAction<RemoveRate>) -> impl IntoView {
    let l = page();
    let name = name_of(&rate);
    let id = rate.id;
    let free = match rate.free_from {
        Some(amount) => view! { <Amount value=amount/> }.into_any(),
        None => td_string!(l, shipping.never_free).into_any(),
    };
    let price = if rate.price.is_zero() {
        td_string!(l, shipping.free).into_any()
    } else {
        view! { <Amount value=rate.price/> }.into_any()
    };
    let days = rate.delivery_days.clone();
    let removed = name.clone();
    let actions = move || {
        may.then(|| {
            view! {
                <RateDialog action=save rate/>
                <ActionButton
                    action=remove
                    label=td_string!(l, shipping.remove)
                    fields=vec![("id", id.to_string())]
                    variant=Variant::Plain
                    size=Size::Small
                    confirm=Confirm::new(
                        td_string!(l, shipping.remove_title, name = removed).to_string(),
                        td_string!(l, shipping.remove_body),
                    )
                    error_text=error::text
                />
            }
        })
    };
    view! {
        <Card title=name actions>
            <DescriptionList>
                <Fact term=td_string!(l, shipping.price)>{price}</Fact>
                <Fact term=td_string!(l, shipping.free_from)>{free}</Fact>
                <Fact term=td_string!(l, shipping.delivery)>{days}</Fact>
            </DescriptionList>
        </Card>
    }
}

/// In the page's language, or else in the storefront's own.
fn name_of(rate: &RateRow) -> String {
    let default = use_context::<Boot>().and_then(|boot| boot.locales.first().copied());
    let mut wanted = std::iter::once(locale()).chain(default);
    let named = wanted.find_map(|locale| rate.names.get(locale.code()));
    named.or_else(|| rate.names.values().next()).cloned().unwrap_or_default()
}
