//! Each is told once, as they chose, and reads their own.

use orion_contracts::notifications::{Audience, Notice, Notifications, Words};
use orion_kernel::{AppError, Frontend, Locale, Permission, StoreId, UserId};
use orion_runtime::{Ctx, ModuleServer, NoticeKind, PlatformCtx, jobs::JobScope};
use orion_testing::{Actor, TestApp, withstand};
use serde_json::Value;
use uuid::Uuid;

const OWNER: &str = "owner@lumiere.test";
const STAFF: &str = "staff@lumiere.test";
const LIST: &str = "/api/v1/store/core/list_notifications";
const READ: &str = "/api/v1/store/core/mark_read";
const READ_ALL: &str = "/api/v1/store/core/mark_all_read";
const SAVE: &str = "/api/v1/store/core/save_preferences";

const KINDS: [(&str, Option<Permission>, bool); 3] = [
    ("tests.open", None, false),
    ("tests.owners", Some(Permission("customers.delete")), false),
    ("tests.mailed", None, true),
];

fn add(modules: &mut [ModuleServer]) {
    let core = modules.iter_mut().find(|module| module.code == "core").expect("the module");
    for frontend in [Frontend::Store, Frontend::Admin] {
        core.notices.extend(KINDS.map(|(code, permission, by_mail)| NoticeKind {
            code,
            frontend,
            permission,
            label: |_| "A test",
            by_mail,
        }));
    }
}

async fn app() -> TestApp {
    TestApp::start_with(|modules| add(modules)).await
}

async fn ctx(app: &TestApp) -> Ctx {
    let store: Uuid = app.one("select id from tenancy.stores where code = 'lumiere'").await;
    let platform_id = app.platform_id().await;
    let scope = JobScope { platform_id, merchant_id: None, store_id: Some(StoreId(store)), locale: Locale::En };
    Ctx::for_job(&app.app, &scope, "test").await.expect("the store")
}

async fn tell(ctx: &Ctx, kind: &'static str, key: &str, to: Audience) -> Result<(), AppError> {
    let mut tx = PlatformCtx::system(ctx).begin().await.map_err(AppError::from)?;
    let notice = Notice {
        kind,
        key: key.to_owned(),
        to,
        title: Words::of(|locale| format!("{kind} in {}", locale.code())),
        body: Words::default(),
        path: "/orders".to_owned(),
    };
    ctx.port::<dyn Notifications>().notify(&mut tx, notice).await?;
    tx.commit().await.map_err(AppError::from)
}

async fn titles(actor: &Actor) -> Vec<String> {
    let list: Value = actor.call(LIST, &[("after", ""), ("only_unread", "false")]).await.value();
    let items = list["items"].as_array().expect("items").iter();
    items.map(|item| item["title"].as_str().expect("a title").to_owned()).collect()
}

async fn until_told(app: &TestApp, actor: &Actor, count: usize) {
    app.until("the notifications", || async { (titles(actor).await.len() == count).then_some(()) }).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_who_may_is_told_once_and_nobody_else() {
    let app = app().await;
    let ctx = ctx(&app).await;
    let (owner, staff) = (app.member(OWNER, "lumiere").await, app.member(STAFF, "lumiere").await);
    let other = app.member("owner@minett.test", "kaffi").await;
    for _ in 0..2 {
        tell(&ctx, "tests.open", "1", Audience::Team(None)).await.expect("told");
        tell(&ctx, "tests.owners", "1", Audience::Team(None)).await.expect("told");
    }
    until_told(&app, &owner, 2).await;
    until_told(&app, &staff, 1).await;
    assert_eq!(titles(&staff).await, ["tests.open in en"]);
    assert_eq!(titles(&owner.at("/fr/store/lumiere")).await.len(), 2);
    assert!(owner.at("/fr/store/lumiere").get("/notifications").await.shows("tests.open in fr"));
    assert!(titles(&other).await.is_empty(), "another store's team hears nothing");
    tell(&ctx, "tests.open", "2", Audience::Team(None)).await.expect("told");
    until_told(&app, &owner, 3).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_at_once_tell_once() {
    let app = app().await;
    let ctx = ctx(&app).await;
    let owner = app.member(OWNER, "lumiere").await;
    let told = futures::future::join_all((0..8).map(|_| tell(&ctx, "tests.open", "same", Audience::Team(None)))).await;
    assert!(told.iter().all(Result::is_ok), "{told:?}");
    tell(&ctx, "tests.open", "last", Audience::Team(None)).await.expect("told");
    until_told(&app, &owner, 2).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bell_counts_what_is_unread_and_reading_is_ones_own() {
    let app = app().await;
    let ctx = ctx(&app).await;
    let (owner, staff) = (app.member(OWNER, "lumiere").await, app.member(STAFF, "lumiere").await);
    assert!(!owner.get("/profile").await.shows(" unread"));
    for key in ["1", "2"] {
        tell(&ctx, "tests.open", key, Audience::Team(None)).await.expect("told");
    }
    until_told(&app, &owner, 2).await;
    until_told(&app, &staff, 2).await;
    assert!(owner.get("/profile").await.shows("2 unread"));
    let list: Value = owner.call(LIST, &[("after", ""), ("only_unread", "true")]).await.value();
    let id = list["items"][0]["id"].as_str().expect("an id").to_owned();
    for _ in 0..2 {
        assert_eq!(owner.call(READ, &[("id", &id)]).await.status, 200);
    }
    assert!(owner.get("/profile").await.shows("1 unread"));
    assert!(staff.get("/profile").await.shows("2 unread"), "what one reads stays unread for others");
    let other = app.member("owner@minett.test", "kaffi").await;
    assert_eq!(other.call(READ, &[("id", &id)]).await.status, 200, "says nothing about what is another's");
    assert!(staff.get("/profile").await.shows("2 unread"));
    assert_eq!(owner.call(READ_ALL, &[]).await.status, 200);
    assert!(!owner.get("/profile").await.shows(" unread"));
    assert_eq!(titles(&owner).await.len(), 2, "what is read is still there");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_chooses_what_reaches_them_and_how() {
    let app = app().await;
    let ctx = ctx(&app).await;
    let (owner, staff) = (app.member(OWNER, "lumiere").await, app.member(STAFF, "lumiere").await);
    let mails = |to: &'static str| {
        let app = &app;
        async move {
            app.mails().await.into_iter().filter(|mail| mail.subject.starts_with("tests.") && mail.to == to).count()
        }
    };
    let page = owner.get("/profile/notifications").await;
    assert!(page.status == 200 && page.shows("tests.mailed"), "{page:?}");
    // The owner wants mail alone, of the first kind; the staff keeps what is usual.
    assert_eq!(owner.call(SAVE, &[("by_mail[0]", "tests.open")]).await.status, 200);
    tell(&ctx, "tests.open", "1", Audience::Team(None)).await.expect("told");
    tell(&ctx, "tests.mailed", "1", Audience::Team(None)).await.expect("told");
    until_told(&app, &staff, 2).await;
    app.until("the mails", || async { (mails(OWNER).await == 1 && mails(STAFF).await == 1).then_some(()) }).await;
    assert!(titles(&owner).await.is_empty());
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_is_told_what_is_for_them_alone() {
    let app = app().await;
    let ctx = ctx(&app).await;
    let (owner, staff) = (app.member(OWNER, "lumiere").await, app.member(STAFF, "lumiere").await);
    let user: Uuid = app.one("select id from tenancy.users where email = 'staff@lumiere.test'").await;
    tell(&ctx, "tests.owners", "mine", Audience::Member(None, UserId(user))).await.expect("told");
    until_told(&app, &staff, 1).await;
    assert!(titles(&owner).await.is_empty());
    let operator = app.operator().await;
    tell(&ctx, "tests.open", "all operators", Audience::Operators).await.expect("told");
    app.until("the operator", || async { operator.get("/profile").await.shows("1 unread").then_some(()) }).await;
    assert_eq!(titles(&staff).await.len(), 1);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn older_ones_follow_from_place_to_place() {
    let app = app().await;
    let ctx = ctx(&app).await;
    let owner = app.member(OWNER, "lumiere").await;
    for key in 0..23 {
        tell(&ctx, "tests.open", &key.to_string(), Audience::Team(None)).await.expect("told");
    }
    app.until("all of them", || async { owner.get("/profile").await.shows("23 unread").then_some(()) }).await;
    let first: Value = owner.call(LIST, &[("after", ""), ("only_unread", "true")]).await.value();
    let next = first["next"].as_str().expect("there are more");
    let rest: Value = owner.call(LIST, &[("after", next), ("only_unread", "true")]).await.value();
    let count = |list: &Value| list["items"].as_array().expect("items").len();
    assert_eq!((count(&first), count(&rest), rest["next"].as_str()), (20, 3, None));
    withstand(&[owner], LIST, &[("after", next), ("only_unread", "true")]).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn operators_announce_to_all_teams_and_each_puts_it_away() {
    let app = TestApp::start().await;
    let (operator, owner) = (app.operator().await, app.member(OWNER, "lumiere").await);
    let other = app.member("owner@minett.test", "kaffi").await;
    let save = "/api/v1/admin/core/save_announcement";
    let news = [("title[en]", "Maintenance on Sunday"), ("title[fr]", "Maintenance dimanche"), ("tone", "warning")];
    let later = [("title[en]", "Not yet"), ("tone", "info"), ("starts_at", "2999-01-01T00:00")];
    assert!(operator.call(save, &[("tone", "info")]).await.status == 422, "a title is needed");
    for fields in [&news[..], &later[..]] {
        let answer = operator.call(save, fields).await;
        assert!(answer.status < 400, "{answer:?}");
    }
    for actor in [&owner, &other] {
        let home = actor.get("/").await;
        assert!(home.shows("Maintenance on Sunday") && home.shows("1 unread") && !home.shows("Not yet"), "{home:?}");
    }
    assert!(owner.at("/fr/store/lumiere").get("/").await.shows("Maintenance dimanche"));
    let id: String = app.one("select id::text from core.announcements where title ->> 'fr' is not null").await;
    assert_eq!(owner.call("/api/v1/store/core/read_announcement", &[("id", &id)]).await.status, 200);
    assert!(
        !owner.get("/").await.shows("Maintenance on Sunday") && other.get("/").await.shows("Maintenance on Sunday")
    );
    assert!(owner.get("/notifications").await.shows("Maintenance on Sunday"), "it can be read again");
    assert_eq!(operator.call("/api/v1/admin/core/end_announcement", &[("id", &id)]).await.status, 200);
    assert!(!other.get("/").await.shows("Maintenance on Sunday"));
    assert_eq!(operator.get(&format!("/announcements/{id}")).await.status, 200);
    app.stop().await;
}
