//! The merchant's plan: what it is, what is in it, how long a trial still lasts.

use leptos::prelude::*;
use orion_kernel::{boot::boot, fmt};
use orion_ui::{
    Alert, Badge, Card, DescriptionList, EmptyState, Fact, IconName, LinkButton, Load, SettingsPage, SettingsSection,
    Tone, page::locale,
};

use crate::{
    components::{StateBadge, limit_text, period_label, price_text},
    i18n::{page, td_string},
    model::State,
    server_fns::store::read_plan,
    views::Plan,
};

/// The plan.
#[component]
pub fn PlanPage() -> impl IntoView {
    let plan = Resource::new(|| (), |()| read_plan());
    view! { <Load value=plan view=content/> }
}

fn content(plan: Option<Plan>) -> AnyView {
    let l = page();
    let Some(plan) = plan else {
        return view! {
            <SettingsPage title=td_string!(l, plan.title)>
                <EmptyState title=td_string!(l, plan.none_title) body=td_string!(l, plan.none_body) icon=IconName::Layers/>
            </SettingsPage>
        }
        .into_any();
    };
    let state = plan.state;
    let trial = plan.trial_ends_at.filter(|_| state == State::Trialing).map(|end| {
        let title = td_string!(l, plan.trial_title, days = plan.days_left);
        let body = td_string!(l, plan.trial_body, date = fmt::date(locale(), end));
        view! { <Alert tone=Tone::Info title>{body}</Alert> }
    });
    let ended = (state == State::Cancelled).then(|| {
        view! { <Alert tone=Tone::Warning title=td_string!(l, plan.ended_title)>{td_string!(l, plan.ended_body)}</Alert> }
    });
    let platform = boot().map(|boot| boot.platform.origin).unwrap_or_default();
    let limits = plan
        .limits
        .into_iter()
        .map(|limit| view! { <Fact term=limit.label>{limit_text(limit.limit)}</Fact> })
        .collect_view();
    let features = plan.features.into_iter().map(|(label, unlocked_by)| feature(label, unlocked_by)).collect_view();
    view! {
        <SettingsPage
            title=td_string!(l, plan.title)
            actions=move || {
                view! {
                    <LinkButton
                        label=td_string!(l, plan.compare)
                        href=format!("{platform}/pricing")
                        icon=IconName::ExternalLink
                        external=true
                    />
                }
            }
        >
            <SettingsSection title=plan.name description=plan.description>
                {trial}
                {ended}
                <Card>
                    <DescriptionList>
                        <Fact term=td_string!(l, subscription.state)><StateBadge state/></Fact>
                        <Fact term=td_string!(l, subscription.price)>{price_text(plan.price)}</Fact>
                        <Fact term=td_string!(l, subscription.period)>{period_label(plan.period)}</Fact>
                    </DescriptionList>
                </Card>
            </SettingsSection>
            <SettingsSection title=td_string!(l, tier.limits) description=td_string!(l, plan.limits_lead)>
                <Card><DescriptionList>{limits}</DescriptionList></Card>
            </SettingsSection>
            <SettingsSection title=td_string!(l, tier.features) description=td_string!(l, plan.features_lead)>
                <Card><DescriptionList>{features}</DescriptionList></Card>
            </SettingsSection>
        </SettingsPage>
    }
    .into_any()
}

fn feature(label: String, unlocked_by: Option<String>) -> AnyView {
    let included = td_string!(page(), plan.included);
    match unlocked_by {
        None => view! { <Fact term=label><Badge label=included tone=Tone::Success/></Fact> }.into_any(),
        Some(tier) => view! { <Fact term=label><Badge label=tier icon=IconName::Lock/></Fact> }.into_any(),
    }
}
