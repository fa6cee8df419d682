//! What operators ask.

use leptos::prelude::*;
use orion_kernel::AppError;

use crate::views::CapturedView;

/// Mails that were captured instead of sent.
#[server(prefix = "/api/v1/admin/messaging", endpoint = "captured_mails")]
pub async fn captured_mails() -> Result<Vec<CapturedView>, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::VIEW).await?;
    Ok(crate::server::captured_mails(&ctx).await?)
}

/// One of them.
#[server(prefix = "/api/v1/admin/messaging", endpoint = "captured_mail")]
pub async fn captured_mail(id: String) -> Result<CapturedView, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::VIEW).await?;
    Ok(crate::server::captured_mail(&ctx, &id).await?)
}
