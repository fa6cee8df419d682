//! Stock as other modules use it.

use std::collections::HashMap;

use async_trait::async_trait;
use orion_contracts::{
    VariantId,
    stock::{Availability, Stock, StockLine},
};
use orion_kernel::{AppError, Work};
use orion_runtime::Tx;
use time::OffsetDateTime;
use uuid::Uuid;

/// The port's implementation.
pub struct StockPort;

#[async_trait]
impl Stock for StockPort {
    async fn availability(
        &self,
        work: &mut dyn Work,
        ids: &[VariantId],
    ) -> Result<HashMap<VariantId, Availability>, AppError> {
        Ok(super::availability(Tx::of(work), ids, None).await?)
    }

    async fn availability_for(
        &self,
        work: &mut dyn Work,
        owner: Uuid,
        ids: &[VariantId],
    ) -> Result<HashMap<VariantId, Availability>, AppError> {
        Ok(super::availability(Tx::of(work), ids, Some(owner)).await?)
    }

    async fn reserve(
        &self,
        work: &mut dyn Work,
        owner: Uuid,
        lines: &[StockLine],
        expires_at: OffsetDateTime,
    ) -> Result<(), AppError> {
        Ok(super::reserve_stock(Tx::of(work), owner, lines, expires_at).await?)
    }

    async fn release(&self, work: &mut dyn Work, owner: Uuid) -> Result<(), AppError> {
        Ok(super::release_stock(Tx::of(work), owner).await?)
    }

    async fn claim(
        &self,
        work: &mut dyn Work,
        owner: Uuid,
        lines: &[StockLine],
        reference: &str,
    ) -> Result<(), AppError> {
        Ok(super::claim_stock(Tx::of(work), owner, lines, reference).await?)
    }

    async fn restock(&self, work: &mut dyn Work, lines: &[StockLine], reference: &str) -> Result<(), AppError> {
        Ok(super::restock(Tx::of(work), lines, reference).await?)
    }

    async fn set_on_hand(
        &self,
        work: &mut dyn Work,
        counts: &[(VariantId, Option<i64>)],
        reason: &str,
    ) -> Result<(), AppError> {
        Ok(super::set_on_hand(Tx::of(work), counts, reason).await?)
    }
}
