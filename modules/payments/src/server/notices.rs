//! What the team is told about refunds.

use orion_contracts::{
    PaymentId,
    notifications::{Audience, Notice, Notifications, Words},
};
use orion_kernel::{Frontend, Money, fmt};
use orion_runtime::{NoticeKind, Result, Tx};
use uuid::Uuid;

use crate::{
    i18n::{of, td_string},
    paths, permissions,
};

const REFUSED: &str = "payments.refund_refused";
const LATE: &str = "payments.refund_late";

/// The kinds.
pub fn kinds() -> Vec<NoticeKind> {
    let kind = |code, label| NoticeKind {
        code,
        frontend: Frontend::Store,
        permission: Some(permissions::REFUND),
        label,
        by_mail: true,
    };
    vec![
        kind(REFUSED, |l| td_string!(of(l), notices.refused_kind)),
        kind(LATE, |l| td_string!(of(l), notices.late_kind)),
    ]
}

/// The provider does not send the money back.
pub async fn tell_refused(tx: &mut Tx, payment: PaymentId, refund: Uuid, attempt: i32, amount: Money) -> Result<()> {
    let title = Words::of(|locale| td_string!(of(locale), notices.refused).to_owned());
    let body = Words::of(|locale| {
        td_string!(of(locale), notices.refused_body, amount = fmt::money(locale, amount)).to_string()
    });
    tell(tx, REFUSED, format!("{refund}.{attempt}"), payment, title, body).await
}

/// The provider has not answered for long.
pub async fn tell_late(tx: &mut Tx, payment: PaymentId, refund: Uuid, amount: Money) -> Result<()> {
    let title = Words::of(|locale| td_string!(of(locale), notices.late).to_owned());
    let body =
        Words::of(|locale| td_string!(of(locale), notices.late_body, amount = fmt::money(locale, amount)).to_string());
    let key = format!("{refund}.{}", tx.now().unix_timestamp());
    tell(tx, LATE, key, payment, title, body).await
}

async fn tell(
    tx: &mut Tx,
    kind: &'static str,
    key: String,
    payment: PaymentId,
    title: Words,
    body: Words,
) -> Result<()> {
    let notice = Notice { kind, key, to: Audience::Team(None), title, body, path: paths::payment(payment) };
    Ok(tx.ctx().port::<dyn Notifications>().notify(tx, notice).await?)
}
