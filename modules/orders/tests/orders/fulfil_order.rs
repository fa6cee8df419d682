//! Sending orders.

use orion_kernel::AppError;
use orion_testing::TestApp;

use crate::builders::{OWNER, STAFF, STORE, cancel, line_ids, new_order, page, place, send, store_ctx, unknown_order};

#[tokio::test(flavor = "multi_thread")]
async fn parts_are_sent_until_nothing_is_left() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let placed = place(&ctx, new_order(&ctx)).await;
    let owner = app.member(OWNER, STORE).await;
    let lines = line_ids(&owner, &placed).await;
    assert_eq!(send(&owner, placed.id, &[(&lines[0], "1"), (&lines[1], "0")]).await.status, 200);
    let states = page(&owner, &placed).await["order"]["states"].clone();
    assert_eq!((&states["fulfilment"], &states["status"]), (&"partly".into(), &"open".into()));
    let error = send(&owner, placed.id, &[(&lines[0], "2"), (&lines[1], "1")]).await.error();
    assert_eq!((error.fields[0].field.as_str(), error.fields[0].code.as_ref()), ("lines[0][quantity]", "fewer_left"));
    assert_eq!(send(&owner, placed.id, &[(&lines[0], "1"), (&lines[1], "1")]).await.status, 200);
    let page = page(&owner, &placed).await;
    assert_eq!(page["order"]["states"]["status"], "completed");
    assert_eq!(page["order"]["parcels"].as_array().map(Vec::len), Some(2));
    assert_eq!(cancel(&owner, placed.id, true).await.error().code, "order_fulfilled");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_quantity_is_told_beside_it() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let placed = place(&ctx, new_order(&ctx)).await;
    let owner = app.member(OWNER, STORE).await;
    let lines = line_ids(&owner, &placed).await;
    let (id, path) = (placed.id.to_string(), format!("/orders/{}", placed.number));
    for (wrong, code) in [("9", "fewer_left"), ("1.5", "not_whole"), ("", "not_whole"), ("-1", "out_of_range")] {
        let error = send(&owner, placed.id, &[(&lines[0], "1"), (&lines[1], wrong)]).await.error();
        let fields: Vec<_> = error.fields.iter().map(|fault| (fault.field.as_str(), &*fault.code)).collect();
        assert_eq!(fields, [("lines[1][quantity]", code)], "{wrong}");

        let form = [
            ("order", id.as_str()),
            ("lines[0][id]", &lines[0]),
            ("lines[0][quantity]", "1"),
            ("lines[1][id]", &lines[1]),
            ("lines[1][quantity]", wrong),
            ("carrier", ""),
            ("tracking_number", ""),
            ("tracking_url", ""),
        ];
        let back = owner.submit(&path, "/api/v1/store/orders/fulfil_order", &form).await;
        assert!(back.location.as_deref().is_some_and(|to| to.ends_with(&path)), "{back:?}");
        let page = owner.get(&path).await;
        assert!(page.shows("name=\"lines[1][quantity]\""), "{wrong}: {page:?}");
        assert!(page.shows("id=\"fulfil-order-lines-1--quantity-error\""), "{wrong}: {page:?}");
        assert!(!page.shows("id=\"fulfil-order-lines-0--quantity-error\""), "{wrong}: {page:?}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_send_at_once_one_wins_and_the_other_reads_who() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let placed = place(&ctx, new_order(&ctx)).await;
    let (owner, staff) = (app.member(OWNER, STORE).await, app.member(STAFF, STORE).await);
    let lines = line_ids(&owner, &placed).await;
    let all = [(lines[0].as_str(), "2"), (lines[1].as_str(), "1")];
    let (first, second) = tokio::join!(send(&owner, placed.id, &all), send(&staff, placed.id, &all));
    let (won, lost) = if first.status == 200 { (first, second) } else { (second, first) };
    assert_eq!(won.status, 200, "{won:?}");
    let error = lost.error();
    assert_eq!(error.code, "order_fulfilled");
    assert!(error.params.iter().any(|(name, value)| name == "by" && !value.is_empty()), "{error:?}");
    let sent: i64 = app.one("select count(*) from orders.fulfilments f join orders.orders o on o.id = f.order_id where o.email = 'lea.wagner@example.com'").await;
    assert_eq!(sent, 1);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sent_is_not_cancelled_at_the_same_time() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let placed = place(&ctx, new_order(&ctx)).await;
    let (owner, staff) = (app.member(OWNER, STORE).await, app.member(STAFF, STORE).await);
    let lines = line_ids(&owner, &placed).await;
    let all = [(lines[0].as_str(), "2"), (lines[1].as_str(), "1")];
    let (sent, cancelled) = tokio::join!(send(&staff, placed.id, &all), cancel(&owner, placed.id, false));
    let (won, lost, code) =
        if sent.status == 200 { (sent, cancelled, "order_fulfilled") } else { (cancelled, sent, "order_cancelled") };
    assert_eq!((won.status, lost.error().code.as_ref()), (200, code), "{won:?} {lost:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn several_are_sent_together_or_not_at_all() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let (one, two) = (place(&ctx, new_order(&ctx)).await, place(&ctx, new_order(&ctx)).await);
    let owner = app.member(OWNER, STORE).await;
    let (a, b) = (one.id.to_string(), two.id.to_string());
    assert_eq!(cancel(&owner, two.id, false).await.status, 200);
    let ids = [("ids[0]", a.as_str()), ("ids[1]", b.as_str())];
    let refused = owner.call("/api/v1/store/orders/fulfil_orders", &ids).await.error();
    assert_eq!((refused.code.as_ref(), refused.params[0].1.as_str()), ("orders_not_to_send", two.number.as_str()));
    assert_eq!(page(&owner, &one).await["order"]["states"]["fulfilment"], "unfulfilled");
    assert_eq!(owner.call("/api/v1/store/orders/fulfil_orders", &ids[..1]).await.status, 200);
    assert_eq!(page(&owner, &one).await["order"]["states"]["status"], "completed");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_stores_order_does_not_exist() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let placed = place(&ctx, new_order(&ctx)).await;
    let stranger = app.member("owner@minett.test", "kaffi").await;
    for id in [placed.id, unknown_order()] {
        assert_eq!(cancel(&stranger, id, true).await.error(), AppError::not_found());
        let line = ("00000000-0000-0000-0000-000000000001", "1");
        assert_eq!(send(&stranger, id, &[line]).await.error(), AppError::not_found());
    }
    app.stop().await;
}
