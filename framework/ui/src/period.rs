//! Over which time figures are shown: a choice in the address.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use orion_kernel::PeriodQuery;

use crate::{
    action::{Button, Variant},
    field::{DateField, Hidden},
    form::GetForm,
    i18n::{page as texts, td_string},
    icon::{self, IconName},
    page,
};

/// What the address of the page being shown asks for.
#[must_use]
pub fn use_period() -> Memo<PeriodQuery> {
    let params = use_query_map();
    Memo::new(move |_| {
        params.with(|params| {
            let value = |name| params.get(name).unwrap_or_default();
            PeriodQuery { period: value("period"), from: value("from"), to: value("to") }
        })
    })
}

/// The choices as links, and two days of one's own behind the last one.
#[component]
pub fn PeriodPicker(
    /// The page's path below the base.
    #[prop(into)]
    path: String,
    /// What is asked for, from [`use_period`].
    query: Memo<PeriodQuery>,
) -> AnyView {
    let l = texts();
    let label = |choice: &str| match choice {
        "today" => td_string!(l, period.today).to_string(),
        "7" => td_string!(l, period.days, count = 7).to_string(),
        "90" => td_string!(l, period.days, count = 90).to_string(),
        "year" => td_string!(l, period.year).to_string(),
        "custom" => td_string!(l, period.custom).to_string(),
        _ => td_string!(l, period.days, count = 30).to_string(),
    };
    let links = PeriodQuery::CHOICES
        .into_iter()
        .filter(|choice| *choice != "custom")
        .map(|choice| {
            let address = format!("{}?period={choice}", page::href(&path));
            let current = move || query.with(|query| query.choice() == choice).then_some("true");
            view! { <li><a href=address aria-current=current>{label(choice)}</a></li> }
        })
        .collect_view();
    let is_custom = move || query.with(|query| query.choice() == "custom").then_some("true");
    let custom = label("custom");
    // Made anew for each address, which also closes it.
    let panel = move || {
        let asked = query.get();
        view! {
            <div class="popover" id="period-days" popover="auto">
                <GetForm path=path.clone() class="filter-panel">
                    <Hidden name="period" value="custom" />
                    <DateField name="from" id="period-from" label=td_string!(l, period.from).to_string() value=asked.from />
                    <DateField name="to" id="period-to" label=td_string!(l, period.to).to_string() value=asked.to />
                    <Button kind="submit" variant=Variant::Primary label=td_string!(l, period.show).to_string() />
                </GetForm>
            </div>
        }
    };
    view! {
        <nav class="period" aria-label=td_string!(l, period.label).to_string()>
            <ul>
                {links}
                <li>
                    <button type="button" popovertarget="period-days" aria-current=is_custom>
                        {icon::small(IconName::Calendar)}
                        {custom}
                    </button>
                </li>
            </ul>
        </nav>
        {panel}
    }
    .into_any()
}
