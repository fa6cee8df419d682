//! Takes a message of the card provider's.

use orion_contracts::PaymentId;
use orion_kernel::AppError;
use orion_runtime::{Ctx, Result, failpoint};

use super::{
    card_protocol::Event,
    provider::{provider, webhook_secret},
    settings::PaymentsSettings,
    settle_payment::settle_payment,
    signature::is_genuine,
};
use crate::model::CARD;

/// Where the card provider tells us what happened, below the storefront's base.
pub const WEBHOOK: &str = "/webhooks/payments/card";

/// Takes a message: genuine ones take effect once, in whatever order they come, because what they are about is asked for anew.
///
/// # Errors
///
/// `NotFound` where no provider is set up, `Forbidden` for a message that is not genuine or too old, `Unavailable` when the
/// provider cannot be asked; it sends the message again then.
pub async fn receive_webhook(ctx: &Ctx, signature: &str, body: &[u8]) -> Result<()> {
    let settings = ctx.settings::<PaymentsSettings>().await?;
    let secret = webhook_secret(ctx, &settings).ok_or_else(AppError::not_found)?;
    if !is_genuine(&secret, signature, body, ctx.now()) {
        tracing::warn!("a message that is not the card provider's was refused");
        return Err(AppError::forbidden().into());
    }
    let event: Event = serde_json::from_slice(body).map_err(|_| AppError::invalid("malformed_request"))?;
    let id: PaymentId = event.session.reference.parse().map_err(|_| AppError::invalid("malformed_request"))?;
    let session = provider(CARD)?.look_up(ctx, &settings, &event.session.id).await.map_err(AppError::from)?;
    let mut tx = ctx.begin().await?;
    // The same message at the same moment waits here until this transaction has ended, and then has nothing to do.
    let noted = sqlx::query(
        "insert into payments.provider_events (store_id, provider, event_id, kind, payment_id, received_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
    )
    .bind(ctx.store_id()?.0)
    .bind(CARD)
    .bind(&event.id)
    .bind(&event.kind)
    .bind(id.0)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    if noted.rows_affected() == 0 {
        return Ok(());
    }
    settle_payment(&mut tx, id, &session).await?;
    failpoint("payments.before_webhook_commit").await?;
    tx.commit().await
}
