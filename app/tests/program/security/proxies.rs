//! Forwarding headers: anybody can write them, so they are a proxy's word only when a proxy of ours brings them.

use std::net::Ipv4Addr;

use orion_testing::{Actor, TestApp};
use reqwest::Method;

use super::{CUSTOMER, MEMBER, PASSWORD};

const PROXY: Ipv4Addr = Ipv4Addr::new(127, 0, 9, 1);

async fn behind_a_proxy() -> TestApp {
    TestApp::start_configured(|config| {
        config.trusted_proxies = vec!["127.0.9.0/24".parse().expect("a network")];
    })
    .await
}

/// The address that a sign-in is noted with.
async fn noted(app: &TestApp, from: Ipv4Addr, headers: &[(&str, &str)]) -> String {
    let actor = Actor::from_address(app.origin(), "", from);
    let form = [("email", MEMBER.email), ("password", PASSWORD), ("next", "")];
    let mut request = actor.request(Method::POST, MEMBER.sign_in).header("accept", "application/json").form(&form);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = request.send().await.expect("an answer");
    assert!(answer.status().as_u16() < 400, "{headers:?}: {answer:?}");
    app.one("select ip from orion.sessions order by created_at desc, id desc limit 1").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_cannot_pretend_to_come_from_elsewhere() {
    let app = behind_a_proxy().await;
    let stranger = Ipv4Addr::new(127, 0, 8, 1);
    let forged = [
        ("x-forwarded-for", "6.6.6.6"),
        ("forwarded", "for=6.6.6.6;host=evil.test;proto=https"),
        ("x-real-ip", "6.6.6.6"),
        ("x-client-ip", "6.6.6.6"),
        ("true-client-ip", "6.6.6.6"),
        ("cf-connecting-ip", "6.6.6.6"),
        ("x-cluster-client-ip", "6.6.6.6"),
    ];
    assert_eq!(noted(&app, stranger, &forged).await, "127.0.8.1");
    assert_eq!(noted(&app, stranger, &[("x-forwarded-for", "127.0.9.1, 6.6.6.6, 127.0.9.2")]).await, "127.0.8.1");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_of_ours_is_believed_for_what_it_saw() {
    let app = behind_a_proxy().await;
    for (headers, expected) in [
        (vec![("x-forwarded-for", "203.0.113.9")], "203.0.113.9"),
        // What stands before its own entry, the visitor may have written.
        (vec![("x-forwarded-for", "6.6.6.6, 203.0.113.9, 127.0.9.2")], "203.0.113.9"),
        (vec![("x-forwarded-for", "6.6.6.6"), ("x-forwarded-for", "203.0.113.9")], "203.0.113.9"),
        (vec![("x-forwarded-for", "203.0.113.9, nonsense")], "127.0.9.1"),
        (vec![("x-forwarded-for", "")], "127.0.9.1"),
        (vec![("x-forwarded-for", "::ffff:203.0.113.9")], "203.0.113.9"),
        // It does not write these, so they are the visitor's.
        (vec![("forwarded", "for=6.6.6.6"), ("x-real-ip", "6.6.6.6")], "127.0.9.1"),
    ] {
        assert_eq!(noted(&app, PROXY, &headers).await, expected, "{headers:?}");
    }
    app.stop().await;
}

/// Whoever claims to be somebody else with every guess is still one address.
#[tokio::test(flavor = "multi_thread")]
async fn a_forged_address_gives_no_more_guesses() {
    let app = behind_a_proxy().await;
    let stranger =
        Actor::from_address(app.app.config().public_origin.of_store("lumiere"), "", Ipv4Addr::new(127, 0, 8, 2));
    let mut refused = 0;
    for number in 0..30 {
        let email = format!("nobody-{number}@example.test");
        let request = stranger
            .request(Method::POST, CUSTOMER.sign_in)
            .header("accept", "application/json")
            .header("x-forwarded-for", format!("203.0.113.{number}"))
            .header("forwarded", format!("for=203.0.113.{number}"))
            .form(&[("email", email.as_str()), ("password", "a guess")]);
        refused += usize::from(request.send().await.expect("an answer").status() == 429);
    }
    assert!(refused >= 15, "{refused} of 30 guesses were refused");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn host_and_scheme_are_believed_from_a_proxy_of_ours_alone() {
    let app = behind_a_proxy().await;
    let page = async |from: Ipv4Addr| {
        let actor = Actor::from_address(app.app.config().public_origin.of_store("lumiere"), "", from);
        let request = actor
            .request(Method::GET, "/products")
            .header("accept", "text/html")
            .header("x-forwarded-host", "bierger.localhost")
            .header("x-forwarded-proto", "https");
        request.send().await.expect("an answer").text().await.expect("a body")
    };
    let (stranger, proxy) = (page(Ipv4Addr::new(127, 0, 8, 3)).await, page(PROXY).await);
    assert!(stranger.contains("http://lumiere.localhost") && !stranger.contains("bierger.localhost"));
    assert!(proxy.contains("https://bierger.localhost/") && !proxy.contains("lumiere.localhost"));
    app.stop().await;
}
