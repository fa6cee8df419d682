//! Addresses that no link has.

use orion_testing::TestApp;

use super::{host, send_raw, status};

const TAILS: [&str; 8] =
    ["%00", "a%00b", "%ff%fe", "%c3%28", "%", "%zz", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "%F0%9F%A5%90"];

/// What is sent as it is: a client library would mend it.
async fn get(app: &TestApp, subdomain: &str, address: &str) -> (u16, String) {
    let host = host(app, subdomain);
    let request = format!("GET {address} HTTP/1.1\r\nhost: {host}\r\naccept: text/html\r\nconnection: close\r\n\r\n");
    let answer = send_raw(app, request.as_bytes()).await;
    (status(&answer), answer)
}

#[tokio::test(flavor = "multi_thread")]
async fn strange_paths_are_not_found_or_refused() {
    let app = TestApp::start().await;
    for tail in TAILS {
        for (subdomain, path) in [
            ("lumiere", "/"),
            ("lumiere", "/products/"),
            ("lumiere", "/categories/"),
            ("lumiere", "/pages/"),
            ("lumiere", "/orders/"),
            ("", "/pages/"),
            ("", "/store/"),
            ("", "/storefront/"),
            ("", "/files/"),
            ("", "/style/"),
        ] {
            let (status, answer) = get(&app, subdomain, &format!("{path}{tail}")).await;
            let is_page = status == 400 || answer.contains("<h1") || path == "/files/" || path == "/style/";
            assert!((400..500).contains(&status) && is_page, "{subdomain} {path}{tail} answered {answer}");
        }
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn strange_queries_do_no_harm() {
    let app = TestApp::start().await;
    for tail in TAILS {
        for path in ["/search?q=", "/products?page=", "/products?sort=", "/cart?removed=", "/?language="] {
            let (status, answer) = get(&app, "lumiere", &format!("{path}{tail}")).await;
            assert!(status < 500, "{path}{tail} answered {answer}");
            assert!(!tail.contains("%00") || status == 400, "{path}{tail} answered {answer}");
        }
    }
    let (status, answer) = get(&app, "lumiere", "/search?q=%2500").await;
    assert_eq!(status, 400, "what the router makes of it: {answer}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_host_or_a_strange_one_is_a_clean_404() {
    let app = TestApp::start().await;
    for (host, language, words) in [
        ("", "en", "There is nothing here"),
        ("127.0.0.1", "de-AT", "Hier ist nichts"),
        ("a b<script>", "fr", "Il n’y a rien ici"),
        ("../../etc", "lb", "Hei ass näischt"),
    ] {
        let request = format!(
            "GET / HTTP/1.1\r\nhost: {host}\r\naccept: text/html\r\naccept-language: {language}\r\nconnection: close\r\n\r\n"
        );
        let answer = send_raw(&app, request.as_bytes()).await;
        assert!(matches!(status(&answer), 400 | 404), "{host}: {answer}");
        assert!(status(&answer) == 400 || answer.contains(words), "{host}: {answer}");
        assert!(!answer.contains("<script"), "{host}: {answer}");
    }
    app.stop().await;
}
