//! Modules come and go with what they need, in every process.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use orion_testing::{Actor, TestApp};
use serde_json::Value;

const ENABLE: &str = "/api/v1/admin/tenancy/enable_module";
const DISABLE: &str = "/api/v1/admin/tenancy/disable_module";

async fn switch(operator: &Actor, endpoint: &str, code: &str) -> u16 {
    operator.call(endpoint, &[("code", code)]).await.status
}

async fn on(app: &TestApp) -> Vec<String> {
    let operator = app.operator().await;
    let modules: Vec<Value> = operator.call("/api/v1/admin/tenancy/list_modules", &[]).await.value();
    let on = modules.iter().filter(|module| module["is_on"] == true && module["is_switchable"] == true);
    let mut codes: Vec<String> = on.map(|module| module["code"].as_str().expect("a code").to_owned()).collect();
    codes.sort();
    codes
}

#[tokio::test(flavor = "multi_thread")]
async fn dependents_go_along_and_dependencies_come_along() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let before = on(&app).await;
    let page = operator.get("/modules/cart").await;
    assert!(page.shows("Switched off along with it") && page.shows("Checkout"), "{page:?}");
    assert_eq!(switch(&operator, DISABLE, "cart").await, 200);
    let without: Vec<&String> = before.iter().filter(|code| !["cart", "checkout"].contains(&code.as_str())).collect();
    assert_eq!(on(&app).await.iter().collect::<Vec<_>>(), without, "what they had brought along stays");
    assert_eq!(switch(&operator, ENABLE, "checkout").await, 200);
    assert_eq!(on(&app).await, before);
    assert_eq!(app.one::<i64>("select count(*) from orion.audit_log where action like 'tenancy.module_%'").await, 2);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_core_has_no_switch() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let answer = operator.call(DISABLE, &[("code", "tenancy")]).await;
    assert_eq!(answer.error().code, "module_is_core");
    let answer = operator.call(DISABLE, &[("code", "nonsense")]).await;
    assert_eq!(answer.error().code, "not_found");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_operators_at_once_leave_a_consistent_set() {
    let app = TestApp::start().await;
    let (first, second) = (app.operator().await, app.operator().await);
    for _ in 0..4 {
        let (off, on_again) = tokio::join!(switch(&first, DISABLE, "catalog"), switch(&second, ENABLE, "checkout"));
        assert_eq!((off, on_again), (200, 200));
        let modules = on(&app).await;
        let has = |code: &str| modules.iter().any(|module| module == code);
        assert_eq!(has("checkout"), has("catalog"), "{modules:?}");
        assert_eq!(has("cart"), has("catalog"), "{modules:?}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_switch_reaches_another_process_within_a_second() {
    let app = TestApp::start().await;
    let second = app.second_process().await;
    let elsewhere = second.operator().await;
    assert_eq!(second.shopper("kaffi").get("/cart").await.status, 200);
    assert!(elsewhere.get("/modules").await.shows("Cart"));
    let operator = app.operator().await;
    assert_eq!(switch(&operator, DISABLE, "cart").await, 200);
    assert_eq!(app.shopper("kaffi").get("/cart").await.status, 404, "at once where it was switched");
    let known = async {
        while second.shopper("kaffi").get("/cart").await.status != 404 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(1), known).await.expect("the other process still serves the module");
    second.stop().await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_module_is_switched_without_scripts() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let answer = operator.submit("/modules/inventory", DISABLE, &[("code", "inventory")]).await;
    assert_eq!(answer.status / 100, 3, "{answer:?}");
    assert!(!on(&app).await.contains(&"inventory".to_owned()));
    let page = operator.get("/modules/inventory").await;
    assert!(page.shows("All data") || page.shows("still there"), "{page:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_module_hears_that_it_was_switched_and_its_failure_stops_nobody() {
    static SWITCHED: AtomicUsize = AtomicUsize::new(0);
    let app = TestApp::start_with(|modules| {
        for module in modules {
            module.on_enable = Some(|_, _| Box::pin(async { Err(orion_kernel::AppError::internal().into()) }));
            if module.code == "cart" {
                module.on_disable = Some(|_, _| {
                    SWITCHED.fetch_add(1, Ordering::Relaxed);
                    Box::pin(async { Ok(()) })
                });
            }
        }
    })
    .await;
    let operator = app.operator().await;
    assert_eq!(switch(&operator, DISABLE, "cart").await, 200);
    assert_eq!(SWITCHED.load(Ordering::Relaxed), 1);
    assert_eq!(switch(&operator, ENABLE, "cart").await, 200);
    assert!(on(&app).await.contains(&"cart".to_owned()));
    app.stop().await;
}
