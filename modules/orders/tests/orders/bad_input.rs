//! What no page sends.

use orion_kernel::AppError;
use orion_testing::{TestApp, withstand};

use crate::builders::{OWNER, STORE, line_ids, new_order, place, store_ctx};

fn path(name: &str) -> String {
    format!("/api/v1/store/orders/{name}")
}

#[tokio::test(flavor = "multi_thread")]
async fn sending_withstands_anything() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let placed = place(&ctx, new_order(&ctx)).await;
    let owner = [app.member(OWNER, STORE).await];
    let (id, lines) = (placed.id.to_string(), line_ids(&owner[0], &placed).await);
    let fields = [
        ("order", id.as_str()),
        ("lines[0][id]", &lines[0]),
        ("lines[0][quantity]", "0"),
        ("carrier", "Post"),
        ("tracking_number", "1"),
        ("tracking_url", "https://post.example/1"),
    ];
    withstand(&owner, &path("fulfil_order"), &fields).await;
    withstand(&owner, &path("fulfil_orders"), &[("ids[0]", "00000000-0000-0000-0000-000000000002")]).await;
    let many: Vec<(String, String)> = (0..101).map(|index| (format!("ids[{index}]"), id.clone())).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, id)| (name.as_str(), id.as_str())).collect();
    assert_eq!(owner[0].call(&path("fulfil_orders"), &many).await.error().code, "select_orders");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_withstand_anything() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let owner = [app.member(OWNER, STORE).await];
    let id = place(&ctx, new_order(&ctx)).await.id.to_string();
    withstand(&owner, &path("refund_order"), &[("order", &id), ("amount", "0.01"), ("reason", "x")]).await;
    withstand(&owner, &path("add_note"), &[("order", &id), ("text", "x")]).await;
    withstand(&owner, &path("mark_paid"), &[("order", &id)]).await;
    withstand(&owner, &path("cancel_order"), &[("order", &id), ("reason", "customer"), ("restock", "true")]).await;
    let nothing = [("order", "00000000-0000-0000-0000-000000000002"), ("text", "x")];
    assert_eq!(owner[0].call(&path("add_note"), &nothing).await.error(), AppError::not_found());
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_and_pages_withstand_anything() {
    let app = TestApp::start().await;
    let owner = [app.member(OWNER, STORE).await];
    let query = [
        ("query[search]", "Weis"),
        ("query[scope]", "unpaid"),
        ("query[sort]", "-total"),
        ("query[page]", "2"),
        ("query[filters][payment]", "paid"),
        ("query[filters][from]", "2026-01-01"),
        ("query[filters][until]", "9999-12-31"),
    ];
    withstand(&owner, &path("list_orders"), &query).await;
    withstand(&owner, &path("read_order_page"), &[("number", "1001")]).await;
    let shopper = [app.shopper(STORE)];
    let status = "/api/v1/storefront/orders/order_status";
    withstand(&shopper, status, &[("number", "1001"), ("token", "x")]).await;
    let long = format!("/orders?q={}", "x".repeat(4_000));
    for page in [
        "/orders?q=%00&from=x&until=0000-00-00",
        "/orders?from=-9999-01-01&until=9999-12-31",
        "/orders/%00",
        "/orders/-1",
        "/orders/9223372036854775808",
        &long,
    ] {
        let status = owner[0].get(page).await.status;
        assert!(status < 500, "{page} answered {status}");
    }
    for page in ["/orders/0", "/orders/x?token=%00", "/orders/1001?token=%ff", "/orders/99999999999999999999"] {
        let status = shopper[0].get(page).await.status;
        assert!(matches!(status, 400 | 404), "{page} answered {status}");
    }
    app.stop().await;
}
