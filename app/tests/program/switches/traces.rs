//! What a module shows of itself outside of its own pages.

use orion_kernel::{Frontend, PeriodQuery};
use orion_runtime::{Ctx, jobs::JobScope};
use orion_testing::{Answer, TestApp};
use serde_json::Value;

use super::{
    optional,
    pages::{Page, routes},
    people::People,
    site::part_of,
};

/// What optional modules hang in others' pages: whose, where, and how to tell.
const HUNG: [(&str, Frontend, &str, &str); 4] = [
    ("catalog", Frontend::Storefront, "/", "href=\"/products/"),
    ("cart", Frontend::Storefront, "/products/:slug", "/api/v1/storefront/cart/add_line"),
    ("inventory", Frontend::Store, "/products/:id", "href=\"/store/lumiere/inventory/"),
    ("orders", Frontend::Store, "/", "class=\"chart"),
];

/// What cannot be seen though everything is on: then its absence would prove nothing.
pub fn missing(pages: &[Page], answers: &[Answer]) -> Vec<String> {
    let seen = || pages.iter().zip(answers);
    let mut found = Vec::new();
    let fetches = |page: &Page, answer: &Answer| part_of(page.module).iter().any(|part| answer.shows(part));
    for (page, _) in seen().filter(|(page, answer)| !fetches(page, answer) && answer.status < 300) {
        found.push(format!("{page} does not fetch its own part"));
    }
    for module in optional() {
        let hung = HUNG.iter().filter(|(code, ..)| *code == module.code).count();
        assert_eq!(hung, module.slots.len(), "what {} hangs in slots belongs into the list", module.code);
        for item in &module.menu {
            let entry = format!("href=\"{}{}\"", base(item.frontend), item.path);
            if !seen().any(|(page, answer)| page.frontend == item.frontend && answer.shows(&entry)) {
                found.push(format!("no page has the menu entry {entry}"));
            }
        }
        for (frontend, _) in module.styles {
            let style = format!("/style/{}-{}", module.code, frontend.code());
            if !seen().any(|(page, answer)| page.frontend == *frontend && answer.shows(&style)) {
                found.push(format!("no page has {style}"));
            }
        }
        for key in keys(&[module.code]).filter(|key| !seen().any(|(_, answer)| answer.shows(key))) {
            found.push(format!("no page carries {key}"));
        }
    }
    for (module, frontend, route, mark) in HUNG {
        if !seen().any(|(page, answer)| page.frontend == frontend && page.route == route && answer.shows(mark)) {
            found.push(format!("{module} hangs nothing in {route}"));
        }
    }
    found
}

/// What a page still has of the modules that are off: styles, parts, endpoints, values, slots, and links to their pages.
pub fn left_in(page: &Page, answer: &Answer, off: &[&str]) -> Vec<String> {
    let mut marks: Vec<String> = Vec::new();
    for code in off {
        marks.push(format!("/style/{code}-"));
        marks.extend(part_of(code));
        marks.extend(Frontend::ALL.map(|frontend| format!("/api/v1/{}/{code}/", frontend.code())));
    }
    marks.extend(keys(off).map(str::to_owned));
    let hung = HUNG.iter().filter(|(code, frontend, route, _)| {
        off.contains(code) && *frontend == page.frontend && *route == page.route && !off.contains(&page.module)
    });
    marks.extend(hung.map(|(.., mark)| (*mark).to_owned()));
    let left = marks.into_iter().filter(|mark| answer.shows(mark)).map(|mark| format!("{page} still has {mark}"));
    left.chain(dead_links(page, answer, off)).collect()
}

fn keys<'c>(codes: &'c [&'c str]) -> impl Iterator<Item = &'static str> + 'c {
    let providers = orion_app::modules::servers().into_iter().flat_map(|module| module.context);
    providers.filter(move |provider| codes.contains(&provider.module)).map(|provider| provider.key)
}

fn base(frontend: Frontend) -> &'static str {
    match frontend {
        Frontend::Admin => "/admin",
        Frontend::Store => "/store/lumiere",
        Frontend::Platform | Frontend::Storefront => "",
    }
}

fn dead_links(page: &Page, answer: &Answer, off: &[&str]) -> Vec<String> {
    let routes: Vec<_> = routes().into_iter().filter(|(_, frontend, _)| *frontend == page.frontend).collect();
    let mut dead = Vec::new();
    for link in answer.body.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '?', '#']).next()) {
        let Some(path) = link.strip_prefix(base(page.frontend)).filter(|path| path.starts_with('/')) else { continue };
        let owner = routes.iter().find(|(_, _, route)| leads_to(path, route)).map(|(module, ..)| *module);
        // A page that is gone still offers itself in other languages.
        if path != page.path && owner.is_some_and(|owner| off.contains(&owner)) {
            dead.push(format!("{page} still links to {link}"));
        }
    }
    dead.sort();
    dead.dedup();
    dead
}

fn leads_to(path: &str, route: &str) -> bool {
    let (path, route): (Vec<_>, Vec<_>) = (path.split('/').collect(), route.split('/').collect());
    path.len() == route.len() && path.iter().zip(route).all(|(one, other)| *one == other || other.starts_with(':'))
}

/// Figures and lists of these modules on the back office's dashboard.
pub async fn on_dashboard(app: &TestApp, people: &People, codes: &[&str]) -> Vec<String> {
    let shown: Value = people.owner.call("/api/v1/store/core/dashboard", &[]).await.value();
    let has = |list: &str, name: &str, text: &str| {
        shown[list].as_array().is_some_and(|entries| entries.iter().any(|entry| entry[name] == text))
    };
    let ctx = back_office(app).await;
    let period = PeriodQuery::default().resolve(ctx.now());
    let mut found = Vec::new();
    for module in app.app.modules().iter().filter(|module| codes.contains(&module.code)) {
        for provider in &module.metrics {
            for metric in (provider.provide)(ctx.clone(), period).await.expect("figures") {
                if has("metrics", "label", &metric.label) {
                    found.push(format!("the dashboard has {}", metric.label));
                }
            }
        }
        for provider in &module.widgets {
            if let Some(widget) = (provider.provide)(ctx.clone()).await.expect("a list")
                && has("widgets", "title", &widget.title)
            {
                found.push(format!("the dashboard lists {}", widget.title));
            }
        }
    }
    found
}

/// The store of the test's people, in the platform's first language.
pub async fn back_office(app: &TestApp) -> Ctx {
    let directory = app.app.directory();
    let platform = directory.platforms(&app.app).await.expect("the platforms").remove(0);
    let store =
        directory.store_by_code(&app.app, &platform, "lumiere").await.expect("the store").expect("there is one");
    let scope = JobScope {
        platform_id: platform.id,
        merchant_id: Some(store.merchant_id),
        store_id: Some(store.id),
        locale: platform.locales[0],
    };
    Ctx::for_job(&app.app, &scope, "test").await.expect("a context")
}
