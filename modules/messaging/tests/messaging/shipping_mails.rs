//! The letters about parcels.

use orion_contracts::orders::{OrderCancelled, OrderFulfilled, PlacedOrder};
use orion_runtime::mail::CapturedMail;
use orion_testing::{Actor, TestApp};
use serde_json::Value;

use crate::builders::{BUYER, OWNER, STORE, place, store_ctx};

/// Hands one unit of an order to a carrier.
async fn send_one(owner: &Actor, placed: &PlacedOrder, number: &str) {
    let page: Value = owner.call("/api/v1/store/orders/read_order_page", &[("number", &placed.number)]).await.value();
    let line = page["order"]["lines"][0]["id"].as_str().expect("a line");
    let id = placed.id.to_string();
    let fields = [
        ("order", id.as_str()),
        ("lines[0][id]", line),
        ("lines[0][quantity]", "1"),
        ("carrier", "Post & <Co>"),
        ("tracking_number", number),
        ("tracking_url", "https://tracking.example/?a=1&b=\"2\""),
    ];
    let answer = owner.call("/api/v1/store/orders/fulfil_order", &fields).await;
    assert_eq!(answer.status, 200, "{answer:?}");
}

/// The shipping mails, oldest first.
async fn shipped(app: &TestApp) -> Vec<CapturedMail> {
    let mails = app.mails().await.into_iter().rev();
    mails.filter(|mail| mail.to == BUYER && mail.text.contains("Post & <Co>")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_parcel_is_announced_once_in_the_shoppers_language() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let placed = place(&ctx).await;
    let owner = app.member(OWNER, STORE).await;
    send_one(&owner, &placed, "LU-1").await;
    let mail = app.until("the mail", || async { shipped(&app).await.into_iter().next() }).await;
    assert!(mail.subject.contains(&placed.number), "{}", mail.subject);
    let html = mail.html.expect("an HTML part");
    assert!(mail.text.contains("Guten Tag Léa") && html.contains("Guten Tag Léa"), "{}", mail.text);
    assert!(html.contains("Post &amp; &lt;Co&gt; · LU-1") && !html.contains("<Co>"), "{html}");
    assert!(html.contains("a=1&amp;b=") && !html.contains("b=\"2\""), "an address stays in its attribute");
    assert!(mail.text.contains("1 × Bougie <Tilleul>") && html.contains("Bougie &lt;Tilleul&gt;"));

    // The same event again, and after it one that shows when it was dealt with.
    for _ in 0..2 {
        let mut tx = ctx.begin().await.expect("a transaction");
        tx.publish(&OrderFulfilled { order_id: placed.id }).await.expect("published");
        tx.commit().await.expect("committed");
    }
    app.until("the reactions", || async {
        let done: i64 =
            app.one("select count(*) from orion.event_receipts where handler = 'messaging.announce_parcel'").await;
        (done == 3).then_some(())
    })
    .await;
    send_one(&owner, &placed, "LU-2").await;
    let mails =
        app.until("the second parcel's", || async { Some(shipped(&app).await).filter(|mails| mails.len() > 1) }).await;
    assert_eq!(mails.len(), 2, "one for each parcel");
    assert!(mails[1].text.contains("LU-2"));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancellation_is_told_once() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let placed = place(&ctx).await;
    for _ in 0..3 {
        let mut tx = ctx.begin().await.expect("a transaction");
        tx.publish(&OrderCancelled { order_id: placed.id }).await.expect("published");
        tx.commit().await.expect("committed");
    }
    app.until("the reactions", || async {
        let done: i64 =
            app.one("select count(*) from orion.event_receipts where handler = 'messaging.confirm_cancellation'").await;
        (done == 3).then_some(())
    })
    .await;
    app.until("all to be sent", || async {
        let waiting: i64 = app.one("select count(*) from messaging.outbox where status = 'queued'").await;
        (waiting == 0).then_some(())
    })
    .await;
    let told: i64 = app.one("select count(*) from messaging.outbox where template = 'order_cancelled'").await;
    let sent = app.mails().await.into_iter().filter(|mail| mail.subject.contains("storniert")).count();
    assert_eq!(
        (told, sent),
        (1, 1),
        "{:?}",
        app.mails().await.into_iter().map(|mail| mail.subject).collect::<Vec<_>>()
    );
    app.stop().await;
}
