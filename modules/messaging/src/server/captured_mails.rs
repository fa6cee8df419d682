//! Which mails were captured instead of sent?

use orion_kernel::AppError;
use orion_runtime::{Ctx, Result, mail::CapturedMail};

use crate::views::{CapturedView, Content};

/// All captured mails, the latest first, without their bodies.
///
/// # Errors
///
/// `NotFound` where mail is really sent, or real people's mail could be among it.
pub async fn captured_mails(ctx: &Ctx) -> Result<Vec<CapturedView>> {
    let mails = all(ctx).await?.into_iter().map(|mail| {
        let mut view = view(mail);
        view.content.html.clear();
        view.content.text.clear();
        view
    });
    Ok(mails.collect())
}

/// One captured mail.
///
/// # Errors
///
/// `NotFound`.
pub async fn captured_mail(ctx: &Ctx, id: &str) -> Result<CapturedView> {
    let mail = all(ctx).await?.into_iter().find(|mail| mail.id == id).ok_or_else(AppError::not_found)?;
    Ok(view(mail))
}

async fn all(ctx: &Ctx) -> Result<Vec<CapturedMail>> {
    let mailer = ctx.app().mailer();
    if ctx.app().config().environment.is_production() || !mailer.is_capturing() {
        return Err(AppError::not_found().into());
    }
    Ok(mailer.captured().await.map_err(|error| {
        tracing::error!(%error, "captured mails cannot be read");
        AppError::unavailable()
    })?)
}

fn view(mail: CapturedMail) -> CapturedView {
    CapturedView {
        id: mail.id,
        at: mail.at,
        to: mail.to,
        from_name: mail.from_name,
        content: Content { subject: mail.subject, html: mail.html.unwrap_or_default(), text: mail.text },
    }
}
