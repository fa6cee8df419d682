//! Many at once, for some time.

use std::{
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use tokio::task::JoinSet;

use crate::shopper::Shopper;

/// How many, for how long.
pub struct Load {
    /// At once.
    pub shoppers: usize,
    /// Each of them again and again.
    pub duration: Duration,
}

/// How long each took that was answered well.
#[derive(Default)]
pub struct Times {
    /// One entry each.
    pub done: Vec<Duration>,
    /// How many were not answered well.
    pub refused: usize,
}

impl Load {
    /// Lets every shopper do the work until the time is over; each turn has a number of its own.
    pub async fn run<F, W>(&self, work: Arc<F>) -> Result<Times>
    where
        F: Fn(Arc<Shopper>, usize) -> W + Send + Sync + 'static,
        W: Future<Output = Result<bool>> + Send,
    {
        // The first turn warms caches and is not counted; when it fails, there is nothing to measure.
        if !work(Arc::new(Shopper::new(next())?), next()).await? {
            bail!("the first one is refused");
        }
        let until = Instant::now() + self.duration;
        let mut shoppers = JoinSet::new();
        for _ in 0..self.shoppers {
            let (work, who) = (work.clone(), Arc::new(Shopper::new(next())?));
            shoppers.spawn(async move {
                let mut times = Times::default();
                while Instant::now() < until {
                    let started = Instant::now();
                    match work(who.clone(), next()).await {
                        Ok(true) => times.done.push(started.elapsed()),
                        Ok(false) | Err(_) => times.refused += 1,
                    }
                }
                times
            });
        }
        let mut all = Times::default();
        while let Some(times) = shoppers.join_next().await {
            let times = times?;
            all.done.extend(times.done);
            all.refused += times.refused;
        }
        Ok(all)
    }
}

impl Times {
    /// Of sorted times, in milliseconds.
    pub fn percentile(&self, percent: usize) -> String {
        let index = (self.done.len() * percent / 100).min(self.done.len().saturating_sub(1));
        self.done.get(index).map_or_else(|| "–".to_owned(), |time| format!("{:.1}", time.as_secs_f64() * 1000.0))
    }
}

/// Nobody comes from the same address twice.
pub fn next() -> usize {
    static LAST: AtomicUsize = AtomicUsize::new(100);
    LAST.fetch_add(1, Ordering::Relaxed)
}
