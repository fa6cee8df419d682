//! Limits how often one address may ask, by tenant and by what it asks for.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    num::NonZeroU32,
    sync::atomic::{AtomicBool, AtomicU32, Ordering},
    time::Duration,
};

use governor::{
    Quota, RateLimiter as Governor,
    clock::{Clock, DefaultClock},
    middleware::NoOpMiddleware,
    state::keyed::DashMapStateStore,
};
use uuid::Uuid;

/// After how many checks the addresses that have been quiet are forgotten.
const SWEEP_EVERY: u32 = 4096;

/// Beyond this many addresses in one class, whole networks are counted instead of addresses, which bounds the memory.
const MAX_ADDRESSES: usize = 50_000;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateClass {
    /// Pages and reads: 40 a second, 400 at once.
    Read,
    /// Changes: 5 a second, 100 at once.
    Write,
    /// Signing in, signing up, resetting a password: 10 a minute, 10 at once.
    SignIn,
    /// Imports and exports: 10 an hour, 5 at once.
    Import,
}

impl RateClass {
    const ALL: [Self; 4] = [Self::Read, Self::Write, Self::SignIn, Self::Import];

    fn quota(self) -> Quota {
        let (every, burst) = match self {
            Self::Read => (Duration::from_millis(25), 400),
            Self::Write => (Duration::from_millis(200), 100),
            Self::SignIn => (Duration::from_secs(6), 10),
            Self::Import => (Duration::from_secs(360), 5),
        };
        let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
        Quota::with_period(every).unwrap_or(Quota::per_second(burst)).allow_burst(burst)
    }
}

/// Counts what each address asks for. Each process counts for itself.
pub struct RateLimiter<C: Clock = DefaultClock> {
    classes: [Class<C>; 4],
    clock: C,
}

struct Class<C: Clock> {
    governor: Governor<Key, DashMapStateStore<Key>, C, NoOpMiddleware<C::Instant>>,
    checks: AtomicU32,
    crowded: AtomicBool,
}

type Key = (Uuid, IpAddr);

impl RateLimiter {
    /// A limiter that has seen nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::with_clock(DefaultClock::default())
    }
}

impl Default for RateLimiter {
    fn default() -> Self {
        Self::new()
    }
}

impl<C: Clock + Clone> RateLimiter<C> {
    fn with_clock(clock: C) -> Self {
        let classes = RateClass::ALL.map(|class| Class {
            governor: Governor::new(class.quota(), DashMapStateStore::default(), clock.clone()),
            checks: AtomicU32::new(0),
            crowded: AtomicBool::new(false),
        });
        Self { classes, clock }
    }

    /// Counts one request. `tenant` is the store's, or else the platform's id.
    ///
    /// # Errors
    ///
    /// Too often; holds the seconds after which it is worth trying again, for `Retry-After`.
    pub fn check(&self, class: RateClass, tenant: Uuid, address: IpAddr) -> Result<(), u64> {
        let class = &self.classes[class as usize];
        if class.checks.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1 {
            class.sweep();
        }
        let address = if class.crowded.load(Ordering::Relaxed) { network(address) } else { one_user(address) };
        class.governor.check_key(&(tenant, address)).map_err(|refused| {
            let wait = refused.wait_time_from(self.clock.now());
            wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
        })
    }
}

impl<C: Clock> Class<C> {
    fn sweep(&self) {
        self.governor.retain_recent();
        self.governor.shrink_to_fit();
        self.crowded.store(self.governor.len() > MAX_ADDRESSES, Ordering::Relaxed);
    }
}

/// Who has IPv6 has at least a /64 of it.
fn one_user(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => address.into(),
        IpAddr::V6(address) => prefix_v6(address, 64),
    }
}

fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => Ipv4Addr::from_bits(address.to_bits() & (u32::MAX << 16)).into(),
        IpAddr::V6(address) => prefix_v6(address, 32),
    }
}

fn prefix_v6(address: Ipv6Addr, bits: u32) -> IpAddr {
    Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << (128 - bits))).into()
}

#[cfg(test)]
mod tests {
    use governor::clock::FakeRelativeClock;

    use super::*;

    const STORE: Uuid = Uuid::from_u128(1);

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn ten_sign_ins_then_one_every_six_seconds() {
        let clock = FakeRelativeClock::default();
        let limiter = RateLimiter::with_clock(clock.clone());
        let check = |address| limiter.check(RateClass::SignIn, STORE, ip(address));
        for _ in 0..10 {
            assert_eq!(check("192.0.2.1"), Ok(()));
        }
        assert_eq!(check("192.0.2.1"), Err(6));
        assert_eq!(check("::ffff:192.0.2.1"), Err(6), "the same address in another notation");
        assert_eq!(check("192.0.2.2"), Ok(()));
        assert_eq!(limiter.check(RateClass::SignIn, Uuid::from_u128(2), ip("192.0.2.1")), Ok(()));
        assert_eq!(limiter.check(RateClass::Write, STORE, ip("192.0.2.1")), Ok(()));
        clock.advance(Duration::from_millis(5_500));
        assert_eq!(check("192.0.2.1"), Err(1));
        clock.advance(Duration::from_millis(500));
        assert_eq!(check("192.0.2.1"), Ok(()));
        assert_eq!(check("192.0.2.1"), Err(6));
    }

    #[test]
    fn an_ipv6_network_is_one_user() {
        let limiter = RateLimiter::with_clock(FakeRelativeClock::default());
        for number in 0..5 {
            assert_eq!(limiter.check(RateClass::Import, STORE, ip(&format!("2001:db8::{number}"))), Ok(()));
        }
        assert_eq!(limiter.check(RateClass::Import, STORE, ip("2001:db8::ffff")), Err(360));
        assert_eq!(limiter.check(RateClass::Import, STORE, ip("2001:db8:0:1::1")), Ok(()));
    }

    #[test]
    fn memory_is_bounded_while_addresses_come_and_when_they_are_gone() {
        let clock = FakeRelativeClock::default();
        let limiter = RateLimiter::with_clock(clock.clone());
        let ask = |number: u32| limiter.check(RateClass::SignIn, STORE, Ipv4Addr::from_bits(number).into()).is_ok();
        for number in 0..200_000 {
            ask(number);
        }
        let addresses = || limiter.classes[RateClass::SignIn as usize].governor.len();
        assert!(addresses() < MAX_ADDRESSES + 2 * SWEEP_EVERY as usize, "{}", addresses());
        clock.advance(Duration::from_secs(60));
        for number in 0..SWEEP_EVERY {
            ask(number);
        }
        assert!(addresses() <= SWEEP_EVERY as usize, "{}", addresses());
    }
}
