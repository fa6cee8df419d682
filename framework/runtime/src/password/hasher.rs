//! Hashes and verifies off the async threads.

use std::{num::NonZeroUsize, sync::LazyLock, thread::available_parallelism};

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{self, PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use orion_kernel::AppError;
use tokio::{
    runtime::{Builder, Runtime},
    sync::Semaphore,
};

/// 19 MiB: OWASP's first choice together with two passes and one lane.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Each takes 19 MiB and a core, so that more at a time would only be slower. Half of the cores stay for everybody who is not
/// signing in.
static TURNS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(at_a_time()));

/// Threads of their own: the allocator keeps for every thread what was freed on it, and the many that tokio has for blocking
/// work would keep 19 MiB each.
static THREADS: LazyLock<Option<Runtime>> = LazyLock::new(|| {
    Builder::new_current_thread().max_blocking_threads(at_a_time()).thread_name("passwords").build().ok()
});

fn at_a_time() -> usize {
    (available_parallelism().map_or(2, NonZeroUsize::get) / 2).max(1)
}

/// So many may wait for their turn, a few seconds of work. Whoever comes then is asked to come again.
static PLACES: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(MOST_WAITING));
const MOST_WAITING: usize = 64;
/// When to come again.
const AGAIN_AFTER_SECS: u64 = 3;

/// What a password is compared with when there is no account: the same parameters, and a hash no password has.
const DUMMY: &str = "$argon2id$v=19$m=19456,t=2,p=1$b3Jpb24gbm8gYWNjb3VudA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A password could not be hashed or compared; never that it was wrong.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// A stored hash is damaged, or randomness is missing.
    #[error("argon2: {0}")]
    Argon2(#[from] password_hash::Error),
    /// The parameters are out of argon2's range.
    #[error("argon2: {0}")]
    Parameters(#[from] argon2::Error),
    /// The process is stopping.
    #[error("hashing was interrupted")]
    Interrupted,
    /// Too many are waiting already.
    #[error("too many passwords are waiting to be hashed")]
    Busy,
}

impl From<PasswordError> for AppError {
    fn from(error: PasswordError) -> Self {
        if matches!(error, PasswordError::Busy) {
            tracing::warn!("more people sign in than passwords can be compared");
            return Self::rate_limited().with("retry_after_secs", AGAIN_AFTER_SECS);
        }
        tracing::error!(%error, "a password could not be hashed or compared");
        Self::internal()
    }
}

/// The PHC string to store for a new password.
///
/// # Errors
///
/// Hashing failed; see [`PasswordError`].
pub async fn hash(password: String) -> Result<String, PasswordError> {
    in_turn(move || hash_now(&password)).await
}

/// Whether the password is the one of a stored PHC string.
///
/// # Errors
///
/// Comparing failed; see [`PasswordError`].
pub async fn verify(password: String, phc: String) -> Result<bool, PasswordError> {
    in_turn(move || verify_now(&password, &phc)).await
}

/// Takes as long as [`verify`] and says no: for accounts that do not exist, so that nobody can tell by the time.
///
/// # Errors
///
/// Comparing failed; see [`PasswordError`].
pub async fn verify_dummy(password: String) -> Result<bool, PasswordError> {
    in_turn(move || verify_now(&password, DUMMY).map(|_| false)).await
}

async fn in_turn<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, PasswordError> + Send + 'static,
) -> Result<T, PasswordError> {
    let place = PLACES.try_acquire().map_err(|_| PasswordError::Busy)?;
    let turn = TURNS.acquire().await.map_err(|_| PasswordError::Interrupted)?;
    drop(place);
    // The turn moves along: a caller that gives up must not make room while its work still runs.
    let threads = THREADS.as_ref().ok_or(PasswordError::Interrupted)?;
    let done = threads.spawn_blocking(move || {
        let _turn = turn;
        work()
    });
    done.await.map_err(|_| PasswordError::Interrupted)?
}

fn argon2() -> Result<Argon2<'static>, PasswordError> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash_now(password: &str) -> Result<String, PasswordError> {
    let hash: PasswordHash = argon2()?.hash_password(password.as_bytes())?;
    Ok(hash.to_string())
}

fn verify_now(password: &str, phc: &str) -> Result<bool, PasswordError> {
    match argon2()?.verify_password(password.as_bytes(), phc) {
        Ok(()) => Ok(true),
        Err(password_hash::Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_so_many_wait() {
        let attempts = (0..MOST_WAITING * 2).map(|_| verify_dummy("correct horse".to_owned()));
        let outcomes = futures::future::join_all(attempts).await;
        let refused: Vec<_> = outcomes.into_iter().filter_map(Result::err).collect();
        assert!(!refused.is_empty());
        for error in refused {
            assert!(matches!(error, PasswordError::Busy), "{error}");
            assert_eq!(AppError::from(error).params, [("retry_after_secs".to_owned(), "3".to_owned())]);
        }
    }

    #[tokio::test]
    async fn a_hash_names_its_parameters_and_fits_its_password_only() {
        let phc = hash("correct horse".to_owned()).await.expect("hashes");
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
        assert_ne!(phc, hash("correct horse".to_owned()).await.expect("hashes"), "salted");
        assert!(verify("correct horse".to_owned(), phc.clone()).await.expect("compares"));
        assert!(!verify("correct horse ".to_owned(), phc).await.expect("compares"));
        assert!(!verify_dummy("correct horse".to_owned()).await.expect("compares"));
        assert!(verify("x".to_owned(), "damaged".to_owned()).await.is_err());
    }
}
