//! What is off is gone, and everything else still works.

#[path = "switches/pages.rs"]
pub mod pages;
#[path = "switches/people.rs"]
mod people;
#[path = "switches/site.rs"]
mod site;
#[path = "switches/traces.rs"]
mod traces;
#[path = "switches/work.rs"]
mod work;

use std::{sync::Arc, time::Duration};

use orion_kernel::{Frontend, ModuleDefinition, Tier};
use orion_runtime::directory::ModuleSwitches;
use orion_testing::{Answer, TestApp};
use serde_json::Value;

use crate::endpoints;
use pages::Page;
use people::People;

fn optional() -> impl Iterator<Item = &'static ModuleDefinition> {
    orion_app::modules::registry().modules().iter().filter(|module| module.tier == Tier::Optional)
}

/// The module switches as the command line has them.
fn switches(app: &TestApp) -> Arc<dyn ModuleSwitches> {
    app.app.modules().iter().find_map(|module| module.switches.clone()).expect("modules are switched")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_module_that_is_off_is_gone_and_nothing_else() {
    let app = TestApp::start().await;
    let people = People::at(&app, &site::serve(&app).await).await;
    people.fill(&app).await;
    let pages = pages::all(&app).await;
    let before = visit(&people, &pages).await;
    let mut faults: Vec<String> = pages
        .iter()
        .zip(&before)
        .filter(|(_, answer)| answer.status >= 400)
        .map(|(page, answer)| format!("{page} answers {} with everything on", answer.status))
        .collect();
    faults.extend(traces::missing(&pages, &before));
    let codes: Vec<&str> = optional().map(|module| module.code).collect();
    if traces::on_dashboard(&app, &people, &codes).await.is_empty() {
        faults.push("no optional module is on the dashboard with everything on".to_owned());
    }
    let (platform, switches) = (app.platform_id().await, switches(&app));
    let states = switches.list(&app.app, platform).await.expect("the modules");
    for module in optional() {
        let question = people.operator.get(&format!("/modules/{}", module.code)).await;
        let off = switches.disable(&app.app, platform, module.code).await.expect("it can be switched off");
        let mut found = along(&question, module, &off);
        found.extend(disagreements(&app, &people).await);
        for ((page, answer), before) in pages.iter().zip(visit(&people, &pages).await).zip(&before) {
            let wanted = if off.contains(&page.module) { 404 } else { before.status };
            if answer.status != wanted {
                found.push(format!("{page} answers {} instead of {wanted}", answer.status));
            }
            found.extend(traces::left_in(page, &answer, &off));
        }
        found.extend(traces::on_dashboard(&app, &people, &off).await);
        found.extend(open_doors(&people, &off).await);
        if !off.contains(&"checkout") {
            let sold = people::buy(&people.shopper, "transfer").await;
            if !sold.location.as_ref().is_some_and(|path| path.contains("/checkout/complete/")) {
                found.push(format!("nobody can buy: {sold:?}"));
            }
        }
        faults.extend(found.into_iter().map(|fault| format!("{} off: {fault}", module.code)));
        for code in &off {
            switches.enable(&app.app, platform, code).await.expect("it can be switched on");
        }
        assert_eq!(switches.list(&app.app, platform).await.expect("the modules"), states);
    }
    assert!(faults.is_empty(), "{faults:#?}");
    app.stop().await;
}

async fn visit(people: &People, pages: &[Page]) -> Vec<Answer> {
    let mut answers = Vec::with_capacity(pages.len());
    for page in pages {
        answers.push(people.in_frontend(page.frontend).get(&page.path).await);
    }
    answers
}

/// The operator was told beforehand what falls with it.
fn along(question: &Answer, module: &ModuleDefinition, off: &[&str]) -> Vec<String> {
    let registry = orion_app::modules::registry();
    let others: Vec<&str> = off.iter().copied().filter(|code| *code != module.code).collect();
    let unsaid = registry.names(&others, orion_kernel::Locale::En).into_iter().filter(|name| !question.shows(name));
    unsaid.map(|name| format!("nobody said that {name} goes along")).collect()
}

/// Where the operator's page and the command line say different things.
async fn disagreements(app: &TestApp, people: &People) -> Vec<String> {
    let listed = switches(app).list(&app.app, app.platform_id().await).await.expect("the modules");
    let shown: Vec<Value> = people.operator.call("/api/v1/admin/tenancy/list_modules", &[]).await.value();
    assert_eq!(listed.len(), shown.len());
    let differ = listed.iter().zip(&shown).filter(|(listed, shown)| {
        shown["code"] != listed.code || shown["is_on"] != listed.is_on || shown["is_switchable"] != listed.is_optional
    });
    differ.map(|(listed, shown)| format!("the command line says {listed:?}, the page {shown}")).collect()
}

/// Server functions and routes of modules that are off which are there all the same.
async fn open_doors(people: &People, off: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, endpoint) in endpoints().into_iter().filter(|(_, endpoint)| off.contains(&endpoint.module)) {
        let status = people.in_frontend(endpoint.frontend).call(path, &[]).await.status;
        if status != 404 {
            found.push(format!("{path} answers {status}"));
        }
    }
    for (module, frontend, path) in pages::OWN_ROUTES.iter().filter(|(module, ..)| off.contains(module)) {
        let status = people.in_frontend(*frontend).get(path).await.status;
        if status != 404 {
            found.push(format!("{path} of {module} answers {status}"));
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn every_frontend_has_a_home_with_every_optional_module_off() {
    let app = TestApp::start().await;
    let people = People::at(&app, &app.origin()).await;
    let platform = app.platform_id().await;
    for module in optional() {
        switches(&app).disable(&app.app, platform, module.code).await.expect("it can be switched off");
    }
    for frontend in Frontend::ALL {
        let home = people.in_frontend(frontend).get("/").await;
        assert_eq!(home.status, 200, "the home of {}", frontend.code());
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_switch_reaches_another_process_within_a_second() {
    let app = TestApp::start().await;
    let second = app.second_process().await;
    let platform = app.platform_id().await;
    let module = optional().next().expect("there is one").code;
    assert!(second.app.is_enabled(platform, module).await.expect("an answer"));
    switches(&app).disable(&app.app, platform, module).await.expect("it can be switched off");
    let known = second.until("the switch to be known", || async {
        (!second.app.is_enabled(platform, module).await.expect("an answer")).then_some(())
    });
    tokio::time::timeout(Duration::from_secs(1), known).await.expect("within a second");
    second.stop().await;
    app.stop().await;
}
