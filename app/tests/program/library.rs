//! The component library of development.

use orion_testing::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn every_example_is_in_the_component_library() {
    let app = TestApp::start().await;
    let page = app.operator().await.get("/components").await;
    assert_eq!(page.status, 200);
    for example in orion_ui::examples::all() {
        assert!(page.shows(&format!(">{}<", example.name)), "{} is not shown", example.name);
    }
    assert!(app.visitor().get("/admin/components").await.location.is_some(), "it is behind the operators' door");
    app.stop().await;
}
