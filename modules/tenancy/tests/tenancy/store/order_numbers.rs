//! How orders are called; the numbers behind the names only grow.

use orion_testing::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn orders_keep_their_names_when_the_format_changes() {
    let app = TestApp::start().await;
    let owner = app.member("owner@minett.test", "kaffi").await;
    let save = async |fields: &[(&str, &str)]| owner.call("/api/v1/store/tenancy/save_order_numbers", fields).await;
    let last: i64 = app
        .one("select max(o.number) from orders.orders o join tenancy.stores s on s.id = o.store_id where s.code = 'kaffi'")
        .await;
    let saved = save(&[("prefix", "LUM-"), ("suffix", ".lu"), ("start", "1")]).await;
    assert_eq!(saved.status, 200, "{saved:?}");
    let page = owner.get("/orders").await;
    assert!(page.shows(&format!("#{last}")) && !page.shows(&format!("LUM-{last}")), "{page:?}");
    let refused = save(&[("prefix", "2026"), ("suffix", ""), ("start", "0")]).await.error();
    let fields: Vec<&str> = refused.fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["start", "prefix"]);
    app.stop().await;
}
