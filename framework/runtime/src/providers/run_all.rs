//! Asks providers side by side.

use std::time::Duration;

use futures::future::BoxFuture;
use orion_kernel::AppError;
use tokio::task::{JoinError, JoinSet};
use tracing::Instrument;

use crate::failpoint;

/// One provider's question.
pub struct Ask<T> {
    /// Who is asked.
    pub module: &'static str,
    /// For what.
    pub key: &'static str,
    /// How long it may take.
    pub budget: Duration,
    /// The answer.
    pub answer: BoxFuture<'static, Result<T, AppError>>,
}

/// The answers in the order of the questions. A provider that fails, panics or is late is logged and left out.
pub async fn run_all<T: Send + 'static>(asks: impl IntoIterator<Item = Ask<T>>) -> Vec<(&'static str, T)> {
    let mut running = JoinSet::new();
    let mut asked = Vec::new();
    for (place, Ask { module, key, budget, answer }) in asks.into_iter().enumerate() {
        let answer = async move {
            failpoint(&format!("provider.{module}.{key}")).await?;
            answer.await
        };
        let task = async move { (place, tokio::time::timeout(budget, answer).await) };
        let id = running.spawn(task.in_current_span()).id();
        asked.push((id, module, key, budget));
    }
    let mut answers: Vec<Option<T>> = asked.iter().map(|_| None).collect();
    while let Some(ended) = running.join_next().await {
        match ended {
            Ok((place, Ok(Ok(answer)))) => answers[place] = Some(answer),
            Ok((place, Ok(Err(error)))) => {
                let (_, module, key, _) = asked[place];
                tracing::warn!(module, key, %error, "provider left out: it failed");
            }
            Ok((place, Err(_))) => {
                let (_, module, key, budget) = asked[place];
                tracing::warn!(module, key, budget_ms = budget.as_millis(), "provider left out: it was late");
            }
            Err(error) => {
                let name = asked.iter().find(|(id, ..)| *id == error.id());
                let (module, key) = name.map_or(("", ""), |(_, module, key, _)| (module, key));
                tracing::error!(module, key, error = panic_message(error), "provider left out: it panicked");
            }
        }
    }
    asked.into_iter().zip(answers).filter_map(|((_, _, key, _), answer)| Some((key, answer?))).collect()
}

fn panic_message(error: JoinError) -> String {
    match error.try_into_panic() {
        Ok(panic) => crate::jobs::panic_message(&*panic).to_owned(),
        Err(error) => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(key: &'static str, answer: impl Future<Output = Result<u8, AppError>> + Send + 'static) -> Ask<u8> {
        Ask { module: "test", key, budget: Duration::from_secs(1), answer: Box::pin(answer) }
    }

    #[tokio::test]
    async fn what_fails_panics_or_is_late_is_left_out() {
        let started = std::time::Instant::now();
        let answers = run_all([
            ask("slow", async {
                tokio::time::sleep(Duration::from_millis(700)).await;
                Ok(1)
            }),
            ask("fails", async { Err(AppError::internal()) }),
            ask("panics", async { panic!("boom") }),
            ask("late", async {
                tokio::time::sleep(Duration::from_secs(10)).await;
                Ok(2)
            }),
            ask("quick", async { Ok(3) }),
        ])
        .await;
        assert_eq!(answers, [("slow", 1), ("quick", 3)]);
        assert!(started.elapsed() < Duration::from_millis(1_500), "they run side by side");
    }
}
