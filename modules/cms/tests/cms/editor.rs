//! The operator's editor.

use orion_kernel::AppError;
use orion_testing::{Actor, Answer, TestApp};

async fn call(operator: &Actor, name: &str, fields: &[(&str, &str)]) -> Answer {
    operator.call(&format!("/api/v1/admin/cms/{name}"), fields).await
}

async fn create(operator: &Actor, scope: &str, slug: &str, title: &str) -> Answer {
    call(operator, "create_page", &[("scope", scope), ("slug", slug), ("title", title)]).await
}

async fn write(operator: &Actor, slug: &str, locale: &str, title: &str, html: &str) -> Answer {
    let fields = [
        ("scope", "platform"),
        ("slug", slug),
        ("locale", locale),
        ("title", title),
        ("description", "For search engines"),
        ("body_html", html),
    ];
    call(operator, "save_page_text", &fields).await
}

async fn publish(operator: &Actor, slug: &str, is_visible: bool) -> Answer {
    let mut fields = vec![("scope", "platform"), ("slug", slug), ("place", "footer"), ("position", "5")];
    if is_visible {
        fields.push(("is_visible", "true"));
    }
    call(operator, "save_page_settings", &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_a_draft_until_it_is_published() {
    let app = TestApp::start().await;
    let (operator, visitor) = (app.operator().await, app.visitor());
    let made = create(&operator, "platform", "jobs", "Jobs").await;
    assert_eq!((made.status, made.location.as_deref()), (200, Some("/admin/pages/platform/jobs")), "{made:?}");
    assert_eq!(write(&operator, "jobs", "en", "Jobs at Orion", "<p>Come & work</p>").await.status, 200);
    assert_eq!(write(&operator, "jobs", "fr", "Emplois", "<p>Venez</p>").await.status, 200);
    assert_eq!(visitor.get("/pages/jobs").await.status, 404);
    assert!(!visitor.get("/").await.shows("Jobs at Orion"));

    assert_eq!(publish(&operator, "jobs", true).await.status, 200);
    app.until("the link", || async { visitor.get("/").await.shows("Jobs at Orion").then_some(()) }).await;
    let page = visitor.get("/pages/jobs").await;
    assert!(page.status == 200 && page.shows("<p>Come &amp; work</p>") && page.shows("For search engines"), "{page:?}");
    assert!(visitor.at("/fr").get("/pages/jobs").await.shows("Venez"));
    assert!(visitor.at("/de").get("/pages/jobs").await.shows("Come &amp; work"), "the first language stands in");

    assert_eq!(publish(&operator, "jobs", false).await.status, 200);
    assert_eq!(visitor.get("/pages/jobs").await.status, 404);
    app.until("no link", || async { (!visitor.get("/").await.shows("Jobs at Orion")).then_some(()) }).await;
    let removed = call(&operator, "remove_page", &[("scope", "platform"), ("slug", "jobs")]).await;
    assert_eq!((removed.status, removed.location.as_deref()), (200, Some("/admin/pages")), "{removed:?}");
    assert_eq!(operator.get("/pages/platform/jobs").await.status, 404);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slug_is_taken_once_in_its_scope() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let refused = create(&operator, "platform", "about", "About").await.error();
    assert_eq!((refused.fields[0].field.as_str(), refused.fields[0].code.as_ref()), ("slug", "page_exists"));
    assert_eq!(create(&operator, "store_default", "contact", "Contact").await.status, 200, "stores have their own");
    let (one, two) =
        tokio::join!(create(&operator, "platform", "press", "Press"), create(&operator, "platform", "press", "Press"));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 422], "{one:?} {two:?}");
    for slug in ["", "New", "new", "a b", "über", "../x", "a--b"] {
        assert_eq!(create(&operator, "platform", slug, "Title").await.error().fields[0].field, "slug", "{slug}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_could_harm_visitors_does_not_reach_them() {
    let app = TestApp::start().await;
    let (operator, visitor) = (app.operator().await, app.visitor());
    let html = "<p onclick=\"steal()\">Hello<script>steal()</script></p><img src=x onerror=\"steal()\">\
                <a href=\"javascript:steal()\">go</a><iframe src=\"//evil.test\"></iframe><style>p{}</style>\
                <form action=\"//evil.test\"><input name=\"password\"></form>{{store_name}}{{nothing}}";
    assert_eq!(write(&operator, "about", "en", "<b>About</b>", html).await.status, 200);
    let page = visitor.get("/pages/about").await;
    let (_, prose) = page.body.split_once("class=\"prose\"").expect("the text");
    let (prose, _) = prose.split_once("</main>").expect("its end");
    for harm in ["steal", "javascript:", "evil.test", "<iframe", "<form", "<input", "onerror"] {
        assert!(!prose.contains(harm), "{harm}: {prose}");
    }
    assert!(prose.contains("Hello") && prose.contains("Orion{{nothing}}"), "{prose}");
    assert!(page.shows("&lt;b&gt;About&lt;/b&gt;") && !page.shows("<b>About</b>"));
    let editor = operator.get("/pages/platform/about").await;
    assert!(editor.status == 200 && !editor.shows("steal()"), "{editor:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_at_its_field() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let long = "x".repeat(100_001);
    let refused = write(&operator, "about", "en", "", &long).await.error();
    let faults: Vec<_> = refused.fields.iter().map(|fault| (fault.field.as_str(), fault.code.as_ref())).collect();
    assert_eq!(faults, [("title", "required"), ("body_html", "too_long")]);
    assert_eq!(write(&operator, "nothing", "en", "T", "").await.error(), AppError::not_found());
    assert_eq!(operator.get("/pages/platform/nothing").await.status, 404);
    assert_eq!(operator.get("/pages/nowhere/about").await.status, 404);
    assert_eq!(operator.get("/pages/platform/about/xx").await.status, 404);
    app.stop().await;
}
