//! Sends the browser where a payment leads.

use orion_runtime::Ctx;

use crate::views::PayStep;

/// A page being rendered answers with a redirect; one that runs already goes there by itself.
#[must_use]
pub fn lead_on(ctx: &Ctx, step: PayStep) -> PayStep {
    let is_page = !ctx.scope().path.starts_with("/api/");
    if let (true, PayStep::Leave { address }) = (is_page, &step) {
        orion_runtime::redirect_out(address);
    }
    step
}
