//! What no page sends.

use orion_kernel::AppError;
use orion_testing::{TestApp, withstand};

use crate::builders::{OWNER, STORE, start};

const NOTHING: &str = "00000000-0000-0000-0000-000000000002";

#[tokio::test(flavor = "multi_thread")]
async fn payments_withstand_anything() {
    let app = TestApp::start().await;
    let payment = start(&app, "transfer").await.to_string();
    let owner = [app.member(OWNER, STORE).await];
    let path = |name: &str| format!("/api/v1/store/payments/{name}");
    withstand(&owner, &path("refund_payment"), &[("payment", &payment), ("amount", "1"), ("reason", "x")]).await;
    withstand(&owner, &path("list_payments"), &[("query[search]", "lea"), ("query[page]", "2"), ("query[sort]", "x")])
        .await;
    withstand(&owner, &path("payment_page"), &[("payment", &payment)]).await;
    for name in ["mark_refund_sent", "retry_refund"] {
        withstand(&owner, &path(name), &[("refund", NOTHING)]).await;
        assert_eq!(owner[0].call(&path(name), &[("refund", NOTHING)]).await.error(), AppError::not_found());
    }
    for page in ["/payments?q=%00", "/payments/%00", "/payments/x", "/payments?page=99999999999"] {
        let status = owner[0].get(page).await.status;
        assert!(status < 500, "{page} answered {status}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_to_the_provider_withstands_anything() {
    let app = TestApp::start().await;
    let payment = start(&app, "card").await.to_string();
    let shopper = [app.shopper(STORE)];
    for name in ["open_payment", "return_from_provider"] {
        let path = format!("/api/v1/storefront/payments/{name}");
        withstand(&shopper, &path, &[("payment", &payment)]).await;
        assert_eq!(shopper[0].call(&path, &[("payment", NOTHING)]).await.error(), AppError::not_found());
        assert_eq!(app.shopper("kaffi").call(&path, &[("payment", &payment)]).await.error(), AppError::not_found());
    }
    for page in ["/pay/x", "/pay/x/return", &format!("/pay/{NOTHING}/return?session=%00")] {
        let status = shopper[0].get(page).await.status;
        assert!(matches!(status, 400 | 404), "{page} answered {status}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_provider_is_reached_where_nobody_listens_in() {
    let app = TestApp::start().await;
    let operator = app.operator().await;
    let save = |address: &'static str| {
        let fields = [("module", "payments"), ("values[card_api_url]", address)];
        let operator = &operator;
        async move { operator.call("/api/v1/admin/tenancy/save_settings", &fields).await }
    };
    for wrong in
        ["javascript:alert(1)", "http://169.254.169.254/", "http://pay.example/", "https://a:b@pay.example", "pay"]
    {
        let error = save(wrong).await.error();
        assert_eq!(
            (error.fields[0].field.as_str(), error.fields[0].code.as_ref()),
            ("values[card_api_url]", "invalid_url")
        );
    }
    for right in ["https://pay.example/v2", "http://127.0.0.1:12111", "http://stripe.localhost", ""] {
        assert_eq!(save(right).await.status, 200, "{right}");
    }
    app.stop().await;
}
