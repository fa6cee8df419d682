//! The outbox, through the port and the back office.

use orion_contracts::mails::{MailButton, MailRequest, Mails};
use orion_kernel::Locale;
use orion_runtime::Ctx;
use orion_testing::TestApp;
use uuid::Uuid;

use crate::builders::{OWNER, STORE, store_ctx};

fn request(key: &str, to: &str, is_confidential: bool) -> MailRequest {
    MailRequest {
        key: key.to_owned(),
        template: "customers.password_reset".to_owned(),
        to: to.to_owned(),
        locale: Locale::Lb,
        subject: "Neit Passwuert".to_owned(),
        paragraphs: vec!["Hei ass Äre Link.".to_owned()],
        button: Some(MailButton {
            label: "Opmaachen".to_owned(),
            url: "https://shop.example/reset?token=geheim".to_owned(),
        }),
        small_print: String::new(),
        is_confidential,
    }
}

async fn send(ctx: &Ctx, request: MailRequest) {
    let mut tx = ctx.begin().await.expect("a transaction");
    ctx.port::<dyn Mails>().send(&mut tx, request).await.expect("written");
    tx.commit().await.expect("committed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_sent_once_and_can_be_sent_again_by_hand() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    for _ in 0..2 {
        send(&ctx, request("reset:1", "anna@example.com", false)).await;
    }
    app.until("the mail", || async { (!app.mails().await.is_empty()).then_some(()) }).await;
    let id: Uuid = app.one("select id from messaging.outbox").await;
    app.until("the note", || async {
        let status: String = app.one("select status from messaging.outbox").await;
        (status == "sent").then_some(())
    })
    .await;
    let owner = app.member(OWNER, STORE).await;
    let page = owner.get(&format!("/messages/{id}")).await;
    assert!(page.status == 200 && page.shows("Hei ass Äre Link."), "{page:?}");
    let answer = owner.call("/api/v1/store/messaging/resend_mail", &[("id", &id.to_string())]).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    app.until("it again", || async { (app.mails().await.len() == 2).then_some(()) }).await;
    let ids: Vec<_> = app.mails().await.into_iter().map(|mail| mail.message_id).collect();
    assert_ne!(ids[0], ids[1]);
    let stranger = app.member("owner@minett.test", "kaffi").await;
    assert_eq!(stranger.get(&format!("/messages/{id}")).await.status, 404);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_opens_an_account_is_shown_to_nobody_and_forgotten() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    send(&ctx, request("reset:2", "anna@example.com", true)).await;
    let id: Uuid = app.one("select id from messaging.outbox").await;
    let owner = app.member(OWNER, STORE).await;
    app.until("the note", || async {
        let status: String = app.one("select status from messaging.outbox").await;
        (status == "sent").then_some(())
    })
    .await;
    assert!(app.mails().await[0].text.contains("geheim"));
    assert!(!owner.get(&format!("/messages/{id}")).await.shows("geheim"));
    let left: i64 = app.one("select length(body_text || body_html)::bigint from messaging.outbox").await;
    assert_eq!(left, 0);
    let answer = owner.call("/api/v1/store/messaging/resend_mail", &[("id", &id.to_string())]).await;
    assert_eq!(answer.error().code, "mail_is_forgotten");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_address_fails_at_once() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    send(&ctx, request("reset:3", "nobody", false)).await;
    let error = app
        .until("the failure", || async {
            let status: String = app.one("select status from messaging.outbox").await;
            (status == "failed").then_some(app.one::<String>("select last_error from messaging.outbox").await)
        })
        .await;
    assert!(error.contains("refused"), "{error}");
    let attempts: i32 = app.one("select attempts from messaging.outbox").await;
    assert_eq!(attempts, 1);
    app.stop().await;
}
