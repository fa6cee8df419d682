//! Processes that start together.

use super::support::TestDatabase;
use crate::jobs::install;

#[tokio::test]
async fn two_processes_install_at_once() {
    let database = TestDatabase::without_queue().await;
    let (first, second) = tokio::join!(install(&database.pool), install(&database.pool));
    first.expect("installs");
    second.expect("installs");
    install(&database.pool).await.expect("once more does nothing");
    assert_eq!(database.jobs().await, 0);
    database.stop().await;
}
