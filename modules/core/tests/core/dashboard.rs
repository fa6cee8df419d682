//! A dashboard is whole whatever its providers do.

use std::time::Duration;

use futures::future::BoxFuture;
use orion_kernel::{
    AppError, Frontend, Permission,
    metric::Metric,
    widget::{Widget, WidgetRow},
};
use orion_runtime::{Ctx, MetricsProvider, ModuleServer, WidgetProvider};
use orion_testing::TestApp;

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

fn fails(_: Ctx) -> Figures {
    Box::pin(async { Err(AppError::internal()) })
}

fn panics(_: Ctx) -> Figures {
    Box::pin(async { panic!("a provider breaks") })
}

fn panics_before_it_is_asked(_: Ctx) -> Content {
    panic!("a provider breaks early")
}

fn never_answers(_: Ctx) -> Figures {
    Box::pin(async { std::future::pending().await })
}

fn works(_: Ctx) -> Figures {
    Box::pin(async { Ok(figure("Figure that works")) })
}

fn secret(_: Ctx) -> Figures {
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
