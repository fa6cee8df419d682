//! What a merchant does before the first sale, as far as being paid is concerned.

use futures::future::BoxFuture;
use orion_kernel::{AppError, Frontend, Permission, checklist::ChecklistItem};
use orion_runtime::{ChecklistProvider, Ctx, Result};

use super::settings::PaymentsSettings;
use crate::i18n::{of, td_string};

/// Who sets how a store is paid, among its options.
const MANAGE: Permission = Permission("stores.manage");
/// Where.
const OPTIONS: &str = "/settings/options";

/// A way to be paid that does not pretend.
pub fn provider() -> ChecklistProvider {
    ChecklistProvider {
        module: "payments",
        frontend: Frontend::Store,
        permission: Some(MANAGE),
        items: |ctx| -> BoxFuture<'static, Result<Vec<ChecklistItem>, AppError>> {
            Box::pin(async move { Ok(vec![step(&ctx).await?]) })
        },
    }
}

async fn step(ctx: &Ctx) -> Result<ChecklistItem> {
    let settings = ctx.settings::<PaymentsSettings>().await?;
    let takes_cards = settings.card_enabled && settings.card_api_key.as_ref().is_some_and(|key| !key.is_empty());
    let takes_transfers = settings.transfer_enabled && !settings.transfer_iban.trim().is_empty();
    let l = of(ctx.locale());
    Ok(ChecklistItem {
        key: "payments.first_method".to_owned(),
        title: td_string!(l, first_method.title).to_owned(),
        body: td_string!(l, first_method.why).to_owned(),
        path: OPTIONS.to_owned(),
        done: takes_cards || takes_transfers,
        order: 60,
    })
}
