//! Mail while no mail can leave.

use orion_testing::TestApp;

use crate::builders::{BUYER, OWNER, STORE, place, store_ctx};

/// A file stands where captured mail is kept, so that none can be, as if the mail server were down.
#[tokio::test(flavor = "multi_thread")]
async fn it_waits_and_goes_out_once() {
    let app = TestApp::start().await;
    let obstacle = app.folder().join("mail");
    std::fs::write(&obstacle, "").expect("a file");
    let ctx = store_ctx(&app).await;
    let placed = place(&ctx).await;
    let error = app
        .until("a failed attempt", || async {
            let tried: bool =
                app.one("select exists (select from messaging.outbox where attempts > 0 and last_error <> '')").await;
            if tried { Some(app.one::<String>("select last_error from messaging.outbox").await) } else { None }
        })
        .await;
    assert!(error.starts_with("not sent"), "{error}");
    assert_eq!(app.one::<String>("select status from messaging.outbox").await, "queued");
    let owner = app.member(OWNER, STORE).await;
    let page = owner.get("/messages").await;
    assert!(page.status == 200 && page.shows(BUYER), "the merchant sees that it waits: {page:?}");
    assert_eq!(owner.get(&format!("/orders/{}", placed.number)).await.status, 200, "the order is there all the same");

    std::fs::remove_file(&obstacle).expect("out of the way");
    app.until("it to be sent", || async {
        (app.one::<String>("select status from messaging.outbox").await == "sent").then_some(())
    })
    .await;
    let mails = app.mails().await;
    assert_eq!((mails.len(), mails[0].to.as_str()), (1, BUYER));
    let (attempts, error): (i32, String) = (
        app.one("select attempts from messaging.outbox").await,
        app.one("select last_error from messaging.outbox").await,
    );
    assert!(attempts >= 2 && error.is_empty(), "{attempts} {error}");
    app.stop().await;
}
