//! What no page sends.

use orion_testing::{TestApp, withstand};

#[tokio::test(flavor = "multi_thread")]
async fn the_operators_editor_withstands_anything() {
    let app = TestApp::start().await;
    let operator = [app.operator().await];
    let path = |name: &str| format!("/api/v1/admin/cms/{name}");
    let text = [
        ("scope", "platform"),
        ("slug", "about"),
        ("locale", "en"),
        ("title", "About"),
        ("description", "x"),
        ("body_html", "<p>x</p>"),
    ];
    withstand(&operator, &path("save_page_text"), &text).await;
    let place =
        [("scope", "platform"), ("slug", "about"), ("place", "header"), ("position", "1"), ("is_visible", "true")];
    withstand(&operator, &path("save_page_settings"), &place).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_operators_lists_withstand_anything() {
    let app = TestApp::start().await;
    let operator = [app.operator().await];
    let path = |name: &str| format!("/api/v1/admin/cms/{name}");
    withstand(
        &operator,
        &path("list_pages"),
        &[("query[search]", "x"), ("query[scope]", "platform"), ("query[page]", "1")],
    )
    .await;
    withstand(&operator, &path("edit_page"), &[("scope", "platform"), ("slug", "about"), ("locale", "en")]).await;
    withstand(&operator, &path("create_page"), &[("scope", "platform"), ("slug", "x"), ("title", "X")]).await;
    for page in ["/pages?q=%00", "/pages/%00/%00", "/pages/platform/%00", "/pages/platform/about/%00"] {
        let status = operator[0].get(page).await.status;
        assert!(status < 500, "{page} answered {status}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stores_editor_withstands_anything() {
    let app = TestApp::start().await;
    let owner = [app.member("owner@lumiere.test", "lumiere").await];
    let path = |name: &str| format!("/api/v1/store/cms/{name}");
    let text = [("slug", "about"), ("locale", "fr"), ("title", "X"), ("description", "x"), ("body_html", "x")];
    withstand(&owner, &path("save_page_text"), &text).await;
    let texts = [("locale", "fr"), ("announcement", "x"), ("tagline", "x"), ("hero_title", "x"), ("hero_text", "x")];
    withstand(&owner, &path("save_texts"), &texts).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stores_lists_withstand_anything() {
    let app = TestApp::start().await;
    let owner = [app.member("owner@lumiere.test", "lumiere").await];
    let path = |name: &str| format!("/api/v1/store/cms/{name}");
    withstand(&owner, &path("list_pages"), &[("query[search]", "x"), ("query[page]", "1")]).await;
    withstand(&owner, &path("create_page"), &[("slug", "x"), ("title", "X")]).await;
    withstand(&owner, &path("edit_page"), &[("slug", "about"), ("locale", "fr")]).await;
    withstand(&owner, &path("edit_texts"), &[("locale", "fr")]).await;
    let place = [("slug", "about"), ("place", "header"), ("position", "1"), ("is_visible", "true")];
    withstand(&owner, &path("save_page_settings"), &place).await;
    let shopper = [app.shopper("lumiere")];
    withstand(&shopper, "/api/v1/storefront/cms/content_page", &[("slug", "about")]).await;
    withstand(&[app.visitor()], "/api/v1/platform/cms/content_page", &[("slug", "about")]).await;
    app.stop().await;
}
