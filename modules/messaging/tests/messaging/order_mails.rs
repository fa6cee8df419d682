//! The letters about orders.

use orion_contracts::orders::{OrderCancelled, OrderPlaced};
use orion_testing::TestApp;

use crate::builders::{BUYER, OWNER, STORE, place, store_ctx};

#[tokio::test(flavor = "multi_thread")]
async fn a_confirmation_is_sent_once_in_the_shoppers_language() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let placed = place(&ctx).await;
    let mail =
        app.until("the confirmation", || async { app.mails().await.into_iter().find(|mail| mail.to == BUYER) }).await;
    assert_eq!(mail.subject, format!("Wir haben Ihre Bestellung {} erhalten", placed.name));
    assert_eq!(mail.from_name, "Atelier Lumière");
    assert_eq!(mail.reply_to.as_deref(), Some("bonjour@lumiere.test"));
    let link = format!("/de/orders/{}?token={}", placed.number, placed.access_token);
    let html = mail.html.expect("an HTML part");
    for said in ["2 × Bougie", "48,00\u{a0}€", "53,90\u{a0}€", "LU99010165", "B990101", link.as_str()] {
        assert!(mail.text.contains(said) && html.contains(said), "{said}: {}", mail.text);
    }
    assert!(html.contains("Bougie &lt;Tilleul&gt;") && !html.contains("<Tilleul>"));
    // The same event again, and then another that shows when the queue is worked off.
    let mut tx = ctx.begin().await.expect("a transaction");
    tx.publish(&OrderPlaced { order_id: placed.id }).await.expect("published");
    tx.commit().await.expect("committed");
    let mut tx = ctx.begin().await.expect("a transaction");
    tx.publish(&OrderCancelled { order_id: placed.id }).await.expect("published");
    tx.commit().await.expect("committed");
    app.until("both mails", || async { (app.mails().await.len() == 2).then_some(()) }).await;
    app.until("both reactions", || async {
        let done: i64 =
            app.one("select count(*) from orion.event_receipts where handler = 'messaging.confirm_order'").await;
        (done == 2).then_some(())
    })
    .await;
    let subjects: Vec<_> = app.mails().await.into_iter().map(|mail| mail.subject).collect();
    assert_eq!(subjects.len(), 2, "{subjects:?}");
    let guest = app.shopper(STORE).get(&link).await;
    assert_eq!(guest.status, 200, "{guest:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn templates_read_in_every_language() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    assert_eq!(owner.get("/messages/templates").await.status, 200);
    for code in ["order_confirmation", "order_shipped", "order_cancelled"] {
        for (language, greeting) in
            [("en", "Hello Marie"), ("de", "Guten Tag Marie"), ("fr", "Bonjour Marie"), ("lb", "Moien Marie")]
        {
            let page = owner.get(&format!("/messages/templates/{code}/{language}")).await;
            assert!(page.status == 200 && page.shows(greeting), "{code} {language}");
        }
    }
    assert_eq!(owner.get("/messages/templates/nothing/en").await.status, 404);
    app.stop().await;
}
