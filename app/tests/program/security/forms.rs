//! Forms that another site sends in somebody's name: a sibling store is another site, however close it is.

use orion_kernel::Frontend;
use orion_testing::{Actor, TestApp};
use reqwest::Method;

use super::{CUSTOMER, MEMBER, OPERATOR};
use crate::endpoints_of;

/// What browsers say about where a form comes from, when it is none of the page's own.
fn foreign(app: &TestApp, own: &str) -> Vec<(&'static str, String)> {
    let port = app.origin().rsplit_once(':').expect("a port").1.to_owned();
    vec![
        ("sec-fetch-site", "cross-site".to_owned()),
        ("sec-fetch-site", "same-site".to_owned()),
        ("sec-fetch-site", "none".to_owned()),
        ("sec-fetch-site", "same-origin, cross-site".to_owned()),
        ("sec-fetch-site", String::new()),
        ("origin", format!("http://bierger.localhost:{port}")),
        ("origin", "null".to_owned()),
        ("origin", String::new()),
        ("origin", format!("{own}.evil.test")),
        ("origin", format!("{own}@evil.test")),
        ("origin", own.replace("http://", "https://")),
        ("origin", own.replace(&port, "1")),
        ("origin", format!("{own}/")),
        ("origin", format!("{own} http://evil.test")),
    ]
}

/// Everything the frontend's functions answer to a form from elsewhere, but for what is right.
async fn let_in(app: &TestApp, actor: &Actor, own: &str, frontend: Frontend) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, path) in endpoints_of(frontend).into_iter().enumerate() {
        let foreign = foreign(app, own);
        // Every function is tried with the likeliest attack, and with one of the others in turn.
        let tried = [&foreign[1], &foreign[at % foreign.len()]];
        for (name, value) in tried {
            let request = actor.request(Method::POST, path).header("accept", "application/json").header(*name, value);
            let answer = request.form(&[("id", "1")]).send().await.expect("an answer");
            if answer.status() != 403 {
                faults.push(format!("{path} with {name} = {value:?} answers {}", answer.status()));
            }
        }
    }
    faults
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_of_other_sites_are_refused_whoever_is_signed_in() {
    let app = TestApp::start().await;
    let (platform, shop) =
        (app.origin().trim_end_matches('/').to_owned(), app.app.config().public_origin.of_store("lumiere"));
    let member = MEMBER.visitor(&app);
    MEMBER.sign_in(&member).await;
    let operator = OPERATOR.visitor(&app);
    OPERATOR.sign_in(&operator).await;
    let customer = CUSTOMER.visitor(&app);
    CUSTOMER.sign_in(&customer).await;
    let mut faults = Vec::new();
    for (actor, own, frontend) in [
        (member.at("/store/lumiere"), &platform, Frontend::Store),
        (operator.at("/admin"), &platform, Frontend::Admin),
        (member, &platform, Frontend::Platform),
        (customer, &shop, Frontend::Storefront),
    ] {
        faults.extend(let_in(&app, &actor, own, frontend).await);
    }
    assert!(faults.is_empty(), "{faults:#?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_sign_of_another_site_is_enough() {
    let app = TestApp::start().await;
    let shop = app.app.config().public_origin.of_store("lumiere");
    let shopper = app.shopper("lumiere");
    let send = async |headers: &[(&str, &str)]| {
        let mut request = shopper.request(Method::POST, "/api/v1/storefront/cart/show_cart").form(&[("a", "b")]);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.header("accept", "application/json").send().await.expect("an answer").status().as_u16()
    };
    for (name, value) in foreign(&app, &shop) {
        assert_eq!(send(&[(name, &value)]).await, 403, "{name} = {value:?}");
    }
    assert_eq!(send(&[("sec-fetch-site", "same-origin"), ("origin", &shop)]).await, 200);
    assert_eq!(send(&[("origin", &shop)]).await, 200, "a browser from before");
    assert_eq!(send(&[]).await, 200, "a program, which has nobody's cookies");
    app.stop().await;
}

/// Reading changes nothing, so links of other sites may lead to pages; a form sent by reading would be one.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_changed_by_a_link() {
    let app = TestApp::start().await;
    let owner = app.member("owner@lumiere.test", "lumiere").await;
    for method in [Method::GET, Method::HEAD, Method::PUT, Method::PATCH, Method::DELETE] {
        for path in ["/api/v1/store/tenancy/save_look", "/api/v1/store/tenancy/sign_out"] {
            let request = owner.request(method.clone(), path).header("accept", "application/json");
            let answer = request.header("sec-fetch-site", "cross-site").send().await.expect("an answer");
            assert!([404, 405].contains(&answer.status().as_u16()), "{method} {path} answers {}", answer.status());
        }
    }
    assert_eq!(owner.get("/settings").await.status, 200, "still signed in");
    app.stop().await;
}
