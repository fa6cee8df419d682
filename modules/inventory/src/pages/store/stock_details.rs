//! The page about one variant's stock.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_contracts::VariantId;
use orion_kernel::{AppError, fmt};
use orion_ui::{
    ActionButton, Alert, Card, Confirm, DescriptionList, Fact, Form, FormLayout, Hidden, IndexQuery, Link, Load,
    NotFoundPage, NumberField, ResourceDetails, StatCard, all_done, done, may, page::locale, say_done, use_index_query,
};

use super::{adjust_card::AdjustCard, history::History};
use crate::{
    components::StandingBadge,
    error,
    forms::MAX_THRESHOLD,
    i18n::{page, td_string},
    paths, permissions,
    server_fns::{AdjustStock, SetThreshold, StopCounting, stock_page},
    views::{StockRow, VariantStock},
};

/// What can be done on the page.
#[derive(Clone, Copy)]
struct Actions {
    adjust: ServerAction<AdjustStock>,
    stop: ServerAction<StopCounting>,
    threshold: ServerAction<SetThreshold>,
    may_edit: bool,
}

/// A variant: how it stands, what to change, and why it is so.
#[component]
pub fn StockDetails() -> AnyView {
    let params = use_params_map();
    let variant = Memo::new(move |_| params.with(|params| params.get("variant")?.parse::<VariantId>().ok()));
    let query = use_index_query();
    let l = page();
    let actions = Actions {
        adjust: ServerAction::new(),
        stop: ServerAction::new(),
        threshold: ServerAction::new(),
        may_edit: may(permissions::EDIT),
    };
    let (adjusted, stopped, warned) = (done(actions.adjust), done(actions.stop), done(actions.threshold));
    say_done(adjusted, td_string!(l, adjust.done));
    say_done(stopped, td_string!(l, details.stopped));
    say_done(warned, td_string!(l, threshold.done));
    let changes = all_done([adjusted, stopped, warned]);
    if variant.get_untracked().is_none() {
        return view! { <NotFoundPage/> }.into_any();
    }
    let stock = Resource::new(
        move || (variant.get(), query.get(), changes.get()),
        |(variant, query, _)| async move { stock_page(variant.ok_or_else(AppError::not_found)?, query).await },
    );
    view! { <Load value=stock view=move |found| details(found, query.get_untracked(), actions)/> }.into_any()
}

fn details(found: VariantStock, query: IndexQuery, actions: Actions) -> AnyView {
    let l = page();
    let VariantStock { stock, product_id, movements } = found;
    let StockRow { variant_id, title, variant_title, sku, figures } = stock;
    let name = if variant_title.is_empty() { title.clone() } else { format!("{title} · {variant_title}") };
    let number = |value: i64| fmt::number(locale(), value);
    let figures_or_hint = if figures.is_counted {
        view! {
            <div class="columns" data-width="narrow">
                <StatCard label=td_string!(l, index.on_hand) value=number(figures.on_hand)/>
                <StatCard label=td_string!(l, index.reserved) value=number(figures.reserved)/>
                <StatCard label=td_string!(l, index.available) value=number(figures.available())/>
            </div>
        }
        .into_any()
    } else {
        view! { <Alert title=td_string!(l, details.uncounted_title)>{td_string!(l, details.uncounted_body)}</Alert> }
            .into_any()
    };
    let held = (figures.reserved > 0).then(|| view! { <p class="muted">{td_string!(l, details.reserved_hint)}</p> });
    let can_stop = actions.may_edit && figures.is_counted;
    let confirm =
        Confirm::new(td_string!(l, details.stop_title, name = name.clone()), td_string!(l, details.stop_body));
    let side = move || {
        let threshold = can_stop.then(|| threshold_card(variant_id, figures.threshold, actions));
        view! {
            <Card>
                <DescriptionList>
                    <Fact term=td_string!(l, details.product)>
                        <Link href=format!("/products/{product_id}")>{title}</Link>
                    </Fact>
                    {(!variant_title.is_empty())
                        .then(|| view! { <Fact term=td_string!(l, index.variant)>{variant_title}</Fact> })}
                    {(!sku.is_empty()).then(|| view! { <Fact term=td_string!(l, index.sku)>{sku}</Fact> })}
                </DescriptionList>
            </Card>
            {threshold}
        }
    };
    let adjust = actions.may_edit.then(|| view! { <AdjustCard variant=variant_id action=actions.adjust figures/> });
    view! {
        <ResourceDetails
            title=name
            back=paths::STOCK
            back_label=td_string!(l, index.title)
            status=move || view! { <StandingBadge figures/> }
            actions=move || {
                can_stop
                    .then(|| {
                        view! {
                            <ActionButton
                                action=actions.stop
                                label=td_string!(l, details.stop)
                                fields=vec![("variant", variant_id.to_string())]
                                confirm=confirm
                            />
                        }
                    })
            }
            side
            after=move || view! { <History variant=variant_id movements query/> }
        >
            {figures_or_hint}
            {held}
            {adjust}
        </ResourceDetails>
    }
    .into_any()
}

fn threshold_card(variant: VariantId, threshold: i64, actions: Actions) -> AnyView {
    let l = page();
    view! {
        <Card title=td_string!(l, threshold.title)>
            <Form
                action=actions.threshold
                submit=td_string!(l, threshold.submit)
                layout=FormLayout::Stack
                error_text=error::text
            >
                <Hidden name="variant" value=variant.to_string()/>
                <NumberField
                    name="threshold"
                    label=td_string!(l, threshold.label)
                    hint=td_string!(l, threshold.hint)
                    value=threshold
                    min=0
                    max=MAX_THRESHOLD
                />
            </Form>
        </Card>
    }
    .into_any()
}
