//! What search engines read.

use orion_testing::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_sitemap_lists_what_visitors_see_in_every_language() {
    let app = TestApp::start().await;
    let site = app.visitor().get("/sitemap.xml").await;
    assert_eq!(site.status, 200, "{site:?}");
    for path in ["/pricing", "/pages/about", "/fr/pages/about", "/lb/pages/imprint"] {
        assert!(
            site.shows(&format!("<loc>{}{path}</loc>", app.origin().trim_end_matches('/'))),
            "{path}: {}",
            site.body
        );
    }
    assert!(!site.shows("withdrawal"), "a page for stores is theirs");
    let store = app.shopper("lumiere").get("/sitemap.xml").await;
    assert!(store.shows("/de/pages/withdrawal</loc>") && !store.shows("/pricing"), "{}", store.body);
    let hidden = [("slug", "about"), ("place", "header"), ("position", "1")];
    let owner = app.member("owner@lumiere.test", "lumiere").await;
    assert_eq!(owner.call("/api/v1/store/cms/save_page_settings", &hidden).await.status, 200);
    assert!(!app.shopper("lumiere").get("/sitemap.xml").await.shows("/pages/about"));
    assert!(app.shopper("kaffi").get("/sitemap.xml").await.shows("/pages/about"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn robots_stay_out_of_what_is_for_one_visitor() {
    let app = TestApp::start().await;
    for actor in [app.visitor(), app.shopper("kaffi")] {
        let robots = actor.get("/robots.txt").await;
        assert!(
            robots.status == 200 && robots.shows("Disallow: /account") && robots.shows("/sitemap.xml"),
            "{robots:?}"
        );
    }
    app.stop().await;
}
