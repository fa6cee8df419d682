//! Signing in and out.

use futures::future::join_all;
use orion_testing::{Actor, TestApp};
use reqwest::Method;
use serde_json::Value;
use uuid::Uuid;

use crate::builders::{ANNA, PASSWORD, STORE, door, email_of, rest, sign_in};

/// The cookie that a sign-in sets, as a thief would keep it.
async fn cookie_of(actor: &Actor, email: &str) -> String {
    let form = [("email", email), ("password", PASSWORD), ("next", "")];
    let request = actor.request(Method::POST, &door("sign_in")).header("sec-fetch-site", "same-origin").form(&form);
    let answer = request.send().await.expect("an answer");
    let cookies = answer.headers().get_all("set-cookie").iter().filter_map(|cookie| cookie.to_str().ok());
    let cookie = cookies.into_iter().find(|cookie| cookie.to_lowercase().contains("httponly")).expect("a cookie");
    cookie.split(';').next().expect("a pair").to_owned()
}

/// The status of a question that only a customer is answered, asked with somebody's cookie.
async fn ask_with(actor: &Actor, cookie: &str) -> u16 {
    let request = actor.request(Method::POST, &door("profile")).header("sec-fetch-site", "same-origin");
    let answer = request.header("accept", "application/json").header("cookie", cookie).send().await;
    answer.expect("an answer").status().as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_may_be_written_any_way_and_the_password_one() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    let right = sign_in(&shopper, "  ANNA@example.test", PASSWORD).await;
    assert_eq!((right.status, right.location.as_deref()), (200, Some("/account")), "{right:?}");
    assert_eq!(email_of(&shopper).await.as_deref(), Some(ANNA));
    for wrong in ["Demo-orion-2026", "demo-orion-2026 ", ""] {
        assert_ne!(sign_in(&app.shopper(STORE), ANNA, wrong).await.status, 200, "{wrong:?}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_learns_who_has_an_account() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    let known = sign_in(&shopper, ANNA, "not her password").await;
    let unknown = sign_in(&shopper, "nobody@example.test", "not her password").await;
    assert_eq!((known.status, &known.body), (422, &unknown.body));
    assert_eq!(known.status, unknown.status);
    let shown = shopper.submit("/account/sign-in", &door("sign_in"), &[("email", ANNA), ("password", "x")]).await;
    assert!(shown.location.is_some_and(|address| address.ends_with("/account/sign-in")));
    assert!(shopper.get("/account/sign-in").await.shows("role=\"alert\""));
    assert_eq!(email_of(&shopper).await, None);
    app.stop().await;
}

/// Guesses at Anna's password from ten addresses at once, and says how many were looked at.
async fn attack(app: &TestApp) -> usize {
    let crowd = app.crowd(STORE, 10);
    let guesses = (0..40).map(|number| sign_in(&crowd[number % 10], ANNA, "a guess"));
    let answers = join_all(guesses).await;
    assert!(answers.iter().all(|answer| [422, 429].contains(&answer.status)), "{answers:?}");
    answers.iter().filter(|answer| answer.status == 422).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_is_slowed_down_whatever_address_it_comes_from() {
    let app = TestApp::start().await;
    let evaluated = attack(&app).await;
    assert!((1..=10).contains(&evaluated), "{evaluated} guesses were looked at");
    let shopper = app.shopper(STORE);
    let form = [("email", ANNA), ("password", PASSWORD), ("next", "")];
    let request = shopper.request(Method::POST, &door("sign_in")).header("sec-fetch-site", "same-origin").form(&form);
    let refused = request.header("accept", "application/json").send().await.expect("an answer");
    assert_eq!(refused.status(), 429, "the right password waits too");
    assert!(refused.headers().contains_key("retry-after"));
    assert_eq!(sign_in(&shopper, "nobody@example.test", "a guess").await.status, 422, "another account");
    assert_eq!(shopper.get("/account/sign-in").await.status, 200);
    assert_eq!(sign_in(&app.shopper("kaffi"), "chloe@example.test", PASSWORD).await.status, 200);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_cannot_lock_the_owner_out() {
    let app = TestApp::start().await;
    let owner = app.customer(ANNA, STORE).await;
    assert_eq!(owner.call(&door("sign_out"), &[]).await.status, 200);
    attack(&app).await;
    assert_eq!(sign_in(&app.shopper(STORE), ANNA, PASSWORD).await.status, 429, "a browser nobody knows waits");
    assert_eq!(sign_in(&owner, ANNA, PASSWORD).await.status, 200, "hers does not");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_the_session_for_whoever_kept_its_cookie() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    let cookie = cookie_of(&shopper, ANNA).await;
    let thief = app.shopper(STORE);
    assert_eq!(ask_with(&thief, &cookie).await, 200);
    let out = shopper.call(&door("sign_out"), &[]).await;
    assert_eq!((out.status, out.location.as_deref()), (200, Some("/")), "{out:?}");
    assert_eq!(ask_with(&thief, &cookie).await, 401);
    let sessions: i64 = app.one("select count(*) from orion.sessions where kind = 'customer'").await;
    assert_eq!(sessions, 0);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_takes_cart_and_checkout_along() {
    let app = TestApp::start().await;
    let shopper = app.customer(ANNA, STORE).await;
    let request = shopper.request(Method::POST, &door("sign_out")).header("sec-fetch-site", "same-origin");
    let answer = request.send().await.expect("an answer");
    let cookies: Vec<_> =
        answer.headers().get_all("set-cookie").iter().filter_map(|cookie| cookie.to_str().ok()).collect();
    for name in ["cart", "checkout"] {
        let is_gone = |cookie: &&&str| cookie.contains(&format!("{name}_")) && cookie.contains("Max-Age=0");
        assert!(cookies.iter().any(|cookie| is_gone(&cookie)), "{name}: {cookies:?}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_of_one_store_is_nothing_in_another() {
    let app = TestApp::start().await;
    let cookie = cookie_of(&app.shopper(STORE), ANNA).await;
    assert_eq!(ask_with(&app.shopper(STORE), &cookie).await, 200);
    for elsewhere in ["bierger", "kaffi"] {
        assert_eq!(ask_with(&app.shopper(elsewhere), &cookie).await, 401, "{elsewhere}");
        assert_eq!(sign_in(&app.shopper(elsewhere), ANNA, PASSWORD).await.error().code, "wrong_credentials");
    }
    assert_eq!(ask_with(&app.visitor(), &cookie).await, 404, "the platform has no customers");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_put_into_the_cart_before_is_there_after() {
    let app = TestApp::start().await;
    let variant: Uuid = app
        .one(
            "select v.id from catalog.variants v
             join catalog.products p on p.store_id = v.store_id and p.id = v.product_id and p.status = 'published'
             join inventory.stock_levels l on l.store_id = v.store_id and l.variant_id = v.id and l.on_hand > 5
             join tenancy.stores s on s.id = v.store_id where s.code = 'lumiere' order by v.id limit 1",
        )
        .await;
    let variant = variant.to_string();
    let lines = async |actor: &Actor| -> Vec<Value> {
        let cart: Value = actor.call("/api/v1/storefront/cart/show_cart", &[]).await.value();
        cart["lines"].as_array().cloned().unwrap_or_default()
    };
    let shopper = app.shopper(STORE);
    let added = shopper.call("/api/v1/storefront/cart/add_line", &[("variant_id", &variant), ("quantity", "2")]).await;
    assert!(added.status < 400, "{added:?}");
    assert_eq!(sign_in(&shopper, ANNA, PASSWORD).await.status, 200);
    let kept = lines(&shopper).await;
    assert_eq!((kept.len(), kept[0]["quantity"].as_i64()), (1, Some(2)));
    let at_home = app.customer(ANNA, STORE).await;
    assert_eq!(lines(&at_home).await.len(), 1, "the cart is hers wherever she signs in");
    assert_eq!(shopper.call(&door("sign_out"), &[]).await.status, 200);
    assert_eq!(lines(&shopper).await.len(), 0, "and not this browser's");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn account_pages_show_the_door_first_and_lead_back() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    for page in ["/account", "/account/details", "/account/addresses", "/account/addresses/new"] {
        let shown = shopper.get(page).await;
        assert!(shown.status == 200 && shown.shows("name=\"password\""), "{page}");
        assert!(shown.shows(&format!("value=\"{page}\"")), "{page} is where it goes on");
        assert!(!shown.shows("Anna"));
    }
    let fields = [("email", ANNA), ("password", PASSWORD), ("next", "/account/details")];
    let next = shopper.call(&door("sign_in"), &fields).await;
    assert_eq!(next.location.as_deref(), Some("/account/details"));
    let account = shopper.get("/account").await;
    assert!(account.shows("href=\"/account/orders\"") && account.shows("Anna"), "{account:?}");
    for name in ["account", "profile", "addresses"] {
        assert_eq!(app.shopper(STORE).call(&door(name), &[]).await.status, 401, "{name}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_is_new_is_told_of() {
    let app = TestApp::start().await;
    let first = app.customer(ANNA, STORE).await;
    assert_eq!(sign_in(&first, ANNA, PASSWORD).await.status, 200);
    rest(&app).await;
    assert_eq!(app.mails().await.len(), 0, "neither the first one nor a known one is worth a mail");
    app.customer(ANNA, STORE).await;
    rest(&app).await;
    let mails = app.mails().await;
    assert_eq!((mails.len(), mails[0].to.as_str()), (1, ANNA));
    assert!(mails[0].text.contains("/account/sessions"), "{}", mails[0].text);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_planted_before_is_worth_nothing_after() {
    let app = TestApp::start().await;
    let thief = app.shopper(STORE);
    let planted = cookie_of(&thief, ANNA).await;
    let victim = app.shopper(STORE);
    let form = [("email", ANNA), ("password", PASSWORD), ("next", "")];
    let request = victim.request(Method::POST, &door("sign_in")).header("sec-fetch-site", "same-origin");
    let answer = request.header("accept", "application/json").header("cookie", &planted).form(&form).send().await;
    let set = answer.expect("an answer");
    let fresh = set.headers().get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    let fresh = fresh.filter(|cookie| cookie.starts_with("orion_customer")).collect::<Vec<_>>().join("");
    assert!(!fresh.is_empty() && !fresh.starts_with(&planted), "{fresh}");
    assert_eq!(ask_with(&app.shopper(STORE), &planted).await, 401);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_back_stays_in_the_shop() {
    let app = TestApp::start().await;
    let shopper = app.shopper(STORE);
    for next in ["//evil.test", "/\\evil.test", "https://evil.test", "\\/evil.test", "/\t/evil.test", "evil.test"] {
        let fields = [("email", ANNA), ("password", PASSWORD), ("next", next)];
        let answer = shopper.call(&door("sign_in"), &fields).await;
        assert_eq!((answer.status, answer.location.as_deref()), (200, Some("/account")), "{next:?}");
    }
    for next in ["/%2F%2Fevil.test", "/%5Cevil.test"] {
        let fields = [("email", ANNA), ("password", PASSWORD), ("next", next)];
        let answer = shopper.call(&door("sign_in"), &fields).await;
        assert_eq!(answer.location.as_deref(), Some(next), "encoded it is a path of the shop");
    }
    app.stop().await;
}
