//! Who did what, for those who may know.

use orion_kernel::AppError;
use orion_testing::{Actor, TestApp, withstand};
use serde_json::Value;

const OWNER: &str = "owner@lumiere.test";
const STORE_LOG: &str = "/api/v1/store/core/list_audit";
const ADMIN_LOG: &str = "/api/v1/admin/core/list_audit";

async fn log(actor: &Actor, endpoint: &str, search: &str) -> Value {
    actor.call(endpoint, &[("query[search]", search)]).await.value()
}

/// Who did it, and to what, for each entry.
fn deeds(log: &Value) -> Vec<(&str, &str)> {
    let rows = log["items"].as_array().expect("rows").iter();
    rows.filter_map(|row| Some((row["actor"].as_str()?, row["subject"].as_str()?))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_do_is_written_down_with_their_name() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, "lumiere").await;
    let made = owner.call("/api/v1/store/cms/create_page", &[("slug", "gifts"), ("title", "Cadeaux")]).await;
    assert_eq!(made.status, 200, "{made:?}");
    let refused = owner.call("/api/v1/store/cms/create_page", &[("slug", "gifts"), ("title", "Cadeaux")]).await;
    assert_eq!(refused.status, 422, "what did not happen is not written down");
    let found = log(&owner, STORE_LOG, "cms.page_created").await;
    assert_eq!(deeds(&found), [("Claire Lumière", "page gifts")]);
    assert_eq!(found["items"][0]["ip"], "127.0.0.1");
    let page = owner.get("/audit?q=cms.").await;
    assert!(page.status == 200 && page.shows("cms.page_created") && page.shows("Claire Lumière"), "{page:?}");
    assert_eq!(log(&owner, STORE_LOG, "nothing.such").await["total"], 0);

    let operator = app.operator().await;
    let tier = operator.call("/api/v1/admin/billing/create_tier", &[("code", "trial"), ("name", "Trial")]).await;
    assert_eq!(tier.status, 200, "{tier:?}");
    assert_eq!(deeds(&log(&operator, ADMIN_LOG, "billing.tier_created").await), [("Nora Reuter", "tier trial")]);
    assert_eq!(
        deeds(&log(&operator, ADMIN_LOG, "cms.page_created").await).len(),
        1,
        "the platform's log is everyone's"
    );
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_store_reads_its_own() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, "lumiere").await;
    let made = owner.call("/api/v1/store/cms/create_page", &[("slug", "gifts"), ("title", "Cadeaux")]).await;
    assert_eq!(made.status, 200, "{made:?}");
    let other = app.member("owner@minett.test", "kaffi").await;
    assert_eq!(log(&other, STORE_LOG, "cms.page_created").await["total"], 0);
    assert!(!other.get("/audit").await.shows("Claire Lumière"));
    let staff = app.member("staff@lumiere.test", "lumiere").await;
    assert_eq!(staff.call(STORE_LOG, &[("query[search]", "")]).await.error(), AppError::forbidden());
    assert_eq!(staff.get("/audit").await.status, 403);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_withstands_anything() {
    let app = TestApp::start().await;
    let query = [("query[search]", "cms."), ("query[scope]", ""), ("query[sort]", "-at"), ("query[page]", "1")];
    withstand(&[app.member(OWNER, "lumiere").await], STORE_LOG, &query).await;
    withstand(&[app.operator().await], ADMIN_LOG, &query).await;
    app.stop().await;
}
