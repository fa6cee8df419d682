//! Who did what, for those who may know.

use orion_kernel::AppError;
use orion_testing::{Actor, TestApp, withstand};
use serde_json::Value;

const OWNER: &str = "owner@lumiere.test";
const STORE_LOG: &str = "/api/v1/store/core/list_audit";
const ADMIN_LOG: &str = "/api/v1/admin/core/list_audit";
const CREATE_PAGE: &str = "/api/v1/store/cms/create_page";

async fn log(actor: &Actor, endpoint: &str, search: &str) -> Value {
    actor.call(endpoint, &[("query[search]", search)]).await.value()
}

fn count(log: &Value) -> usize {
    log["items"].as_array().expect("rows").len()
}

/// Who did it, what it is called, and to what, for each entry.
fn deeds(log: &Value) -> Vec<(&str, &str, &str)> {
    let rows = log["items"].as_array().expect("rows").iter();
    rows.filter_map(|row| Some((row["actor"].as_str()?, row["words"].as_str()?, row["subject"].as_str()?))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_do_is_written_down_with_their_name() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, "lumiere").await;
    let made = owner.call(CREATE_PAGE, &[("slug", "gifts"), ("title", "Cadeaux")]).await;
    assert_eq!(made.status, 200, "{made:?}");
    let refused = owner.call(CREATE_PAGE, &[("slug", "gifts"), ("title", "Cadeaux")]).await;
    assert_eq!(refused.status, 422, "what did not happen is not written down");
    let found = log(&owner, STORE_LOG, "cms.page_created").await;
    assert_eq!(deeds(&found), [("Claire Lumière", "Created a page", "gifts")]);
    assert_eq!(found["items"][0]["ip"], "127.0.0.1");
    let page = owner.get("/audit?q=cms.").await;
    assert!(page.status == 200 && page.shows("Created a page") && page.shows("Claire Lumière"), "{page:?}");
    assert_eq!(count(&log(&owner, STORE_LOG, "nothing.such").await), 0);
    let french = owner.at("/fr/store/lumiere").get("/audit?action=cms.page_created").await;
    assert!(french.shows("Page créée"), "{french:?}");

    let id = found["items"][0]["id"].as_str().expect("an id");
    let entry = owner.get(&format!("/audit/{id}")).await;
    assert!(entry.status == 200 && entry.shows("Claire Lumière") && entry.shows("cms.page_created"), "{entry:?}");

    let operator = app.operator().await;
    let tier = operator.call("/api/v1/admin/billing/create_tier", &[("code", "trial"), ("name", "Trial")]).await;
    assert_eq!(tier.status, 200, "{tier:?}");
    assert_eq!(
        deeds(&log(&operator, ADMIN_LOG, "billing.tier_created").await),
        [("Nora Reuter", "Created a tier", "trial")]
    );
    let everywhere = log(&operator, ADMIN_LOG, "cms.page_created").await;
    assert_eq!(count(&everywhere), 1, "the platform's log is everyone's");
    app.stop().await;
}

/// The log keeps ids; whoever reads it sees names, of what is still there.
#[tokio::test(flavor = "multi_thread")]
async fn things_are_called_by_their_names() {
    let app = TestApp::start().await;
    let subjects =
        |log: &Value| -> Vec<String> { deeds(log).into_iter().map(|(_, _, subject)| subject.to_owned()).collect() };
    let operator = app.operator().await;
    let texts = subjects(&log(&operator, ADMIN_LOG, "cms.texts_written").await);
    assert!(texts.iter().any(|subject| subject == "Atelier Lumière"), "{texts:?}");
    let signed_in = subjects(&log(&operator, ADMIN_LOG, "tenancy.signed_in").await);
    assert!(signed_in.iter().any(|subject| subject == "Nora Reuter"), "{signed_in:?}");

    let owner = app.member(OWNER, "lumiere").await;
    let made = owner
        .call("/api/v1/store/catalog/create_product", &[("title", "Carafe"), ("price", "12"), ("vendor", "")])
        .await;
    assert_eq!(made.status, 200, "{made:?}");
    assert_eq!(subjects(&log(&owner, STORE_LOG, "products.created").await), ["Carafe"]);
    let id = made.location.as_deref().and_then(|page| page.rsplit('/').next()).expect("a product");
    assert_eq!(owner.call("/api/v1/store/catalog/delete_product", &[("id", id)]).await.status, 200);
    let gone = subjects(&log(&owner, STORE_LOG, "products.created").await);
    assert!(gone[0].starts_with('…') && gone.len() == 1, "{gone:?}");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_narrowed_and_read_on_from_place_to_place() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, "lumiere").await;
    for number in 0..53 {
        let slug = format!("page-{number:02}");
        let made = owner.call(CREATE_PAGE, &[("slug", &slug), ("title", "Cadeaux")]).await;
        assert_eq!(made.status, 200, "{made:?}");
    }
    let first: Value = owner.call(STORE_LOG, &[("query[filters][action]", "cms.page_created")]).await.value();
    assert_eq!((count(&first), first["items"][0]["subject"].as_str()), (50, Some("page-52")), "the latest first");
    let next = first["next"].as_str().expect("there is more");
    let fields = [("query[filters][action]", "cms.page_created"), ("query[filters][after]", next)];
    let second: Value = owner.call(STORE_LOG, &fields).await.value();
    assert_eq!((count(&second), second["next"].as_str()), (3, None));
    assert_eq!(second["items"][2]["subject"], "page-00");
    let page = owner.get("/audit?action=cms.page_created").await;
    assert!(page.shows(&format!("after={next}")), "the page leads to what is older: {page:?}");

    for (field, value, is_found) in [
        ("person", "claire", true),
        ("person", "Lumière", false),
        ("person", "%", false),
        ("from", "2020-01-01", true),
        ("until", "2020-01-01", false),
        ("until", "not a day", true),
        ("after", "nowhere", true),
        ("action", "cms.", true),
        ("action", "catalog.", false),
    ] {
        let found: Value = owner.call(STORE_LOG, &[(&format!("query[filters][{field}]"), value)]).await.value();
        assert_eq!(count(&found) > 0, is_found, "{field}={value}");
    }
    assert_eq!(count(&log(&owner, STORE_LOG, "page-07").await), 1);
    assert_eq!(count(&log(&owner, STORE_LOG, "page-0").await), 0, "a part of a subject is none");
    assert_eq!(count(&log(&owner, STORE_LOG, "CLAIRE").await), 50);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_store_reads_its_own() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, "lumiere").await;
    let made = owner.call(CREATE_PAGE, &[("slug", "gifts"), ("title", "Cadeaux")]).await;
    assert_eq!(made.status, 200, "{made:?}");
    let own = log(&owner, STORE_LOG, "cms.page_created").await;
    let id = own["items"][0]["id"].as_str().expect("an id").to_owned();
    let other = app.member("owner@minett.test", "kaffi").await;
    assert_eq!(count(&log(&other, STORE_LOG, "cms.page_created").await), 0);
    assert!(!other.get("/audit").await.shows("Claire Lumière"));
    assert!(!other.get("/audit/export.csv").await.shows("Claire Lumière"));
    assert_eq!(other.get(&format!("/audit/{id}")).await.status, 404);
    assert_eq!(other.get("/audit/no-id").await.status, 404);
    let staff = app.member("staff@lumiere.test", "lumiere").await;
    assert_eq!(staff.call(STORE_LOG, &[("query[search]", "")]).await.error(), AppError::forbidden());
    assert_eq!(staff.get("/audit").await.status, 403);
    assert_eq!(staff.get("/audit/export.csv").await.status, 403);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_a_file_too_and_says_who_took_it() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, "lumiere").await;
    let made = owner.call(CREATE_PAGE, &[("slug", "gifts"), ("title", "=1+1")]).await;
    assert_eq!(made.status, 200, "{made:?}");
    let file = owner.get("/audit/export.csv?action=cms.page_created").await;
    assert!(file.status == 200 && file.shows("\"Claire Lumière\",\"Created a page\",\"cms.page_created\""), "{file:?}");
    assert_eq!(count(&log(&owner, STORE_LOG, "core.audit_exported").await), 1);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_withstands_anything() {
    let app = TestApp::start().await;
    let query = [
        ("query[search]", "cms."),
        ("query[scope]", ""),
        ("query[sort]", "-at"),
        ("query[page]", "1"),
        ("query[filters][person]", "a"),
        ("query[filters][from]", "2026-01-01"),
        ("query[filters][after]", "1.00000000000000000000000000000007"),
    ];
    withstand(&[app.member(OWNER, "lumiere").await], STORE_LOG, &query).await;
    withstand(&[app.operator().await], ADMIN_LOG, &query).await;
    app.stop().await;
}
