//! Proves that a message comes from the provider, and that it is new.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use time::{Duration, OffsetDateTime};

/// How old a message may be, and how far clocks may be apart.
const TOLERANCE: Duration = Duration::seconds(300);

/// The header for a message sent now: `t=<seconds>,v1=<HMAC-SHA256 of "seconds.body" in hex>`.
#[must_use]
pub fn sign(secret: &str, body: &[u8], now: OffsetDateTime) -> String {
    let seconds = now.unix_timestamp();
    let signature = mac(secret, seconds, body).map(|mac| hex::encode(mac.finalize().into_bytes())).unwrap_or_default();
    format!("t={seconds},v1={signature}")
}

/// Whether a header was made by somebody who knows the secret, for this body, at about this time. Several signatures may
/// stand side by side while a secret is changed; each is compared in the same time whatever is wrong with it.
#[must_use]
pub fn is_genuine(secret: &str, header: &str, body: &[u8], now: OffsetDateTime) -> bool {
    let parts = || header.split(',').filter_map(|part| part.trim().split_once('='));
    let Some(seconds) = parts().find(|(name, _)| *name == "t").and_then(|(_, value)| value.parse::<i64>().ok()) else {
        return false;
    };
    let Ok(signed_at) = OffsetDateTime::from_unix_timestamp(seconds) else { return false };
    let is_new = (now - signed_at).abs() <= TOLERANCE;
    let is_signed = parts()
        .filter(|(name, _)| *name == "v1")
        .filter_map(|(_, signature)| hex::decode(signature).ok())
        .any(|signature| mac(secret, seconds, body).is_some_and(|mac| mac.verify_slice(&signature).is_ok()));
    is_new && is_signed
}

fn mac(secret: &str, seconds: i64, body: &[u8]) -> Option<Hmac<Sha256>> {
    if secret.is_empty() {
        return None;
    }
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(secret.as_bytes()).ok()?;
    mac.update(seconds.to_string().as_bytes());
    mac.update(b".");
    mac.update(body);
    Some(mac)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = br#"{"id":"evt_1"}"#;

    fn at(seconds: i64) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp(seconds).expect("a moment")
    }

    #[test]
    fn genuine_means_secret_body_and_time() {
        let header = sign("secret", BODY, at(1_800_000_000));
        assert!(is_genuine("secret", &header, BODY, at(1_800_000_000)));
        assert!(is_genuine("secret", &header, BODY, at(1_800_000_300)));
        assert!(is_genuine("secret", &header, BODY, at(1_799_999_700)));
        assert!(!is_genuine("secret", &header, BODY, at(1_800_000_301)), "replayed later");
        assert!(!is_genuine("secret", &header, BODY, at(1_799_999_699)), "from the future");
        assert!(!is_genuine("other", &header, BODY, at(1_800_000_000)));
        assert!(!is_genuine("secret", &header, b"{}", at(1_800_000_000)));
        let moved = header.replace("t=1800000000", "t=1800000001");
        assert!(!is_genuine("secret", &moved, BODY, at(1_800_000_000)), "the time is signed too");
    }

    #[test]
    fn a_secret_can_be_changed_while_messages_are_under_way() {
        let now = at(1_800_000_000);
        let old = sign("old", BODY, now);
        let (_, new) =
            sign("new", BODY, now).split_once(',').map(|(t, v)| (t.to_owned(), v.to_owned())).expect("two parts");
        assert!(is_genuine("new", &format!("{old},{new}"), BODY, now));
    }

    #[test]
    fn nonsense_is_refused() {
        let now = at(1_800_000_000);
        for header in ["", "t=", "v1=00", "t=x,v1=00", "t=1800000000", "t=1800000000,v1=", "t=1800000000,v1=zz"] {
            assert!(!is_genuine("secret", header, BODY, now), "{header}");
        }
        assert!(!is_genuine("", &sign("", BODY, now), BODY, now), "no secret, no trust");
    }
}
