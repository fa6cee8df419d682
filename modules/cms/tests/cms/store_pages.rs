//! A store's pages and texts.

use orion_kernel::AppError;
use orion_testing::{Actor, Answer, TestApp};

const OWNER: &str = "owner@lumiere.test";

async fn call(member: &Actor, name: &str, fields: &[(&str, &str)]) -> Answer {
    member.call(&format!("/api/v1/store/cms/{name}"), fields).await
}

async fn write(member: &Actor, slug: &str, locale: &str, title: &str, html: &str) -> Answer {
    let fields = [("slug", slug), ("locale", locale), ("title", title), ("description", ""), ("body_html", html)];
    call(member, "save_page_text", &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_a_store_links_its_legal_pages_in_its_language() {
    let app = TestApp::start().await;
    let shopper = app.shopper("lumiere");
    for (base, said) in [
        ("", ["lang=\"fr\"", "href=\"/pages/withdrawal\"", "Droit de rétractation", "Livraison et retours"]),
        ("/de", ["lang=\"de\"", "href=\"/de/pages/withdrawal\"", "Widerrufsrecht", "Versand und Rückgabe"]),
        ("/lb", ["lang=\"lb\"", "href=\"/lb/pages/withdrawal\"", "Widderruffsrecht", "Liwwerung a Retouren"]),
        ("/en", ["lang=\"en\"", "href=\"/en/pages/withdrawal\"", "Right of withdrawal", "Shipping and returns"]),
    ] {
        for path in ["/", "/products", "/cart", "/account/sign-in", "/pages/terms"] {
            // A page does without its links when they are late, so a busy machine may have to be asked twice.
            app.until(&format!("{base}{path} with {said:?}"), || async {
                let page = shopper.at(base).get(path).await;
                assert_eq!(page.status, 200, "{base}{path}");
                said.iter().all(|text| page.shows(text)).then_some(())
            })
            .await;
        }
        let imprint = shopper.at(base).get("/pages/imprint").await;
        for text in ["Lumière &amp; Fils", "LU99010165", "B990101", "mailto:bonjour@lumiere.test"] {
            assert!(imprint.status == 200 && imprint.shows(text), "{base}/pages/imprint says {text}");
        }
        assert!(!imprint.shows("{{"));
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stores_own_words_stand_in_for_the_platforms_in_that_store_alone() {
    let app = TestApp::start().await;
    let (owner, shopper, elsewhere) =
        (app.member(OWNER, "lumiere").await, app.shopper("lumiere"), app.shopper("kaffi"));
    let before = elsewhere.at("/fr").get("/pages/about").await;
    assert_eq!(
        write(&owner, "about", "fr", "Notre atelier", "<p>Depuis 1974<script>x()</script></p>").await.status,
        200
    );
    let page = shopper.get("/pages/about").await;
    assert!(page.status == 200 && page.shows("<p>Depuis 1974</p>") && page.shows("Notre atelier"), "{page:?}");
    assert!(shopper.at("/de").get("/pages/about").await.shows("Über uns"), "other languages stay as they were");
    app.until("the link", || async { shopper.get("/").await.shows("Notre atelier").then_some(()) }).await;
    let after = elsewhere.at("/fr").get("/pages/about").await;
    assert_eq!((before.status, after.status, after.shows("1974")), (200, 200, false));

    let back = call(&owner, "remove_page", &[("slug", "about")]).await;
    assert_eq!(back.status, 200, "{back:?}");
    let page = shopper.get("/pages/about").await;
    assert!(page.status == 200 && !page.shows("1974"), "the platform's words are back: {page:?}");
    assert_eq!(call(&owner, "remove_page", &[("slug", "about")]).await.error(), AppError::not_found());
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_the_stores_own_is_a_draft_first() {
    let app = TestApp::start().await;
    let (owner, shopper) = (app.member(OWNER, "lumiere").await, app.shopper("lumiere"));
    for taken in ["about", "terms"] {
        let refused = call(&owner, "create_page", &[("slug", taken), ("title", "X")]).await.error();
        assert_eq!((refused.fields[0].field.as_str(), refused.fields[0].code.as_ref()), ("slug", "page_exists"));
    }
    let made = call(&owner, "create_page", &[("slug", "gifts"), ("title", "Cadeaux & idées")]).await;
    assert_eq!((made.status, made.location.as_deref()), (200, Some("/store/lumiere/pages/gifts")), "{made:?}");
    assert_eq!(shopper.get("/pages/gifts").await.status, 404);
    let place = [("slug", "gifts"), ("place", "header"), ("position", "1"), ("is_visible", "true")];
    assert_eq!(call(&owner, "save_page_settings", &place).await.status, 200);
    assert_eq!(shopper.get("/pages/gifts").await.status, 200);
    app.until("the link", || async { shopper.get("/").await.shows("Cadeaux &amp; idées").then_some(()) }).await;
    assert_eq!(app.shopper("kaffi").get("/pages/gifts").await.status, 404);
    assert!(owner.get("/pages").await.shows("Cadeaux &amp; idées"));
    assert_eq!(owner.get("/pages/gifts/de").await.status, 200);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_storefront_says_what_its_merchant_wrote() {
    let app = TestApp::start().await;
    let (owner, shopper) = (app.member(OWNER, "lumiere").await, app.shopper("lumiere"));
    assert!(shopper.get("/").await.shows("La lumière, façonnée à la main"));
    assert!(shopper.at("/lb").get("/").await.shows("Liicht, vun Hand geformt"));
    let texts = [
        ("locale", "fr"),
        ("announcement", "Soldes <jusqu’au> 31"),
        ("tagline", "Depuis 1974"),
        ("hero_title", "Des bougies"),
        ("hero_text", "Une à une"),
    ];
    assert_eq!(call(&owner, "save_texts", &texts).await.status, 200);
    let page = app
        .until("the new words", || async {
            Some(shopper.get("/").await).filter(|page| page.shows("Des bougies") && page.shows("Soldes"))
        })
        .await;
    assert!(page.shows("Soldes &lt;jusqu’au&gt; 31") && page.shows("Une à une"), "{page:?}");
    assert!(shopper.at("/lb").get("/").await.shows("Liicht, vun Hand geformt"), "each language by itself");
    let long = "x".repeat(161);
    let wrong =
        [("locale", "fr"), ("announcement", long.as_str()), ("tagline", ""), ("hero_title", ""), ("hero_text", "")];
    assert_eq!(call(&owner, "save_texts", &wrong).await.error().fields[0].field, "announcement");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_reads_and_does_not_write() {
    let app = TestApp::start().await;
    let staff = app.member("staff@lumiere.test", "lumiere").await;
    assert_eq!(staff.get("/pages").await.status, 200);
    assert_eq!(write(&staff, "about", "fr", "X", "").await.error(), AppError::forbidden());
    for (name, fields) in [
        ("create_page", vec![("slug", "x"), ("title", "X")]),
        ("remove_page", vec![("slug", "about")]),
        ("customise_page", vec![("slug", "about")]),
        ("remove_hero", vec![]),
    ] {
        assert_eq!(call(&staff, name, &fields).await.error(), AppError::forbidden(), "{name}");
    }
    app.stop().await;
}
