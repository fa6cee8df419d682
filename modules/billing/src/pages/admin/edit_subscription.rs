//! The editor of a subscription.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_kernel::{AppError, MerchantId, fmt};
use orion_ui::{
    Card, Choice, DateField, DescriptionList, Fact, Form, Hidden, Load, RadioCards, ResourceDetails, Select, done, may,
    page::locale, say_done,
};

use crate::{
    components::{StateBadge, period_label, price_text, state_label},
    error,
    i18n::{page, td_string},
    model::{Period, State},
    paths, permissions,
    server_fns::admin::{SaveSubscription, edit_subscription},
    views::SubscriptionEditor,
};

/// The subscription of the merchant whose id stands in the address.
#[component]
pub fn EditSubscription() -> impl IntoView {
    let params = use_params_map();
    let save = ServerAction::<SaveSubscription>::new();
    let saved = done(save);
    say_done(saved, td_string!(page(), subscription.saved));
    let merchant = move || params.read().get("merchant").and_then(|id| id.parse::<MerchantId>().ok());
    let found = Resource::new(
        move || (merchant(), saved.get()),
        |(merchant, _)| async move { edit_subscription(merchant.ok_or_else(AppError::not_found)?).await },
    );
    view! { <Load value=found view=move |found| editor(found, save)/> }
}

fn editor(found: SubscriptionEditor, save: ServerAction<SaveSubscription>) -> AnyView {
    let l = page();
    let subscription = found.subscription;
    let state = subscription.state;
    let date = subscription.trial_ends_at.map(|end| (end - time::Duration::seconds(1)).date().to_string());
    let tiers = found.tiers.into_iter().map(|(code, name)| Choice::new(code, name)).collect();
    let periods = Period::ALL.map(|period| Choice::new(period.code(), period_label(period)));
    let hint = |state| match state {
        State::Trialing => td_string!(l, state.trialing_hint),
        State::Active => td_string!(l, state.active_hint),
        State::Cancelled => td_string!(l, state.cancelled_hint),
    };
    let states = State::ALL.map(|state| Choice::new(state.code(), state_label(state)).hint(hint(state)));
    let merchant = subscription.merchant_id.to_string();
    let form = may(permissions::MANAGE_SUBSCRIPTIONS).then(|| {
        view! {
            <Form action=save submit=td_string!(l, tier.save) guard=true error_text=error::text>
                <Hidden name="merchant" value=merchant/>
                <Card title=td_string!(l, subscription.contract)>
                    <div class="stack">
                        <Select name="tier" label=td_string!(l, subscription.tier) options=tiers value=found.tier/>
                        <RadioCards
                            name="period"
                            label=td_string!(l, subscription.period)
                            options=periods.to_vec()
                            value=subscription.period.code()
                            row=true
                        />
                        <RadioCards
                            name="state"
                            label=td_string!(l, subscription.state)
                            options=states.to_vec()
                            value=state.code()
                        />
                        <DateField
                            name="trial_ends_on"
                            label=td_string!(l, subscription.trial_ends)
                            hint=td_string!(l, subscription.trial_hint)
                            value=date.unwrap_or_default()
                        />
                    </div>
                </Card>
            </Form>
        }
    });
    view! {
        <ResourceDetails
            title=subscription.party
            back=paths::SUBSCRIPTIONS
            back_label=td_string!(l, subscription.index)
            status=move || view! { <StateBadge state/> }
            side=move || {
                view! {
                    <Card title=td_string!(l, subscription.now)>
                        <DescriptionList>
                            <Fact term=td_string!(l, subscription.tier)>{subscription.tier}</Fact>
                            <Fact term=td_string!(l, subscription.price)>
                                {price_text(subscription.price)} " · " {period_label(subscription.period)}
                            </Fact>
                            <Fact term=td_string!(l, subscription.since)>{fmt::date(locale(), found.started_at)}</Fact>
                        </DescriptionList>
                    </Card>
                }
            }
        >
            {form}
        </ResourceDetails>
    }
    .into_any()
}
