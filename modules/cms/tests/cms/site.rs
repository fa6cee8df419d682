//! The platform's own pages, in its four languages.

use orion_testing::TestApp;

/// A language, its base, and what the page says in it.
type Said<'t> = (&'t str, &'t [&'t str]);

async fn says(app: &TestApp, path: &str, said: &[Said<'_>]) {
    for (base, texts) in said {
        // A page does without what is late for it, so a busy machine may have to be asked twice.
        app.until(&format!("{base}{path} with {texts:?}"), || async {
            let page = app.visitor().at(base).get(path).await;
            assert_eq!(page.status, 200, "{base}{path}: {page:?}");
            texts.iter().all(|text| page.shows(text)).then_some(())
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn home_says_what_the_platform_is_and_costs() {
    let app = TestApp::start().await;
    let said: [Said<'_>; 4] = [
        ("", &["lang=\"en\"", "the four languages of your customers", "Ask for 14 free days", "€29.00", "Essential"]),
        (
            "/de",
            &["lang=\"de\"", "vier Sprachen Ihrer Kundschaft", "14 Tage kostenlos", "29,00\u{a0}€", "Preise ansehen"],
        ),
        ("/fr", &["lang=\"fr\"", "quatre langues de vos clients", "14 jours gratuits", "29,00\u{a0}€", "Essentiel"]),
        ("/lb", &["lang=\"lb\"", "véier Sprooche vun Äre Clienten", "14 Deeg gratis", "29,00\u{a0}€", "Professionell"]),
    ];
    says(&app, "/", &said).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn prices_are_by_the_month_and_the_year_with_limits_and_features() {
    let app = TestApp::start().await;
    let monthly: [Said<'_>; 4] = [
        (
            "",
            &["Prices by the month", "€79.00", "a month", "Products: 2,000", "On request", "unlimited", "Recommended"],
        ),
        ("/de", &["Preise pro Monat", "79,00\u{a0}€", "Produkte: 2.000", "Auf Anfrage", "unbegrenzt"]),
        ("/fr", &["Prix au mois", "79,00\u{a0}€", "2\u{202f}000", "Sur demande", "illimité"]),
        ("/lb", &["Präisser de Mount", "79,00\u{a0}€", "2.000", "Op Ufro", "onbegrenzt"]),
    ];
    says(&app, "/pricing", &monthly).await;
    let annual: [Said<'_>; 4] = [
        ("", &["Prices by the year", "€790.00", "a year, €158.00 less than by the month"]),
        ("/de", &["Preise pro Jahr", "790,00\u{a0}€", "158,00\u{a0}€ weniger als monatlich"]),
        ("/fr", &["Prix à l’année", "790,00\u{a0}€", "158,00\u{a0}€ de moins"]),
        ("/lb", &["Präisser d’Joer", "790,00\u{a0}€", "158,00\u{a0}€ manner"]),
    ];
    says(&app, "/pricing?period=annual", &annual).await;
    assert!(app.visitor().get("/pricing?period=nonsense").await.shows("Prices by the month"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_links_header_footer_and_legal_pages() {
    let app = TestApp::start().await;
    let links: [Said<'_>; 4] = [
        ("", &["href=\"/pages/about\"", "About Orion", "href=\"/pages/imprint\"", "Legal notice", "Terms of use"]),
        ("/de", &["href=\"/de/pages/about\"", "Über Orion", "href=\"/de/pages/imprint\"", "Nutzungsbedingungen"]),
        ("/fr", &["href=\"/fr/pages/about\"", "À propos d’Orion", "Mentions légales", "Conditions d’utilisation"]),
        ("/lb", &["href=\"/lb/pages/about\"", "Iwwer Orion", "Dateschutz", "Notzungsbedingungen"]),
    ];
    for path in ["/", "/pricing", "/pages/contact"] {
        says(&app, path, &links).await;
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn legal_pages_name_the_operator() {
    let app = TestApp::start().await;
    let named: &[&str] = &["Orion Commerce S.A.", "LU99030300", "B990303", "mailto:hello@orion.test"];
    says(&app, "/pages/imprint", &[("", named), ("/de", named), ("/fr", named), ("/lb", named)]).await;
    assert!(!app.visitor().get("/pages/imprint").await.shows("{{"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_page_is_a_clean_404() {
    let app = TestApp::start().await;
    let (visitor, shopper) = (app.visitor(), app.shopper("lumiere"));
    let long = format!("/pages/{}", "a".repeat(3_000));
    for path in ["/pages/nothing", "/pages/About", "/pages/about/more", &long] {
        for actor in [&visitor, &visitor.at("/fr"), &shopper, &shopper.at("/de")] {
            let page = actor.get(path).await;
            assert_eq!(page.status, 404, "{path}: {page:?}");
            assert!(page.shows("<footer"), "the frame is whole");
        }
    }
    for path in ["/pages/%00", "/pages/%ff", "/pages/..%2fabout"] {
        for actor in [&visitor, &shopper] {
            let page = actor.get(path).await;
            assert!((400..500).contains(&page.status) && page.shows("<h1>"), "{path}: {page:?}");
        }
    }
    assert_eq!(visitor.get("/pages/shipping-and-returns").await.status, 404, "a page for stores is not the platform's");
    app.stop().await;
}
