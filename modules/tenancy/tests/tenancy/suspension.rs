//! A suspended store: its team looks, and changes nothing, whatever function it asks.

use orion_runtime::rate_limit::RateClass;
use orion_testing::TestApp;

use crate::tenants::done;

#[tokio::test(flavor = "multi_thread")]
async fn every_function_that_changes_something_is_refused_and_every_other_is_not() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let owner = app.member("owner@lumiere.test", "lumiere").await;
    let anna = app.customer("anna@example.test", "lumiere").await;
    done(&operator, "suspend_store", &[("code", "lumiere"), ("reason", "Unpaid")]).await;
    let (mut refused, mut let_in) = (0, 0);
    let mut paths: Vec<&str> = server_fn::axum::server_fn_paths().map(|(path, _)| path).collect();
    paths.sort_unstable();
    for path in paths {
        let Some((frontend, rest)) = path.strip_prefix("/api/v1/").and_then(|rest| rest.split_once('/')) else {
            continue;
        };
        let Some((module, endpoint)) = rest.split_once('/') else { continue };
        let is_way_out = matches!(endpoint, "sign_out" | "end_impersonation");
        let (actor, may) = match frontend {
            "store" => (&owner, app.app.rate_class(module, endpoint) == RateClass::Read),
            "storefront" => (&anna, false),
            _ => continue,
        };
        if is_way_out {
            continue;
        }
        let code = actor.call(path, &[]).await;
        let is_refused = code.status == 403 && code.error().code == "store_suspended";
        assert_eq!(is_refused, !may, "{path}: {code:?}");
        if is_refused { refused += 1 } else { let_in += 1 }
    }
    assert!(refused > 60 && let_in > 20, "{refused} refused, {let_in} let in");
    assert_eq!(owner.get("/orders").await.status, 200);
    assert_eq!(owner.call("/api/v1/store/tenancy/sign_out", &[]).await.status, 200);
    app.stop().await;
}
