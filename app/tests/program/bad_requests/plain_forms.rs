//! A form sent without scripts that is refused: a person gets a page, in their language.

use axum::{body::Body, extract::Request, response::IntoResponse};
use http::{HeaderValue, StatusCode};
use orion_kernel::{AppError, Frontend, Locale};
use orion_runtime::{Ctx, Scope, gate, jobs::JobScope};
use orion_testing::{Actor, Answer, TestApp};
use reqwest::Method;
use server_fn::error::ServerFnUrlError;

/// Sends a form from a page that is none of ours, as far as the browser says.
async fn submit(actor: &Actor, path: &str, site: &str, body: String) -> Answer {
    let request = actor
        .request(Method::POST, path)
        .header("accept", "text/html,application/xhtml+xml")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", site)
        .body(body);
    let response = request.send().await.expect("an answer");
    let status = response.status().as_u16();
    Answer { status, location: None, body: response.text().await.expect("a body") }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_says_why_in_their_language() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let sign_in = "/de/api/v1/platform/tenancy/sign_in";
    let too_large = "a".repeat(2 << 20);
    for (path, site, body, status, words) in [
        ("/de/api/v1/platform/tenancy/no_such", "same-origin", String::new(), 404, "Seite nicht gefunden"),
        (sign_in, "cross-site", String::new(), 403, "Kein Zugriff"),
        (sign_in, "same-origin", too_large, 413, "Das ist zu groß"),
    ] {
        let answer = submit(&visitor, path, site, body).await;
        assert_eq!(answer.status, status, "{answer:?}");
        assert!(answer.shows(r#"lang="de""#) && answer.shows("<h1") && answer.shows(words), "{answer:?}");
    }
    let wrong = "email=nobody%40orion.test&password=guessed&next=";
    let mut answer = submit(&visitor, sign_in, "same-origin", wrong.to_owned()).await;
    for _ in 0..20 {
        if answer.status == 429 {
            break;
        }
        answer = submit(&visitor, sign_in, "same-origin", wrong.to_owned()).await;
    }
    assert_eq!(answer.status, 429, "{answer:?}");
    assert!(answer.shows(r#"lang="de""#) && answer.shows("Das waren zu viele Versuche"), "{answer:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_take_no_posts_and_say_so_to_people() {
    let app = TestApp::start().await;
    let answer = submit(&app.shopper("lumiere"), "/products", "same-origin", String::new()).await;
    assert!(answer.status == 405 && answer.shows("<h1"), "{answer:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn cookies_set_before_a_form_failed_are_kept() {
    let app = TestApp::start().await;
    let platform = app.platform_id().await;
    let job = JobScope { platform_id: platform, merchant_id: None, store_id: None, locale: Locale::En };
    let ctx = Ctx::for_job(&app.app, &job, "test").await.expect("the platform");
    let path = "/api/v1/platform/tenancy/sign_in".to_owned();
    let scope = Scope { path: path.clone(), frontend: Frontend::Platform, ..ctx.scope().clone() };
    let referer = format!("{}/sign-in", scope.origin);
    let request = Request::post(&path).header("accept", "text/html").header("referer", &referer);
    let request = request.body(Body::from("email=a")).expect("a request");
    // As the framework answers when a function fails after it has set a cookie.
    let failed = ServerFnUrlError::new(&path, AppError::conflict("not_now")).to_url(&referer).expect("an address");
    let fails = |_| async move {
        let headers = [("location", failed.to_string()), ("set-cookie", "kept=yes".to_owned())];
        (StatusCode::FOUND, headers).into_response()
    };
    let ctx = Ctx::new(app.app.clone(), scope, None, None);
    let answer = gate::serve(ctx, request, fails).await.expect("it leads back to its page");
    assert_eq!(
        (answer.status(), &answer.headers()["location"]),
        (StatusCode::SEE_OTHER, &HeaderValue::from_static("/sign-in"))
    );
    let cookies: Vec<&str> =
        answer.headers().get_all("set-cookie").iter().filter_map(|cookie| cookie.to_str().ok()).collect();
    assert!(cookies.contains(&"kept=yes"), "{cookies:?}");
    assert!(cookies.iter().any(|cookie| cookie.starts_with("orion_form=")), "{cookies:?}");
    app.stop().await;
}
