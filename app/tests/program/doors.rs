//! Nobody gets through a back office's door who does not belong there.

use orion_kernel::Frontend;
use orion_runtime::gate::Endpoint;
use orion_testing::{Actor, TestApp};

use crate::{endpoints, endpoints_of};

/// Signing in is for those who are not signed in yet.
fn is_the_door_itself(path: &str) -> bool {
    path.ends_with("/sign_in")
}

async fn refused(actor: &Actor, base: &str, paths: &[&'static str], who: &str) {
    let actor = actor.at(base);
    let mut let_in = Vec::new();
    for path in paths.iter().filter(|path| !is_the_door_itself(path)) {
        let status = actor.call(path, &[]).await.status;
        if !matches!(status, 401 | 404) {
            let_in.push(format!("{path} answered {status}"));
        }
    }
    assert!(let_in.is_empty(), "{who}: {let_in:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_store_function_refuses_strangers() {
    let app = TestApp::start().await;
    let paths = endpoints_of(Frontend::Store);
    assert!(!paths.is_empty());
    refused(&app.visitor(), "/store/lumiere", &paths, "anonymous").await;
    refused(&app.operator().await, "/store/lumiere", &paths, "an operator").await;
    refused(&app.member("owner@minett.test", "bierger").await, "/store/lumiere", &paths, "another merchant's owner")
        .await;
    let customer = app.customer("anna@example.test", "lumiere").await;
    refused(&customer, "", &paths, "a customer").await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_admin_function_refuses_strangers() {
    let app = TestApp::start().await;
    let paths = endpoints_of(Frontend::Admin);
    assert!(!paths.is_empty());
    refused(&app.visitor(), "/admin", &paths, "anonymous").await;
    refused(&app.member("owner@lumiere.test", "lumiere").await, "/admin", &paths, "a merchant's owner").await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_function_of_another_frontend_is_not_there() {
    let app = TestApp::start().await;
    let shopper = app.shopper("lumiere");
    for (path, Endpoint { frontend, .. }) in endpoints() {
        if frontend != Frontend::Storefront {
            assert_eq!(shopper.call(path, &[]).await.status, 404, "{path}");
        }
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_from_other_sites_are_refused_sibling_stores_included() {
    let app = TestApp::start().await;
    let shopper = app.shopper("lumiere");
    for path in endpoints_of(Frontend::Storefront) {
        for site in ["cross-site", "same-site"] {
            let request =
                shopper.request(reqwest::Method::POST, path).header("sec-fetch-site", site).form(&[("a", "b")]);
            assert_eq!(request.send().await.expect("an answer").status(), 403, "{path} from {site}");
        }
        let request = shopper
            .request(reqwest::Method::POST, path)
            .header("origin", "http://bierger.localhost")
            .form(&[("a", "b")]);
        assert_eq!(request.send().await.expect("an answer").status(), 403, "{path} with a foreign origin");
    }
    app.stop().await;
}
