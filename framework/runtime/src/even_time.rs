//! Answers that take the same time whatever was found, so that nobody learns from the time who has an account.

use std::time::Duration;

use tokio::time::{Instant, sleep_until};

/// Longer than comparing a password takes, and short enough for whoever mistyped theirs.
const WHOLE: Duration = Duration::from_millis(300);

/// How long an answer takes in all, from when this was made.
#[derive(Clone, Copy, Debug)]
pub struct EvenTime {
    until: Instant,
}

impl EvenTime {
    /// From now on.
    #[must_use]
    pub fn begin() -> Self {
        Self { until: Instant::now() + WHOLE }
    }

    /// Waits for the rest. Not at all when the work took longer: then the server is busy, and what is being waited for says more
    /// about that.
    pub async fn pass(self) {
        sleep_until(self.until).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn quick_work_takes_the_whole_time() {
        let (before, even) = (Instant::now(), EvenTime::begin());
        even.pass().await;
        assert!(before.elapsed() >= WHOLE);
    }
}
