//! Lets a payment end, once, however many say so: the return page, messages, the schedule.

use orion_contracts::{
    PaymentId,
    payments::{PaymentOutcomes, PaymentStatus, Settlement},
};
use orion_kernel::AppError;
use orion_runtime::{Ctx, Result, Tx, failpoint};

use super::{
    ledger::book_receipt,
    provider::{ProviderSession, SessionState},
    refund_payment::send_back,
    stored::{self, Stored, status_code},
};

/// The code of a payment for which there was nothing left to deliver.
const REFUSED: &str = "nothing_to_deliver";

/// Takes note of what the provider says of a payment; says how it stands now.
///
/// # Errors
///
/// `Conflict` when the provider speaks of another payment or amount.
pub async fn settle(ctx: &Ctx, id: PaymentId, session: &ProviderSession) -> Result<PaymentStatus> {
    let mut tx = ctx.begin().await?;
    let status = settle_payment(&mut tx, id, session).await?;
    failpoint("payments.before_commit").await?;
    tx.commit().await?;
    Ok(status)
}

/// As [`settle`], in a transaction that does more.
pub async fn settle_payment(tx: &mut Tx, id: PaymentId, session: &ProviderSession) -> Result<PaymentStatus> {
    let payment = stored::lock(tx, id).await?;
    check_identity(&payment, session)?;
    match (payment.status, &session.state) {
        (PaymentStatus::Pending, SessionState::Failed(failure)) => fail(tx, &payment, Some(session), failure).await,
        // A payment that was given up can still be paid: the money was on its way.
        (PaymentStatus::Pending | PaymentStatus::Failed, SessionState::Paid) => succeed(tx, &payment, session).await,
        (status, _) => Ok(status),
    }
}

/// Ends a payment for which no page could be opened.
///
/// # Errors
///
/// `NotFound`.
pub async fn give_up(ctx: &Ctx, id: PaymentId, failure: &str) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let payment = stored::lock(&mut tx, id).await?;
    if payment.status == PaymentStatus::Pending {
        fail(&mut tx, &payment, None, failure).await?;
    }
    tx.commit().await
}

/// The provider's word counts for the payment it was given for, and for nothing else.
fn check_identity(payment: &Stored, session: &ProviderSession) -> Result<(), AppError> {
    let is_same_session = payment.provider_reference.as_ref().is_none_or(|reference| *reference == session.reference);
    if session.payment == payment.id && is_same_session && session.amount == payment.amount {
        return Ok(());
    }
    tracing::error!(
        payment = %payment.id,
        reference = session.reference,
        amount_minor = session.amount.minor,
        "the provider speaks of another payment"
    );
    Err(AppError::conflict("payment_mismatch"))
}

async fn succeed(tx: &mut Tx, payment: &Stored, session: &ProviderSession) -> Result<PaymentStatus> {
    let outcomes = tx.ctx().port::<dyn PaymentOutcomes>();
    let settlement = outcomes.succeeded(tx, payment.id, payment.checkout_id).await?;
    failpoint("payments.after_outcome").await?;
    let (status, failure) = match settlement {
        Settlement::Accepted => (PaymentStatus::Succeeded, None),
        Settlement::Refused => (PaymentStatus::Refunded, Some(REFUSED)),
    };
    write(tx, payment, Some(session), status, failure).await?;
    book_receipt(tx, payment.id, &payment.method, payment.amount).await?;
    if settlement == Settlement::Refused {
        tracing::warn!(payment = %payment.id, "money came with nothing to deliver for it; it goes back");
        send_back(tx, payment, payment.amount, REFUSED).await?;
    }
    Ok(status)
}

async fn fail(
    tx: &mut Tx,
    payment: &Stored,
    session: Option<&ProviderSession>,
    failure: &str,
) -> Result<PaymentStatus> {
    let outcomes = tx.ctx().port::<dyn PaymentOutcomes>();
    outcomes.failed(tx, payment.id, payment.checkout_id).await?;
    write(tx, payment, session, PaymentStatus::Failed, Some(failure)).await?;
    Ok(PaymentStatus::Failed)
}

async fn write(
    tx: &mut Tx,
    payment: &Stored,
    session: Option<&ProviderSession>,
    status: PaymentStatus,
    failure: Option<&str>,
) -> Result<()> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    sqlx::query(
        "update payments.payments
         set status = $3, failure = $4, provider_reference = coalesce($5, provider_reference),
             provider_url = coalesce(provider_url, $6), updated_at = $7
         where store_id = $1 and id = $2",
    )
    .bind(store.0)
    .bind(payment.id.0)
    .bind(status_code(status))
    .bind(failure)
    .bind(session.map(|session| &session.reference))
    .bind(session.map(|session| &session.url))
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}
