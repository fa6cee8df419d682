//! The editor of a tier.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_ui::{
    Card, Checkbox, FieldRow, FieldSet, Form, Hidden, Load, MoneyField, NumberField, Page, Switch, TextField, done,
    may, say_done,
};

use crate::{
    error,
    i18n::{page, td_string},
    paths, permissions,
    server_fns::admin::{SaveTier, edit_tier},
    views::{FeatureField, LimitField, TierEditor},
};

/// The tier whose code stands in the address.
#[component]
pub fn EditTier() -> impl IntoView {
    let params = use_params_map();
    let save = ServerAction::<SaveTier>::new();
    let saved = done(save);
    say_done(saved, td_string!(page(), tier.saved));
    let key = move || (params.read().get("code").unwrap_or_default(), saved.get());
    let tier = Resource::new(key, |(code, _)| edit_tier(code));
    view! { <Load value=tier view=move |tier| editor(tier, save)/> }
}

fn editor(tier: TierEditor, save: ServerAction<SaveTier>) -> AnyView {
    let l = page();
    let submit = if may(permissions::MANAGE_TIERS) { td_string!(l, tier.save) } else { "" };
    let currency = tier.currency;
    view! {
        <Page
            title=tier.name
            subtitle=tier.code.clone()
            back=paths::TIERS
            back_label=td_string!(l, tier.index)
            narrow=true
        >
            <Form action=save submit guard=true error_text=error::text>
                <Hidden name="code" value=tier.code/>
                <Card title=td_string!(l, tier.prices) subtitle=td_string!(l, tier.prices_lead)>
                    <div class="stack">
                        <FieldRow>
                            <MoneyField name="monthly" label=td_string!(l, tier.monthly) value=tier.monthly currency/>
                            <MoneyField name="annual" label=td_string!(l, tier.annual) value=tier.annual currency/>
                        </FieldRow>
                        <FieldRow>
                            <NumberField
                                name="trial_days"
                                label=td_string!(l, tier.trial_days)
                                value=i64::from(tier.trial_days)
                                min=0
                                max=365
                            />
                            <NumberField
                                name="position"
                                label=td_string!(l, tier.position)
                                hint=td_string!(l, tier.position_hint)
                                value=i64::from(tier.position)
                                min=0
                                max=9_999
                            />
                        </FieldRow>
                        <Switch name="is_visible" label=td_string!(l, tier.is_visible) checked=tier.is_visible/>
                        <Switch name="is_highlighted" label=td_string!(l, tier.is_highlighted) checked=tier.is_highlighted/>
                    </div>
                </Card>
                <Card title=td_string!(l, tier.limits) subtitle=td_string!(l, tier.limits_lead)>
                    <div class="stack">{tier.limits.into_iter().map(limit).collect_view()}</div>
                </Card>
                <Card title=td_string!(l, tier.features) subtitle=td_string!(l, tier.features_lead)>
                    <div class="stack" data-gap="tight">{tier.features.into_iter().map(feature).collect_view()}</div>
                </Card>
                <Card title=td_string!(l, tier.words)>
                    <div class="stack">
                        {tier
                            .texts
                            .into_iter()
                            .map(|(locale, text)| {
                                let code = locale.code();
                                view! {
                                    <FieldSet legend=locale.name_in_own_language()>
                                        <TextField
                                            name=format!("texts[{code}][name]")
                                            label=td_string!(l, tier.name)
                                            value=text.name
                                            maxlength=60u32
                                        />
                                        <TextField
                                            name=format!("texts[{code}][description]")
                                            label=td_string!(l, tier.description)
                                            value=text.description
                                            maxlength=200u32
                                        />
                                    </FieldSet>
                                }
                            })
                            .collect_view()}
                    </div>
                </Card>
            </Form>
        </Page>
    }
    .into_any()
}

fn limit(field: LimitField) -> AnyView {
    view! { <NumberField name=format!("limits[{}]", field.code) label=field.label suffix=field.unit value=field.limit min=0/> }
        .into_any()
}

fn feature(field: FeatureField) -> AnyView {
    view! { <Checkbox name=format!("features[{}]", field.code) label=field.label checked=field.is_included/> }
        .into_any()
}
