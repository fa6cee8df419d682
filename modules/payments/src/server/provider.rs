//! What the module needs of whoever moves the money.

mod card;
mod nothing;
mod transfer;

use async_trait::async_trait;
use orion_contracts::{
    PaymentId,
    payments::{PaymentMethod, PaymentStatus},
};
use orion_kernel::{AppError, ErrorKind, Locale, Money};
use orion_runtime::{Ctx, Result};

pub use card::webhook_secret;

use super::{settings::PaymentsSettings, stored::Stored};

/// What a provider can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    /// The shopper pays on a page of the provider's.
    pub hosted_page: bool,
    /// It sends money back when asked; otherwise somebody does it by hand.
    pub refunds: bool,
}

/// A payment as the provider sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderSession {
    /// What the provider calls it.
    pub reference: String,
    /// Which payment it is for.
    pub payment: PaymentId,
    /// How much is paid there.
    pub amount: Money,
    /// The provider's page.
    pub url: String,
    /// How it stands.
    pub state: SessionState,
}

/// How a payment stands at the provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// The shopper has yet to act.
    Open,
    /// The bank has yet to answer.
    Processing,
    /// The money is there.
    Paid,
    /// It ended without money; the code says why.
    Failed(String),
}

/// Money to be sent back.
#[derive(Clone, Debug)]
pub struct ProviderRefund {
    /// The key under which it is asked for.
    pub key: String,
    /// What the provider calls the payment.
    pub reference: String,
    /// How much.
    pub amount: Money,
}

/// Why a provider did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProviderError {
    /// No answer, or one that says to come back later. It may have done it all the same: ask again under the same key.
    #[error("the provider cannot be reached: {0}")]
    Unreachable(String),
    /// It understood and said no; asking again does not help.
    #[error("the provider refused: {0}")]
    Refused(String),
    /// It does not know us: the key is wrong or missing.
    #[error("the provider does not accept the store's key")]
    Unauthorised,
    /// It answered something else than was agreed.
    #[error("the provider's answer cannot be read: {0}")]
    Unreadable(String),
    /// It cannot do this at all.
    #[error("the provider cannot do this")]
    Unsupported,
}

impl ProviderError {
    /// Whether asking again, under the same key, may help.
    #[must_use]
    pub const fn is_transient(&self) -> bool {
        matches!(self, Self::Unreachable(_) | Self::Unauthorised | Self::Unreadable(_))
    }
}

impl From<ProviderError> for AppError {
    fn from(error: ProviderError) -> Self {
        tracing::warn!(%error, "a payment provider did not do what it was asked");
        let code = if error.is_transient() { "provider_unreachable" } else { "provider_refused" };
        Self::new(ErrorKind::Unavailable, code)
    }
}

/// Moves money.
#[async_trait]
pub trait PaymentProvider: Send + Sync {
    /// The code of its method.
    fn code(&self) -> &'static str;

    /// What it can do.
    fn capabilities(&self) -> Capabilities;

    /// How a payment stands when it begins.
    fn initial_status(&self) -> PaymentStatus;

    /// Whether the store offers it for this amount.
    fn is_offered(&self, ctx: &Ctx, settings: &PaymentsSettings, amount: Money) -> bool;

    /// What shoppers read.
    fn describe(&self, settings: &PaymentsSettings, locale: Locale) -> PaymentMethod;

    /// Opens the provider's page for a payment. The same payment gets the same page.
    async fn open(
        &self,
        _ctx: &Ctx,
        _settings: &PaymentsSettings,
        _payment: &Stored,
    ) -> Result<ProviderSession, ProviderError> {
        Err(ProviderError::Unsupported)
    }

    /// How a payment stands there.
    async fn look_up(
        &self,
        _ctx: &Ctx,
        _settings: &PaymentsSettings,
        _reference: &str,
    ) -> Result<ProviderSession, ProviderError> {
        Err(ProviderError::Unsupported)
    }

    /// Closes the provider's page, unless it is paid by now.
    async fn expire(
        &self,
        _ctx: &Ctx,
        _settings: &PaymentsSettings,
        _reference: &str,
    ) -> Result<ProviderSession, ProviderError> {
        Err(ProviderError::Unsupported)
    }

    /// Sends money back, once for each refund; returns what the provider calls it.
    async fn refund(
        &self,
        _ctx: &Ctx,
        _settings: &PaymentsSettings,
        _refund: &ProviderRefund,
    ) -> Result<String, ProviderError> {
        Err(ProviderError::Unsupported)
    }
}

/// In the order shoppers see them.
static PROVIDERS: [&dyn PaymentProvider; 3] = [&card::Card, &transfer::Transfer, &nothing::Nothing];

/// What the store offers for an amount.
pub fn offered<'a>(
    ctx: &'a Ctx,
    settings: &'a PaymentsSettings,
    amount: Money,
) -> impl Iterator<Item = &'static dyn PaymentProvider> + 'a {
    PROVIDERS.into_iter().filter(move |provider| provider.is_offered(ctx, settings, amount))
}

/// The provider of a method.
///
/// # Errors
///
/// `Conflict` for a method there is none for.
pub fn provider(method: &str) -> Result<&'static dyn PaymentProvider, AppError> {
    PROVIDERS
        .into_iter()
        .find(|provider| provider.code() == method)
        .ok_or_else(|| AppError::conflict("method_not_offered"))
}
