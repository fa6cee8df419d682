//! The token in the link to an order's page: derived from the order and the installation's key, and kept nowhere.

use orion_contracts::OrderId;
use orion_kernel::StoreId;
use orion_runtime::config::{SecretKey, Signature};

/// The token of an order.
pub fn access_token(key: &SecretKey, store: StoreId, order: OrderId) -> String {
    signature(key, store, order).text()
}

/// Whether a token opens an order; takes the same time whatever is wrong with it.
pub fn opens(key: &SecretKey, store: StoreId, order: OrderId, token: &str) -> bool {
    signature(key, store, order).is_text(token)
}

fn signature(key: &SecretKey, store: StoreId, order: OrderId) -> Signature {
    key.sign("orders.access_token:").over(store.0.as_bytes()).over(order.0.as_bytes())
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
        let token = access_token(&key, store, order);
        assert_eq!(token.len(), 43);
        assert!(opens(&key, store, order, &token));
        assert!(!opens(&key, store, OrderId(Uuid::from_u128(3)), &token));
        assert!(!opens(&key, StoreId(Uuid::from_u128(3)), order, &token));
        assert!(!opens(&other_key, store, order, &token));
        for wrong in ["", "x", "§", &token[1..]] {
            assert!(!opens(&key, store, order, wrong), "{wrong}");
        }
    }
}
