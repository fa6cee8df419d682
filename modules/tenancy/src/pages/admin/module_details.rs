//! The page about one module: what it brings, and its switch.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_kernel::fmt;
use orion_ui::{
    Badge, Card, DescriptionList, Fact, Link, Load, ResourceDetails, Tone, all_done, done, page::locale, say_done,
};

use super::{contributions::Contributions, module_index::StateBadge, switch_card::SwitchCard, tenants::Deeds};
use crate::{
    components::TierBadge,
    i18n::{page, td_string},
    pages::options::section,
    paths,
    server_fns::admin::{ResetSettings, SaveSettings, module_page},
    views::{ModuleDetails, ModuleRow, NamedModule, WorkView},
};

/// A module.
#[component]
pub fn ModuleDetailsPage() -> impl IntoView {
    let params = use_params_map();
    let code = Memo::new(move |_| params.with(|params| params.get("code")).unwrap_or_default());
    let (save, reset) = (ServerAction::<SaveSettings>::new(), ServerAction::<ResetSettings>::new());
    let saved = done(save);
    say_done(saved, td_string!(page(), settings.saved));
    let changes = all_done([saved, done(reset)]);
    let module = Resource::new(move || (code.get(), changes.get()), |(code, _)| module_page(code));
    view! { <Load value=module view=move |module| details(module, save, reset)/> }
}

fn details(details: ModuleDetails, save: ServerAction<SaveSettings>, reset: ServerAction<ResetSettings>) -> AnyView {
    let l = page();
    let form = details.form.map(|form| section(form, save, reset, td_string!(l, options.reset_platform_body)));
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
            <SwitchCard module work=details.work work_along=details.work_along/>
            <HealthCard checks=details.health work=details.work/>
            {form}
            <Contributions title=td_string!(l, modules.routes) none=td_string!(l, modules.no_routes) rows=details.routes/>
            <Contributions title=td_string!(l, modules.menu) none=td_string!(l, modules.no_menu) rows=details.menu/>
            <Contributions
                title=td_string!(l, modules.permissions)
                none=td_string!(l, modules.no_permissions)
                rows=details.permissions
            />
            <Contributions title=td_string!(l, modules.jobs) none=td_string!(l, modules.no_jobs) rows=details.jobs/>
            <Contributions
                title=td_string!(l, module_page.settings)
                none=td_string!(l, module_page.no_settings)
                rows=details.settings
            />
            <Contributions
                title=td_string!(l, module_page.slots)
                none=td_string!(l, module_page.no_slots)
                rows=details.slots
            />
            <Deeds deeds=details.history/>
        </ResourceDetails>
    }
    .into_any()
}

/// The module's own checks, and its work in the background.
#[component]
fn HealthCard(checks: Vec<(String, Option<String>)>, work: WorkView) -> impl IntoView {
    let l = page();
    let checks = checks
        .into_iter()
        .map(|(name, wrong)| {
            let state = match wrong {
                None => view! { <Badge label=td_string!(l, module_page.healthy) tone=Tone::Success/> }.into_any(),
                Some(wrong) => view! {
                    <Badge label=td_string!(l, module_page.unhealthy) tone=Tone::Critical/>
                    " "
                    {wrong}
                }
                .into_any(),
            };
            view! { <Fact term=name>{state}</Fact> }
        })
        .collect_view();
    let failed = if work.failed == 0 {
        "0".into_any()
    } else {
        view! { <Badge label=fmt::number(locale(), work.failed) tone=Tone::Critical/> }.into_any()
    };
    view! {
        <Card title=td_string!(l, module_page.health)>
            <DescriptionList>
                {checks}
                <Fact term=td_string!(l, module_page.waiting)>{fmt::number(locale(), work.waiting)}</Fact>
                <Fact term=td_string!(l, module_page.running)>{fmt::number(locale(), work.running)}</Fact>
                <Fact term=td_string!(l, module_page.failed)>{failed}</Fact>
            </DescriptionList>
        </Card>
    }
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
