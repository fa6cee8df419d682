//! What a merchant's tier includes.

use std::collections::BTreeMap;

use async_trait::async_trait;
use orion_kernel::{AppError, Work, boot::FeatureState};

/// Asks what the transaction's merchant may use.
#[async_trait]
pub trait Features: Send + Sync {
    /// The state of every feature that some tier decides on, by its code, with names in the context's language. A feature
    /// that is missing from the answer is decided on by no tier: everybody may use it.
    async fn states(&self, work: &mut dyn Work) -> Result<BTreeMap<String, FeatureState>, AppError>;
}

/// No tiers: everything is available.
pub struct NullFeatures;

#[async_trait]
impl Features for NullFeatures {
    async fn states(&self, _: &mut dyn Work) -> Result<BTreeMap<String, FeatureState>, AppError> {
        Ok(BTreeMap::new())
    }
}
