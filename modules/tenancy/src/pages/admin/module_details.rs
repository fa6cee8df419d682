//! The page about one module: what it brings, and its switch.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_kernel::fmt;
use orion_ui::{Card, DescriptionList, Fact, Link, Load, ResourceDetails, page::locale};

use super::{contributions::Contributions, module_index::StateBadge, switch_card::SwitchCard};
use crate::{
    components::TierBadge,
    i18n::{page, td_string},
    paths,
    server_fns::admin::module_page,
    views::{ModuleDetails, ModuleRow, NamedModule},
};

/// A module.
#[component]
pub fn ModuleDetailsPage() -> impl IntoView {
    let params = use_params_map();
    let code = Memo::new(move |_| params.with(|params| params.get("code")).unwrap_or_default());
    let module = Resource::new(move || code.get(), module_page);
    view! { <Load value=module view=details/> }
}

fn details(details: ModuleDetails) -> AnyView {
    let l = page();
    let module = details.module;
    let (for_side, is_on, tier) = (module.clone(), module.is_on, module.tier);
    view! {
        <ResourceDetails
            title=module.name.clone()
            subtitle=module.description.clone()
            back=paths::MODULES
            back_label=td_string!(l, modules.title)
            status=move || view! { <StateBadge is_on/> <TierBadge tier/> }
            side=move || view! { <Facts module=for_side/> }
        >
            <SwitchCard module/>
            <Contributions title=td_string!(l, modules.routes) none=td_string!(l, modules.no_routes) rows=details.routes/>
            <Contributions title=td_string!(l, modules.menu) none=td_string!(l, modules.no_menu) rows=details.menu/>
            <Contributions
                title=td_string!(l, modules.permissions)
                none=td_string!(l, modules.no_permissions)
                rows=details.permissions
            />
            <Contributions title=td_string!(l, modules.jobs) none=td_string!(l, modules.no_jobs) rows=details.jobs/>
        </ResourceDetails>
    }
    .into_any()
}

#[component]
fn Facts(module: ModuleRow) -> impl IntoView {
    let l = page();
    let since = module.enabled_at.map(|at| {
        let date = fmt::date_time(locale(), at);
        let text = if module.enabled_by.is_empty() {
            date
        } else {
            td_string!(l, modules.since_by, date = date, name = module.enabled_by.clone()).to_string()
        };
        view! { <Fact term=td_string!(l, modules.since)>{text}</Fact> }
    });
    view! {
        <Card title=td_string!(l, modules.about)>
            <DescriptionList>
                <Fact term=td_string!(l, modules.code)>{module.code}</Fact>
                <Fact term=td_string!(l, modules.version)>{module.version}</Fact>
                {since}
                <Fact term=td_string!(l, modules.requires)>{links(module.requires)}</Fact>
                <Fact term=td_string!(l, modules.required_by)>{links(module.required_by)}</Fact>
            </DescriptionList>
        </Card>
    }
}

fn links(modules: Vec<NamedModule>) -> AnyView {
    if modules.is_empty() {
        return "–".into_any();
    }
    let links = modules
        .into_iter()
        .map(|module| view! { <li><Link href=paths::module(&module.code)>{module.name}</Link></li> })
        .collect_view();
    view! { <ul>{links}</ul> }.into_any()
}
