//! The cookie that says which checkout is this browser's: its id, signed with the installation's key, kept nowhere.

use orion_contracts::{CheckoutId, carts::CHECKOUT_COOKIE};
use orion_kernel::{AppError, StoreId};
use orion_runtime::{
    Ctx,
    config::{SecretKey, Signature},
};
use time::Duration;

/// As long as the cart's.
const AGE: Duration = Duration::days(30);

/// The checkout of this browser.
///
/// # Errors
///
/// Outside of a store.
pub fn of_browser(ctx: &Ctx) -> Result<Option<CheckoutId>, AppError> {
    let store = ctx.store_id()?;
    Ok(ctx.cookie(CHECKOUT_COOKIE).and_then(|value| read(&ctx.app().config().secret_key, store, &value)))
}

/// From now on this checkout is this browser's.
///
/// # Errors
///
/// Outside of a store.
pub fn remember(ctx: &Ctx, checkout: CheckoutId) -> Result<(), AppError> {
    let value = write(&ctx.app().config().secret_key, ctx.store_id()?, checkout);
    orion_runtime::set_cookie(ctx, CHECKOUT_COOKIE, &value, Some(AGE));
    Ok(())
}

fn write(key: &SecretKey, store: StoreId, checkout: CheckoutId) -> String {
    format!("{checkout}.{}", signature(key, store, checkout).text())
}

fn read(key: &SecretKey, store: StoreId, value: &str) -> Option<CheckoutId> {
    let (id, given) = value.split_once('.')?;
    let checkout: CheckoutId = id.parse().ok()?;
    signature(key, store, checkout).is_text(given).then_some(checkout)
}

fn signature(key: &SecretKey, store: StoreId, checkout: CheckoutId) -> Signature {
    key.sign("checkout.cookie:").over(store.0.as_bytes()).over(checkout.0.as_bytes())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn only_what_was_signed_here_is_believed() {
        let key = SecretKey::from_bytes(vec![7; 32]);
        let (store, checkout) = (StoreId(Uuid::from_u128(1)), CheckoutId(Uuid::from_u128(2)));
        let value = write(&key, store, checkout);
        assert_eq!(read(&key, store, &value), Some(checkout));
        assert_eq!(read(&key, StoreId(Uuid::from_u128(3)), &value), None, "another store's");
        assert_eq!(read(&SecretKey::from_bytes(vec![8; 32]), store, &value), None, "another installation's");
        let forged = value.replace(&checkout.to_string(), &CheckoutId(Uuid::from_u128(9)).to_string());
        assert_eq!(read(&key, store, &forged), None);
        for nonsense in ["", ".", "x.y", &checkout.to_string()] {
            assert_eq!(read(&key, store, nonsense), None, "{nonsense}");
        }
    }
}
