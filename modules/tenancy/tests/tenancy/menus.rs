//! A platform arranges its menus.

use orion_testing::{Actor, TestApp};

const SHIPPING: &str = "tenancy:/settings/shipping";

async fn change(operator: &Actor, endpoint: &str, more: &[(&str, &str)]) -> u16 {
    let fields = [&[("frontend", "store"), ("key", SHIPPING)][..], more].concat();
    operator.call(&format!("/api/v1/admin/tenancy/{endpoint}"), &fields).await.status
}

/// The paths of the settings' entries in the order in which a page links to them.
fn settings(page: &str) -> Vec<String> {
    let links = page.split("href=\"/store/lumiere").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|path| path.starts_with("/settings")).map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_are_moved_renamed_hidden_and_put_back() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let owner = app.member("owner@lumiere.test", "lumiere").await;
    let menu = async || owner.get("/profile").await.body;
    let place = |page: &str| settings(page).iter().position(|path| path == "/settings/shipping");
    let before = place(&menu().await).expect("it is in the menu");
    assert!(before > 0);
    assert_eq!(change(&operator, "move_menu_entry_up", &[]).await, 200);
    assert_eq!(place(&menu().await), Some(before - 1));
    assert_eq!(change(&operator, "rename_menu_entry", &[("labels[en]", "Parcels & post")]).await, 200);
    assert!(menu().await.contains("Parcels &amp; post"));
    assert_eq!(change(&operator, "hide_menu_entry", &[("hide", "true")]).await, 200);
    assert_eq!(place(&menu().await), None);
    assert_eq!(owner.get("/settings/shipping").await.status, 200, "it is hidden, not gone");
    let page = operator.get("/menus?frontend=store").await;
    assert!(page.shows("Hidden") && page.shows("Reset this menu"), "{page:?}");
    let reset = operator.call("/api/v1/admin/tenancy/reset_menu", &[("frontend", "store")]).await;
    assert_eq!(reset.status, 200, "{reset:?}");
    assert_eq!(place(&menu().await), Some(before), "as the modules have it");
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
