//! Signing in takes much memory and time by design: what others notice of fifty at once.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
    },
    time::Duration,
};

use anyhow::{Result, bail};
use tokio::task::JoinSet;

use super::load::{Load, Times, next};
use crate::{process, server::Server, shopper::Shopper, table};

/// So many try at once.
const ATTEMPTS: usize = 50;
/// So many ask for pages meanwhile.
const SHOPPERS: usize = 4;
/// The slowest pages may take so much longer.
const MOST: f64 = 2.0;

/// What was noticed of the attack itself.
#[derive(Default)]
struct Attack {
    is_over: AtomicBool,
    evaluated: AtomicUsize,
    refused: AtomicUsize,
    most_mb: AtomicU64,
}

/// Measures and prints.
pub async fn sign_in(server: &Server, seconds: u64) -> Result<()> {
    let pages =
        Arc::new(vec![format!("{}/", server.store("bierger")), format!("{}/products", server.store("bierger"))]);
    let load = Load { shoppers: SHOPPERS, duration: Duration::from_secs(seconds) };
    let ask = Arc::new(move |who: Arc<Shopper>, number: usize| {
        let url = pages[number % pages.len()].clone();
        async move { Ok(who.get(&url).await?.is_good()) }
    });
    let calm_mb = process::memory_mb(server.id());
    let calm = load.run(ask.clone()).await?;
    let attack = Arc::new(Attack::default());
    let mut attempts = JoinSet::new();
    for _ in 0..ATTEMPTS {
        attempts.spawn(attempt(attack.clone(), format!("{}/api/v1/platform/tenancy/sign_in", server.platform())));
    }
    attempts.spawn(watch(attack.clone(), server.id()));
    let attacked = load.run(ask).await;
    attack.is_over.store(true, Ordering::SeqCst);
    while attempts.join_next().await.is_some() {}
    let attacked = attacked?;
    let (calm, attacked) = (sorted(calm), sorted(attacked));
    let row = |name: &str, times: &Times| {
        let a_second = times.done.len() as u64 / seconds.max(1);
        vec![
            name.to_owned(),
            a_second.to_string(),
            times.percentile(50),
            times.percentile(99),
            times.refused.to_string(),
        ]
    };
    let heads = ["pages", "a second", "p50 ms", "p99 ms", "refused"];
    let title = format!("{SHOPPERS} shoppers, {seconds} s each, alone and beside {ATTEMPTS} who try to sign in");
    table::print(&title, &heads, &[row("calm", &calm), row("beside sign-ins", &attacked)]);
    let a_second = |count: &AtomicUsize| count.load(Ordering::SeqCst) as f64 / seconds.max(1) as f64;
    println!(
        "\nSign-ins a second: {:.1} evaluated, {:.1} put off",
        a_second(&attack.evaluated),
        a_second(&attack.refused)
    );
    println!(
        "The server's memory: {calm_mb} MB before, {} MB at most, {} MB after",
        attack.most_mb.load(Ordering::SeqCst),
        process::memory_mb(server.id())
    );
    let ratio = at_99(&attacked) / at_99(&calm).max(f64::EPSILON);
    println!("The slowest of a hundred pages took {ratio:.2} times as long.");
    if ratio > MOST {
        bail!("pages have to wait for those who sign in");
    }
    Ok(())
}

/// Tries again and again, each time as somebody else from somewhere else, so that no limit is in the way.
async fn attempt(attack: Arc<Attack>, url: String) {
    while !attack.is_over.load(Ordering::SeqCst) {
        let Ok(somebody) = Shopper::new(next()) else { return };
        let email = format!("nobody-{}@bench.test", next());
        let outcome = somebody.status_of(&url, &[("email", &email), ("password", "a guess"), ("next", "")]).await;
        match outcome {
            Ok(422) => attack.evaluated.fetch_add(1, Ordering::SeqCst),
            _ => attack.refused.fetch_add(1, Ordering::SeqCst),
        };
    }
}

/// Notes the most memory the server needs.
async fn watch(attack: Arc<Attack>, server: u32) {
    while !attack.is_over.load(Ordering::SeqCst) {
        attack.most_mb.fetch_max(process::memory_mb(server), Ordering::SeqCst);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

fn sorted(mut times: Times) -> Times {
    times.done.sort_unstable();
    times
}

fn at_99(times: &Times) -> f64 {
    let index = (times.done.len() * 99 / 100).min(times.done.len().saturating_sub(1));
    times.done.get(index).map_or(0.0, Duration::as_secs_f64)
}
