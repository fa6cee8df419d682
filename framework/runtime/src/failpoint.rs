//! Places where a test lets the program fail: between two steps that must not be torn apart.
//!
//! `ORION_FAILPOINT=checkout.after_reserve:abort` ends the process there; `:error` makes the step fail, `:panic` makes it
//! panic, `:delay_250` waits that many milliseconds. Several stand side by side, separated by commas. A release build has none of it.

use std::{
    collections::HashMap,
    sync::{LazyLock, Mutex, PoisonError},
    time::Duration,
};

use orion_kernel::AppError;

/// What happens at a failpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The process ends at once, as if the power had gone.
    Abort,
    /// The step fails.
    Error,
    /// The step panics.
    Panic,
    /// The step takes longer.
    Delay(Duration),
}

static ARMED: LazyLock<Mutex<HashMap<String, Failure>>> = LazyLock::new(|| {
    let variable = std::env::var("ORION_FAILPOINT").unwrap_or_default();
    Mutex::new(variable.split(',').filter_map(parse).collect())
});

/// Does here what a test asked for; nothing otherwise.
///
/// # Errors
///
/// `Internal`, when a test asked for it.
///
/// # Panics
///
/// When a test asked for it.
pub async fn failpoint(name: &str) -> Result<(), AppError> {
    if !cfg!(debug_assertions) {
        return Ok(());
    }
    let failure = ARMED.lock().unwrap_or_else(PoisonError::into_inner).get(name).copied();
    match failure {
        None => Ok(()),
        Some(Failure::Abort) => {
            tracing::warn!(name, "failpoint: the process ends");
            std::process::abort()
        }
        Some(Failure::Error) => {
            tracing::warn!(name, "failpoint: the step fails");
            Err(AppError::internal())
        }
        Some(Failure::Panic) => panic!("failpoint {name}"),
        Some(Failure::Delay(delay)) => {
            tokio::time::sleep(delay).await;
            Ok(())
        }
    }
}

/// From now on this happens at the failpoint; `None` disarms it. For tests in one process.
pub fn arm(name: &str, failure: Option<Failure>) {
    let mut armed = ARMED.lock().unwrap_or_else(PoisonError::into_inner);
    match failure {
        Some(failure) => armed.insert(name.to_owned(), failure),
        None => armed.remove(name),
    };
}

fn parse(text: &str) -> Option<(String, Failure)> {
    let (name, action) = text.trim().split_once(':')?;
    let failure = match action {
        "abort" => Failure::Abort,
        "error" => Failure::Error,
        "panic" => Failure::Panic,
        delay => Failure::Delay(Duration::from_millis(delay.strip_prefix("delay_")?.parse().ok()?)),
    };
    Some((name.to_owned(), failure))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_are_read() {
        assert_eq!(parse("a.b:abort"), Some(("a.b".to_owned(), Failure::Abort)));
        assert_eq!(parse(" a.b:error"), Some(("a.b".to_owned(), Failure::Error)));
        assert_eq!(parse("a.b:panic"), Some(("a.b".to_owned(), Failure::Panic)));
        assert_eq!(parse("a.b:delay_250"), Some(("a.b".to_owned(), Failure::Delay(Duration::from_millis(250)))));
        for wrong in ["", "a.b", "a.b:", "a.b:delay_x", "a.b:explode"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[tokio::test]
    async fn an_armed_point_fails_until_it_is_disarmed() {
        assert_eq!(failpoint("test.point").await, Ok(()));
        arm("test.point", Some(Failure::Error));
        assert_eq!(failpoint("test.point").await, Err(AppError::internal()));
        arm("test.point", None);
        assert_eq!(failpoint("test.point").await, Ok(()));
    }
}
