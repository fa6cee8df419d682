//! A platform arranges its menus.

use orion_testing::{Actor, TestApp};

const SHIPPING: &str = "tenancy:/settings/shipping";

async fn change(operator: &Actor, endpoint: &str, more: &[(&str, &str)]) -> u16 {
    let fields = [&[("frontend", "store"), ("key", SHIPPING)][..], more].concat();
    operator.call(&format!("/api/v1/admin/tenancy/{endpoint}"), &fields).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_are_moved_renamed_hidden_and_put_back() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let owner = app.member("owner@lumiere.test", "lumiere").await;
    let menu = async || owner.get("/profile").await.body;
    let place = |page: &str, path: &str| page.find(&format!("href=\"/store/lumiere{path}\"")).unwrap_or(usize::MAX);
    let before = menu().await;
    assert!(place(&before, "/settings") < place(&before, "/settings/shipping"));
    assert_eq!(change(&operator, "move_menu_entry_up", &[]).await, 200);
    let moved = menu().await;
    assert!(place(&moved, "/settings/shipping") < place(&moved, "/settings\""), "it stands first now");
    assert_eq!(change(&operator, "rename_menu_entry", &[("labels[en]", "Parcels & post")]).await, 200);
    assert!(menu().await.contains("Parcels &amp; post"));
    assert_eq!(change(&operator, "hide_menu_entry", &[("hide", "true")]).await, 200);
    assert_eq!(place(&menu().await, "/settings/shipping"), usize::MAX);
    assert_eq!(owner.get("/settings/shipping").await.status, 200, "it is hidden, not gone");
    let page = operator.get("/menus?frontend=store").await;
    assert!(page.shows("Hidden") && page.shows("Reset this menu"), "{page:?}");
    let reset = operator.call("/api/v1/admin/tenancy/reset_menu", &[("frontend", "store")]).await;
    assert_eq!(reset.status, 200, "{reset:?}");
    assert_ne!(place(&menu().await, "/settings/shipping"), usize::MAX);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_to_the_menus_cannot_be_hidden() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let hide = async |key: &str| {
        let fields = [("frontend", "admin"), ("key", key), ("hide", "true")];
        operator.call("/api/v1/admin/tenancy/hide_menu_entry", &fields).await
    };
    for key in ["tenancy:/menus", "#platform"] {
        assert_eq!(hide(key).await.error().code, "menu_entry_needed", "{key}");
    }
    assert_eq!(hide("nobody:/nothing").await.error().code, "not_found");
    app.stop().await;
}
