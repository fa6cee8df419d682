//! The clock.

use std::time::Duration;

use super::support::{Leave, SCOPE, TestDatabase, now};
use crate::jobs::{Schedule, WorkersError, enqueue};

const YEARLY: Schedule = Schedule {
    name: "test.greet",
    module: "on",
    cron: "0 0 1 1 *",
    enqueue: |_, conn, _| {
        Box::pin(async move {
            let greet = Leave { name: "greeted".to_owned() };
            enqueue(conn, &SCOPE, "schedule", &greet).await.map_err(crate::database::to_app_error)
        })
    },
};

#[tokio::test]
async fn what_was_missed_is_made_up_for_once_by_one_of_two_processes() {
    let database = TestDatabase::new().await;
    // As if the last worker had stopped five minutes ago, and the schedule had come due two minutes later.
    let minute = (now() - Duration::from_mins(3)).minute();
    let schedule = Schedule { cron: format!("{minute} * * * *").leak(), ..YEARLY };
    was_known(&database, &schedule).await;
    let first = database.workers(Vec::new(), vec![schedule]).await;
    let second = database.workers(Vec::new(), vec![schedule]).await;
    database.wait_for_traces("greeted", 1).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(database.traces("greeted").await, 1);
    first.stop().await;
    second.stop().await;
    database.stop().await;
}

#[tokio::test]
async fn a_schedule_does_nothing_while_its_module_is_off_everywhere() {
    let database = TestDatabase::new().await;
    let minute = (now() - Duration::from_mins(3)).minute();
    let on = Schedule { cron: format!("{minute} * * * *").leak(), ..YEARLY };
    let off = Schedule { name: "test.rest", module: "off", ..on };
    for schedule in [&off, &on] {
        was_known(&database, schedule).await;
    }
    let workers = database.workers(Vec::new(), vec![off, on]).await;
    let come = "select count(*) from graphile_worker._private_known_crontabs \
                where identifier like 'test.%' and last_execution > now() - interval '290 seconds'";
    database.wait_until(async || database.count(come).await == 2, "both times to have come").await;
    database.wait_for_traces("greeted", 1).await;
    database.wait_until(async || database.jobs().await == 0, "an empty queue").await;
    assert_eq!(database.traces("greeted").await, 1, "only the one whose module is on");
    workers.stop().await;
    database.stop().await;
}

/// As if the last worker had stopped five minutes ago.
async fn was_known(database: &TestDatabase, schedule: &Schedule) {
    sqlx::query(
        "insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution) \
         values ($1, now() - interval '1 day', now() - interval '5 minutes')",
    )
    .bind(schedule.name)
    .execute(&database.pool)
    .await
    .expect("inserts");
}

#[tokio::test]
async fn wrong_set_ups_are_refused() {
    let database = TestDatabase::new().await;
    let refused = async |schedules| database.workers(Vec::new(), schedules).await.refusal().await;
    assert!(matches!(refused(vec![YEARLY, YEARLY]).await, WorkersError::Duplicate("test.greet")));
    for cron in ["never", "61 * * * *", "0 0 * * * extra", "0 0 * * *\n0 0 * * *", ""] {
        let error = refused(vec![Schedule { cron, ..YEARLY }]).await;
        assert!(matches!(error, WorkersError::Cron { name: "test.greet", .. }), "{cron}: {error}");
    }
    database.stop().await;
}
