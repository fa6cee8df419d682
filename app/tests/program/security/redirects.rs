//! Nobody is led to another site: neither after signing in nor by an address that is almost one of ours.

use std::net::Ipv4Addr;

use orion_testing::{Actor, TestApp};
use url::Url;

use super::{CUSTOMER, Door, MEMBER, OPERATOR, PASSWORD};
use crate::bad_requests::{host, send_raw};

/// Addresses that lead elsewhere, or that some browser takes for such.
const ELSEWHERE: [&str; 33] = [
    "https://evil.test",
    "http://evil.test/store/lumiere",
    "HTTPS://EVIL.TEST",
    "//evil.test",
    "///evil.test",
    "////evil.test/%2e%2e",
    "/\\evil.test",
    "\\\\evil.test",
    "/\\/evil.test",
    "\\/evil.test",
    "/\t/evil.test",
    "/\n/evil.test",
    "/\r\n//evil.test",
    " //evil.test",
    "\u{a0}//evil.test",
    "https:evil.test",
    "https:/evil.test",
    "https:\\\\evil.test",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "blob:https://evil.test/1",
    "//localhost@evil.test",
    "//localhost:3000@evil.test/store/lumiere",
    "/store/lumiere/../../../\\evil.test",
    "/.evil.test//evil.test",
    "/store/lumiere\r\nLocation: https://evil.test",
    "/store/lumiere\u{0}//evil.test",
    "%2f%2fevil.test",
    "/%2f%2fevil.test",
    "//%65vil.test/admin/account",
];

/// Whether a browser on a page of ours stays with us.
fn stays(page: &str, location: &str) -> bool {
    let page = Url::parse(page).expect("an address");
    let is_plain = location.bytes().all(|byte| byte.is_ascii_graphic());
    is_plain && page.join(location).is_ok_and(|target| target.origin() == page.origin())
}

/// Signs in with every such address as the place to go to, from as many machines as it takes.
async fn led_away(app: &TestApp, door: Door, people: &[&str]) -> Vec<String> {
    let origin = door.store.map_or_else(|| app.origin(), |store| app.app.config().public_origin.of_store(store));
    let mut faults = Vec::new();
    for ((place, next), machine) in ELSEWHERE.iter().enumerate().zip(1..) {
        let visitor = Actor::from_address(origin.clone(), "", Ipv4Addr::new(127, 0, 4, machine));
        let form = [("email", people[place % people.len()]), ("password", PASSWORD), ("next", *next)];
        let answer = if place % 2 == 0 {
            visitor.call(door.sign_in, &form).await
        } else {
            visitor.submit("/sign-in", door.sign_in, &form).await
        };
        // A line break or a nought is no input at all.
        let is_refused = answer.status == 400 || answer.status == 422;
        match &answer.location {
            Some(location) if stays(&origin, location) => {}
            None if is_refused => {}
            _ => faults.push(format!("{next:?} answers {} {:?}", answer.status, answer.location)),
        }
    }
    faults
}

#[tokio::test(flavor = "multi_thread")]
async fn members_stay_with_us_after_signing_in() {
    let app = TestApp::start().await;
    let people = ["owner@lumiere.test", "staff@lumiere.test", "owner@minett.test", "staff@minett.test"];
    let faults = led_away(&app, MEMBER, &people).await;
    assert!(faults.is_empty(), "{faults:#?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn customers_stay_with_us_after_signing_in() {
    let app = TestApp::start().await;
    // An account is asked about ten times a minute at most.
    let mut people = vec!["anna@example.test".to_owned()];
    for number in 0..3 {
        let email = format!("shopper-{number}@example.test");
        app.register(&app.shopper("lumiere"), &email, PASSWORD).await;
        people.push(email);
    }
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    let faults = led_away(&app, CUSTOMER, &people).await;
    assert!(faults.is_empty(), "{faults:#?}");
    app.stop().await;
}

/// A page for signing in must not lead on by itself either, nor name the other site in a link.
#[tokio::test(flavor = "multi_thread")]
async fn the_door_leads_nobody_away_who_is_in_already() {
    let app = TestApp::start().await;
    let mut faults = Vec::new();
    for (door, page) in [(MEMBER, "/sign-in"), (OPERATOR, "/admin/sign-in"), (CUSTOMER, "/account/sign-in")] {
        let origin = door.store.map_or_else(|| app.origin(), |store| app.app.config().public_origin.of_store(store));
        let (inside, outside) = (door.visitor(&app), door.visitor(&app));
        door.sign_in(&inside).await;
        for next in ELSEWHERE {
            let address: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
            for person in [&inside, &outside] {
                let answer = person.get(&format!("{page}?next={address}")).await;
                let leads_away = answer.location.as_ref().is_some_and(|location| !stays(&origin, location));
                let has_link = ["href", "action"].iter().any(|name| {
                    ["https://evil", "//evil", "javascript:"].iter().any(|to| answer.shows(&format!("{name}=\"{to}")))
                });
                if leads_away || has_link {
                    faults.push(format!("{page} with {next:?} answers {} {:?}", answer.status, answer.location));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    app.stop().await;
}

/// Addresses that are put right by leading somewhere: the language's prefix, a chosen language, a host, a slash.
#[tokio::test(flavor = "multi_thread")]
async fn no_address_of_ours_leads_elsewhere() {
    let app = TestApp::start().await;
    let mut faults = Vec::new();
    for subdomain in ["", "lumiere"] {
        let own = format!("http://{}", host(&app, subdomain));
        for head in [
            "",
            "/en",
            "/fr",
            "/de",
            "/admin",
            "/en/admin",
            "/store/lumiere",
            "/en/store/lumiere",
            "/storefront/lumiere",
        ] {
            for tail in [
                "//evil.test",
                "/\\evil.test",
                "//evil.test/..",
                "/%2fevil.test",
                "/\\\\evil.test",
                "//evil.test@localhost",
            ] {
                for query in ["", "?language=fr", "?language=en", "?language=de"] {
                    let target = format!("{head}{tail}{query}");
                    let request = format!(
                        "GET {target} HTTP/1.1\r\nhost: {}\r\naccept: text/html\r\nconnection: close\r\n\r\n",
                        host(&app, subdomain)
                    );
                    let answer = send_raw(&app, request.as_bytes()).await;
                    let location = answer
                        .lines()
                        .take_while(|line| !line.is_empty())
                        .find_map(|line| line.strip_prefix("location: "));
                    if location.is_some_and(|location| !stays(&own, location.trim())) {
                        faults.push(format!("{own} {target} leads to {location:?}"));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    app.stop().await;
}
