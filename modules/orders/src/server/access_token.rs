//! The token in the link to an order's page: derived from the order and the installation's key, and kept nowhere.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use orion_contracts::OrderId;
use orion_kernel::{AppError, StoreId};
use orion_runtime::config::SecretKey;
use sha2::Sha256;

/// The token of an order.
pub fn access_token(key: &SecretKey, store: StoreId, order: OrderId) -> Result<String, AppError> {
    Ok(URL_SAFE_NO_PAD.encode(signature(key, store, order)?.finalize().into_bytes()))
}

/// Whether a token opens an order; takes the same time whatever is wrong with it.
pub fn opens(key: &SecretKey, store: StoreId, order: OrderId, token: &str) -> Result<bool, AppError> {
    let Ok(bytes) = URL_SAFE_NO_PAD.decode(token) else { return Ok(false) };
    Ok(signature(key, store, order)?.verify_slice(&bytes).is_ok())
}

fn signature(key: &SecretKey, store: StoreId, order: OrderId) -> Result<Hmac<Sha256>, AppError> {
    // The key is at least 32 bytes and any length is allowed.
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key.bytes()).map_err(|_| AppError::internal())?;
    mac.update(b"orders.access_token:");
    mac.update(store.0.as_bytes());
    mac.update(order.0.as_bytes());
    Ok(mac)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn opens_its_order_and_no_other() {
        let key = SecretKey::from_bytes(vec![7; 32]);
        let other_key = SecretKey::from_bytes(vec![8; 32]);
        let (store, order) = (StoreId(Uuid::from_u128(1)), OrderId(Uuid::from_u128(2)));
        let token = access_token(&key, store, order).expect("a token");
        assert_eq!(token.len(), 43);
        assert_eq!(opens(&key, store, order, &token), Ok(true));
        assert_eq!(opens(&key, store, OrderId(Uuid::from_u128(3)), &token), Ok(false));
        assert_eq!(opens(&key, StoreId(Uuid::from_u128(3)), order, &token), Ok(false));
        assert_eq!(opens(&other_key, store, order, &token), Ok(false));
        for wrong in ["", "x", "§", &token[1..]] {
            assert_eq!(opens(&key, store, order, wrong), Ok(false), "{wrong}");
        }
    }
}
