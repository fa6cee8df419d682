//! Carts as other modules use them.

use async_trait::async_trait;
use orion_contracts::{
    CartId,
    carts::{CartLineView, CartView, Carts},
};
use orion_kernel::{AppError, CustomerId, Work};
use orion_runtime::{Result, Tx};

use super::token::Bearer;

/// The port's implementation.
pub struct CartsPort;

#[async_trait]
impl Carts for CartsPort {
    async fn open_cart(&self, work: &mut dyn Work, token: &str) -> Result<Option<CartView>, AppError> {
        let tx = Tx::of(work);
        let bearer = Bearer::of(tx.ctx(), Some(token));
        let found = super::open_cart(tx, &bearer).await?;
        Ok(found.map(|(id, lines)| CartView {
            id,
            lines: lines
                .into_iter()
                .map(|line| CartLineView { variant_id: line.variant_id, quantity: line.quantity })
                .collect(),
        }))
    }

    async fn close(&self, work: &mut dyn Work, id: CartId) -> Result<(), AppError> {
        Ok(super::close_cart(Tx::of(work), id).await?)
    }

    async fn hand_over(
        &self,
        work: &mut dyn Work,
        token: Option<&str>,
        customer: CustomerId,
    ) -> Result<Option<String>, AppError> {
        Ok(super::hand_over(Tx::of(work), token, customer).await?)
    }
}
