//! What no page sends.

use orion_kernel::AppError;
use orion_testing::{TestApp, withstand};

use crate::builders::{OWNER, STORE};

const NOTHING: &str = "00000000-0000-0000-0000-000000000002";

#[tokio::test(flavor = "multi_thread")]
async fn messages_withstand_anything() {
    let app = TestApp::start().await;
    let owner = [app.member(OWNER, STORE).await];
    let path = |name: &str| format!("/api/v1/store/messaging/{name}");
    let query = [("query[search]", "x"), ("query[scope]", "sent"), ("query[sort]", "x"), ("query[page]", "2")];
    withstand(&owner, &path("list_mails"), &query).await;
    withstand(&owner, &path("mail_details"), &[("id", NOTHING)]).await;
    withstand(&owner, &path("resend_mail"), &[("id", NOTHING)]).await;
    withstand(&owner, &path("preview_template"), &[("code", "order_shipped"), ("locale", "fr")]).await;
    for name in ["mail_details", "resend_mail"] {
        assert_eq!(owner[0].call(&path(name), &[("id", NOTHING)]).await.error(), AppError::not_found(), "{name}");
    }
    for page in
        ["/messages?q=%00", "/messages/%00", "/messages/templates/%00/fr", "/messages/templates/order_shipped/xx"]
    {
        let status = owner[0].get(page).await.status;
        assert!(status < 500, "{page} answered {status}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn captured_mail_withstands_anything_and_stays_in_its_folder() {
    let app = TestApp::start().await;
    let operator = [app.operator().await];
    let path = "/api/v1/admin/messaging/captured_mail";
    withstand(&operator, path, &[("id", NOTHING)]).await;
    for id in ["../../etc/passwd", "..", "/etc/passwd", "mail/../x"] {
        assert_eq!(operator[0].call(path, &[("id", id)]).await.error(), AppError::not_found(), "{id}");
    }
    app.stop().await;
}
