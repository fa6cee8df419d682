//! A dashboard is whole whatever its providers do.

use std::time::Duration;

use futures::future::BoxFuture;
use orion_kernel::{
    AppError, Frontend, Period, Permission,
    checklist::ChecklistItem,
    metric::Metric,
    widget::{Widget, WidgetRow},
};
use orion_runtime::{ChecklistProvider, Ctx, MetricsProvider, ModuleServer, WidgetProvider};
use orion_testing::{TestApp, withstand};
use serde_json::Value;

const OWNER: &str = "owner@lumiere.test";
const STAFF: &str = "staff@lumiere.test";
const STORE: &str = "lumiere";

type Figures = BoxFuture<'static, Result<Vec<Metric>, AppError>>;
type Content = BoxFuture<'static, Result<Option<Widget>, AppError>>;

fn figure(label: &str) -> Vec<Metric> {
    vec![Metric { label: label.to_owned(), value: "42".to_owned(), delta: None, path: None }]
}

fn widget(title: &str) -> Option<Widget> {
    let row = WidgetRow { title: "A <row>".to_owned(), detail: "now".to_owned(), path: None };
    Some(Widget { title: title.to_owned(), rows: vec![row], path: None })
}

fn fails(_: Ctx, _: Period) -> Figures {
    Box::pin(async { Err(AppError::internal()) })
}

fn panics(_: Ctx, _: Period) -> Figures {
    Box::pin(async { panic!("a provider breaks") })
}

fn panics_before_it_is_asked(_: Ctx) -> Content {
    panic!("a provider breaks early")
}

fn never_answers(_: Ctx, _: Period) -> Figures {
    Box::pin(async { std::future::pending().await })
}

fn works(_: Ctx, _: Period) -> Figures {
    Box::pin(async { Ok(figure("Figure that works")) })
}

fn secret(_: Ctx, _: Period) -> Figures {
    Box::pin(async { Ok(figure("Figure for owners")) })
}

fn shows(_: Ctx) -> Content {
    Box::pin(async { Ok(widget("Widget that works")) })
}

fn breaks(_: Ctx) -> Content {
    Box::pin(async { panic!("a widget breaks") })
}

fn waits(_: Ctx) -> Content {
    Box::pin(async { std::future::pending().await })
}

/// Providers of the core module beside those of the others, for both back offices.
fn add(modules: &mut [ModuleServer]) {
    let core = modules.iter_mut().find(|module| module.code == "core").expect("the module");
    for frontend in [Frontend::Store, Frontend::Admin] {
        let metrics = |provide| MetricsProvider { module: "core", frontend, permission: None, provide };
        core.metrics.extend([metrics(fails), metrics(panics), metrics(never_answers), metrics(works)]);
        core.metrics.push(MetricsProvider { permission: Some(Permission("customers.delete")), ..metrics(secret) });
        let widget = |key, provide| WidgetProvider { module: "core", key, frontend, permission: None, provide };
        core.widgets.extend([widget("breaks", breaks), widget("waits", waits), widget("shows", shows)]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_fails_panics_or_does_not_answer_is_left_out() {
    let app = TestApp::start_with(|modules| add(modules)).await;
    let owner = app.member(OWNER, STORE).await;
    for actor in [&owner, &app.operator().await] {
        let page = tokio::time::timeout(Duration::from_secs(10), actor.get("/")).await.expect("nobody waits for long");
        assert_eq!(page.status, 200, "{page:?}");
        assert!(page.shows("Figure that works") && page.shows("Widget that works") && page.shows("A &lt;row&gt;"));
        assert!(!page.shows("a provider breaks") && !page.shows("a widget breaks"), "nothing internal is shown");
    }
    let page = owner.get("/").await;
    assert!(page.shows("href=\"/store/lumiere/orders\""), "the other modules' share is there");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_that_breaks_before_it_answers_leaves_the_page_whole() {
    let app = TestApp::start_with(|modules| {
        let core = modules.iter_mut().find(|module| module.code == "core").expect("the module");
        let provide = panics_before_it_is_asked;
        core.widgets.push(WidgetProvider {
            module: "core",
            key: "early",
            frontend: Frontend::Store,
            permission: None,
            provide,
        });
    })
    .await;
    let page = app.member(OWNER, STORE).await.get("/").await;
    assert_eq!(page.status, 200, "{page:?}");
    assert!(page.shows("href=\"/store/lumiere/orders\""));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_for_whoever_may_see_them() {
    let app = TestApp::start_with(|modules| add(modules)).await;
    assert!(app.member(OWNER, STORE).await.get("/").await.shows("Figure for owners"));
    let staff = app.member(STAFF, STORE).await.get("/").await;
    assert!(staff.status == 200 && staff.shows("Figure that works") && !staff.shows("Figure for owners"));
    app.stop().await;
}

const DASHBOARD: &str = "/api/v1/store/core/dashboard";

/// Says which days it was asked for.
fn days(_: Ctx, period: Period) -> Figures {
    let label = format!("Days {} before {}", period.days(), (period.from - period.before).whole_days());
    Box::pin(async move { Ok(figure(&label)) })
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_of_the_period_in_the_address_and_compared_to_the_one_before() {
    let app = TestApp::start_with(|modules| {
        let core = modules.iter_mut().find(|module| module.code == "core").expect("the module");
        core.metrics.push(MetricsProvider {
            module: "core",
            frontend: Frontend::Store,
            permission: None,
            provide: days,
        });
    })
    .await;
    let owner = app.member(OWNER, STORE).await;
    for (address, shown) in [
        ("/", "Days 30 before 30"),
        ("/?period=today", "Days 1 before 1"),
        ("/?period=7", "Days 7 before 7"),
        ("/?period=year", "Days 365 before 365"),
        ("/?period=custom&from=2026-02-01&to=2026-02-10", "Days 10 before 10"),
        ("/?period=nonsense", "Days 30 before 30"),
    ] {
        let page = owner.get(address).await;
        assert!(page.status == 200 && page.shows(shown), "{address}: {page:?}");
    }
    let query = [("query[period]", "custom"), ("query[from]", "2026-02-01"), ("query[to]", "2026-02-10")];
    withstand(&[owner], DASHBOARD, &query).await;
    app.stop().await;
}

fn steps(_: Ctx) -> BoxFuture<'static, Result<Vec<ChecklistItem>, AppError>> {
    let step = |key: &str, done, order| ChecklistItem {
        key: key.to_owned(),
        title: format!("Step {key}"),
        body: String::new(),
        path: "/".to_owned(),
        done,
        order,
    };
    let steps = vec![step("last", false, 20), step("first", true, 10)];
    Box::pin(async { Ok(steps) })
}

fn broken_steps(_: Ctx) -> BoxFuture<'static, Result<Vec<ChecklistItem>, AppError>> {
    panic!("a provider breaks")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_steps_are_shown_until_they_are_put_away() {
    let app = TestApp::start_with(|modules| {
        for module in modules.iter_mut() {
            module.checklist.clear();
        }
        let core = modules.iter_mut().find(|module| module.code == "core").expect("the module");
        let provider = |items| ChecklistProvider { module: "core", frontend: Frontend::Store, permission: None, items };
        core.checklist.extend([provider(broken_steps), provider(steps)]);
        let secret = ChecklistProvider { permission: Some(Permission("customers.delete")), ..provider(steps) };
        core.checklist.push(secret);
    })
    .await;
    let (owner, staff) = (app.member(OWNER, STORE).await, app.member(STAFF, STORE).await);
    let shown: Value = owner.call(DASHBOARD, &[]).await.value();
    let keys: Vec<_> = shown["checklist"].as_array().expect("steps").iter().map(|step| &step["key"]).collect();
    assert_eq!(keys, ["first", "first", "last", "last"], "in order, of both providers");
    let shown: Value = staff.call(DASHBOARD, &[]).await.value();
    assert_eq!(shown["checklist"].as_array().map(Vec::len), Some(2));
    assert!(owner.get("/").await.shows("Step last"));
    for _ in 0..2 {
        assert_eq!(owner.call("/api/v1/store/core/hide_checklist", &[]).await.status, 200);
    }
    let page = owner.get("/").await;
    assert!(!page.shows("Step last") && page.shows("show_checklist"), "it can be found again: {page:?}");
    assert!(staff.get("/").await.shows("Step last"), "for oneself alone");
    assert_eq!(owner.call("/api/v1/store/core/show_checklist", &[]).await.status, 200);
    assert!(owner.get("/").await.shows("Step last"));
    app.stop().await;
}
