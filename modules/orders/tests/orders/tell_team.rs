//! The team hears of orders, and finds them.

use orion_testing::{Actor, TestApp};
use serde_json::Value;

use crate::builders::{OWNER, STORE, cancel, new_order, place, store_ctx};

const LIST: &str = "/api/v1/store/core/list_notifications";
const SEARCH: &str = "/api/v1/store/core/search";

async fn told(actor: &Actor) -> Vec<String> {
    let list: Value = actor.call(LIST, &[("after", ""), ("only_unread", "false")]).await.value();
    let items = list["items"].as_array().expect("items").iter();
    items.filter_map(|item| item["title"].as_str().map(str::to_owned)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_order_and_its_end_are_told_once_each() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let (owner, other) = (app.member(OWNER, STORE).await, app.member("owner@minett.test", "kaffi").await);
    let order = new_order(&ctx);
    let placed = place(&ctx, order.clone()).await;
    place(&ctx, order).await;
    app.until("the new order", || async { (told(&owner).await.len() == 1).then_some(()) }).await;
    assert_eq!(cancel(&owner, placed.id, false).await.status, 200);
    app.until("the cancelled order", || async { (told(&owner).await.len() == 2).then_some(()) }).await;
    let titles = told(&owner).await;
    assert!(titles.contains(&format!("New order {}", placed.name)), "{titles:?}");
    assert!(titles.contains(&format!("Order {} was cancelled", placed.name)), "{titles:?}");
    assert!(told(&other).await.is_empty());
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_found_by_its_number_and_its_customer_in_its_own_store() {
    let app = TestApp::start().await;
    let ctx = store_ctx(&app).await;
    let placed = place(&ctx, new_order(&ctx)).await;
    let (owner, other) = (app.member(OWNER, STORE).await, app.member("owner@minett.test", "kaffi").await);
    let path = format!("/orders/{}", placed.number);
    let paths = async |actor: &Actor, words: &str| -> Vec<String> {
        let hits: Value = actor.call(SEARCH, &[("words", words)]).await.value();
        let hits = hits.as_array().expect("hits").iter();
        hits.filter_map(|hit| hit["path"].as_str().map(str::to_owned)).collect()
    };
    for words in [placed.number.as_str(), placed.name.as_str(), "lea.wagner@", "LEA.WAGNER@EXAMPLE.COM"] {
        assert!(paths(&owner, words).await.contains(&path), "{words}");
    }
    assert!(paths(&other, "lea.wagner@").await.iter().all(|found| !found.starts_with("/orders/")));
    app.stop().await;
}
