//! Guessing.

use futures::future::join_all;
use orion_testing::TestApp;

use super::builders::{PASSWORD, STAFF, from, is_in, sign_in};

#[tokio::test(flavor = "multi_thread")]
async fn ten_guesses_a_minute_from_a_hundred_addresses() {
    let app = TestApp::start().await;
    let owner = app.visitor();
    assert_eq!(sign_in(&owner, STAFF, PASSWORD).await.status, 200);
    let crowd: Vec<_> = (1..=100).map(|host| from(&app, 5, host)).collect();
    let answers = join_all(crowd.iter().map(|guesser| sign_in(guesser, STAFF, "guessed"))).await;
    let evaluated = answers.iter().filter(|answer| answer.status == 422).count();
    assert!((1..=10).contains(&evaluated), "{evaluated}");
    assert!(answers.iter().all(|answer| matches!(answer.status, 422 | 429)));
    let unknown = join_all(crowd.iter().map(|guesser| sign_in(guesser, "nobody@minett.test", "guessed"))).await;
    assert!(unknown.iter().filter(|answer| answer.status == 422).count() <= 10, "the same where there is no account");
    let stranger = sign_in(&from(&app, 6, 1), STAFF, PASSWORD).await;
    assert_eq!(stranger.status, 429, "nobody new, not even with the right password");
    assert!(stranger.error().params.iter().any(|(name, _)| name == "retry_after_secs"));
    assert_eq!(sign_in(&owner, STAFF, PASSWORD).await.status, 200, "the owner's own browser is let in");
    assert!(is_in(&owner).await);
    let rows: i64 = app.one("select count(*) from orion.throttle").await;
    assert!(rows <= 3, "{rows}");
    app.stop().await;
}
