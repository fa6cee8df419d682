//! What nobody asks for any more is removed at night, and the rest stays.

use sqlx::PgPool;
use uuid::Uuid;

use super::support::TestDatabase;

async fn receipt(pool: &PgPool, handler: &str, age_days: i32) {
    sqlx::query(
        "insert into orion.event_receipts (event_id, handler, received_at) \
         values ($1, $2, now() - make_interval(days => $3))",
    )
    .bind(Uuid::nil())
    .bind(handler)
    .bind(age_days)
    .execute(pool)
    .await
    .expect("inserts a receipt");
}

async fn session(pool: &PgPool, number: u128, created_days: i32, used_days: i32) {
    let id = Uuid::from_u128(number);
    sqlx::query(
        "insert into orion.sessions (id, token_hash, kind, principal_id, platform_id, ip, created_at, last_used_at, expires_at) \
         values ($1, $2, 'member', $1, $1, '', now() - make_interval(days => $3), now() - make_interval(days => $4), \
                 now() + make_interval(days => 60 - $3))",
    )
    .bind(id)
    .bind(id.as_bytes().to_vec())
    .bind(created_days)
    .bind(used_days)
    .execute(pool)
    .await
    .expect("inserts a session");
}

#[tokio::test]
async fn old_receipts_and_ended_sessions_go_at_night() {
    let database = TestDatabase::new().await;
    receipt(&database.pool, "old", 31).await;
    receipt(&database.pool, "young", 29).await;
    session(&database.pool, 1, 61, 0).await;
    session(&database.pool, 2, 20, 15).await;
    session(&database.pool, 3, 59, 13).await;
    // As if no worker had run last night.
    sqlx::query(
        "insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution) \
         values ('orion.clean_up', now() - interval '2 days', now() - interval '25 hours')",
    )
    .execute(&database.pool)
    .await
    .expect("inserts");
    let workers = database.workers(Vec::new(), Vec::new()).await;
    let sessions = "select count(*) from orion.sessions";
    database.wait_until(async || database.count(sessions).await == 1, "the sessions to be removed").await;
    let kept = "select count(*) from orion.sessions where id = '00000000-0000-0000-0000-000000000003'";
    assert_eq!(database.count(kept).await, 1, "it was used a fortnight ago at most");
    assert_eq!(database.count("select count(*) from orion.event_receipts where handler = 'young'").await, 1);
    assert_eq!(database.count("select count(*) from orion.event_receipts").await, 1);
    workers.stop().await;
    database.stop().await;
}
