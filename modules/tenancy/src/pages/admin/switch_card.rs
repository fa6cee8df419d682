//! Switches a module after saying what follows from it. Works without scripts: the page is the question.

use leptos::{prelude::*, server_fn::ServerFn};
use orion_ui::{Alert, Card, Hidden, PostForm, SubmitButton, Tone, Variant, may};

use crate::{
    error,
    i18n::{page, td_string},
    permissions,
    server_fns::admin::{DisableModule, EnableModule},
    views::{ModuleRow, ModuleTier, WorkView},
};

/// What switching changes, and the switch; for a module without one, why.
#[component]
pub fn SwitchCard(
    /// The module.
    module: ModuleRow,
    /// What it does in the background now.
    work: WorkView,
    /// What those that go along still have to do.
    work_along: i64,
) -> AnyView {
    let l = page();
    if !module.is_switchable {
        let why = match module.tier {
            ModuleTier::Core => td_string!(l, switch.core),
            ModuleTier::Optional | ModuleTier::Internal => td_string!(l, switch.automatic),
        };
        return view! { <Alert>{why}</Alert> }.into_any();
    }
    let may = may(permissions::STORES_MANAGE);
    let reason = if may { String::new() } else { td_string!(l, switch.not_allowed).to_owned() };
    let name = module.name.clone();
    let (title, lead, data, label, variant, url) = if module.is_on {
        (
            td_string!(l, switch.off_title, name = name).to_string(),
            td_string!(l, switch.off_along),
            td_string!(l, switch.off_data),
            off_label(&module),
            Variant::Critical,
            DisableModule::url(),
        )
    } else {
        (
            td_string!(l, switch.on_title, name = name).to_string(),
            td_string!(l, switch.on_along),
            td_string!(l, switch.on_data),
            on_label(&module),
            Variant::Primary,
            EnableModule::url(),
        )
    };
    let along = (!module.along.is_empty()).then(|| {
        let names = module.along.iter().map(|module| view! { <li>{module.name.clone()}</li> }).collect_view();
        view! { <Alert tone=Tone::Warning title=lead><ul>{names}</ul></Alert> }
    });
    let waiting = work.waiting + work.running + work_along;
    let jobs = (module.is_on && waiting > 0).then(|| {
        view! { <p>{td_string!(l, module_page.jobs_wait, count = waiting).to_string()}</p> }
    });
    view! {
        <Card title>
            <PostForm url error_text=error::text>
                <Hidden name="code" value=module.code/>
                {along}
                <p class="muted">{data}</p>
                {jobs}
                <div class="row"><SubmitButton label variant reason/></div>
            </PostForm>
        </Card>
    }
    .into_any()
}

fn on_label(module: &ModuleRow) -> String {
    let l = page();
    match module.along.len() {
        0 => td_string!(l, switch.on_one, name = module.name.clone()).to_string(),
        more => td_string!(l, switch.on_many, count = more + 1).to_string(),
    }
}

fn off_label(module: &ModuleRow) -> String {
    let l = page();
    match module.along.len() {
        0 => td_string!(l, switch.off_one, name = module.name.clone()).to_string(),
        more => td_string!(l, switch.off_many, count = more + 1).to_string(),
    }
}
