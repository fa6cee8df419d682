//! Takes the checkout's form: keeps it, or orders.

use orion_contracts::CartId;
use orion_kernel::{AppError, ErrorKind};
use orion_runtime::{Ctx, Error, Result, Tx, failpoint};

use super::{
    checkout_page::open_cart,
    complete_checkout::complete_checkout,
    state::State,
    stored::{self, Stored},
    token,
};
use crate::{
    forms::{Draft, Intent},
    paths::complete_path,
    views::Submitted,
};

/// The form.
pub struct Submission {
    /// What was entered.
    pub draft: Draft,
    /// The terms were accepted.
    pub terms: bool,
    /// The total that was shown, in minor units.
    pub expected_total_minor: i64,
    /// Why it was sent.
    pub intent: Intent,
}

/// Keeps what was entered, and orders when that is asked for. What is refused is kept all the same, so that nothing has to be
/// typed twice.
///
/// # Errors
///
/// What is wrong with which field; `Conflict` when the total, the stock or the cart has changed.
pub async fn submit_checkout(ctx: &Ctx, submission: &Submission) -> Result<Submitted> {
    let draft = submission.draft.trimmed();
    draft.check_for_keeping()?;
    let mut tx = ctx.begin().await?;
    let Some(cart) = open_cart(&mut tx).await? else { return bought_before(ctx, &mut tx).await };
    let checkout = keep(&mut tx, cart.id, &draft).await?;
    if checkout.state == State::Completed {
        return Ok(leave(&complete_path(checkout.id)));
    }
    if submission.intent == Intent::Update {
        tx.commit().await?;
        return Ok(Submitted::Kept);
    }
    failpoint("checkout.after_keep").await?;
    sqlx::query("savepoint kept").execute(tx.conn()).await?;
    match complete_checkout(&mut tx, checkout.id, &cart, &draft, submission).await {
        Ok(completed) => {
            failpoint("checkout.before_commit").await?;
            tx.commit().await?;
            failpoint("checkout.after_commit").await?;
            Ok(leave(&completed.next(checkout.id)))
        }
        Err(Error::App(refusal)) if matches!(refusal.kind, ErrorKind::Invalid | ErrorKind::Conflict) => {
            sqlx::query("rollback to savepoint kept").execute(tx.conn()).await?;
            tx.commit().await?;
            Err(refusal.into())
        }
        Err(error) => Err(error),
    }
}

/// Keeps what was entered, under the id that the browser knows or gets to know.
async fn keep(tx: &mut Tx, cart: CartId, draft: &Draft) -> Result<Stored> {
    let ctx = tx.ctx().clone();
    let known = token::of_browser(&ctx)?;
    let kept = stored::keep(tx, known.unwrap_or_else(|| ctx.new_id()), cart, draft).await?;
    if known != Some(kept.id) {
        token::remember(&ctx, kept.id)?;
    }
    Ok(kept)
}

/// The second of two presses, or of two tabs, finds no cart any more: the first one bought it.
async fn bought_before(ctx: &Ctx, tx: &mut Tx) -> Result<Submitted> {
    let Some(id) = token::of_browser(ctx)? else { return Err(AppError::conflict("cart_empty").into()) };
    match stored::find(tx, id).await? {
        Some(found) if found.state == State::Completed => Ok(leave(&complete_path(id))),
        _ => Err(AppError::conflict("cart_empty").into()),
    }
}

fn leave(path: &str) -> Submitted {
    orion_runtime::redirect(path);
    Submitted::Leaving
}
