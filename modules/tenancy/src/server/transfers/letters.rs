//! What the two are told when a merchant is handed over.

use orion_contracts::mails::{MailButton, MailRequest, Mails};
use orion_kernel::Locale;
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use crate::{
    i18n::{of, td_string},
    server::invitations::platform_address,
};

/// What is told.
pub enum Letter<'a> {
    /// To the new owner: whether they take over.
    Asked { from: &'a str, link: &'a str },
    /// To the owner: that they asked.
    Started { to: &'a str },
    /// To both: that it is done.
    Done { from: &'a str, to: &'a str },
}

/// Sends it when the transaction commits.
pub async fn tell(
    tx: &mut Tx,
    merchant: Uuid,
    transfer: Uuid,
    to: &str,
    locale: Locale,
    letter: &Letter<'_>,
) -> Result<()> {
    let ctx = tx.ctx().clone();
    let l = of(locale);
    let name: String = sqlx::query_scalar("select name from tenancy.merchants where id = $1")
        .bind(merchant)
        .fetch_one(tx.conn())
        .await?;
    let (kind, body, button) = match letter {
        Letter::Asked { from, link } => {
            let body = td_string!(l, transfers.mail_asked, from = (*from).to_owned(), merchant = name.clone());
            let label = td_string!(l, transfers.mail_button).to_owned();
            ("asked", body.to_string(), Some(MailButton { label, url: platform_address(&ctx, locale, link) }))
        }
        Letter::Started { to } => {
            let body = td_string!(l, transfers.mail_started, to = (*to).to_owned(), merchant = name.clone());
            ("started", body.to_string(), None)
        }
        Letter::Done { from, to } => {
            let (from, to) = ((*from).to_owned(), (*to).to_owned());
            let body = td_string!(l, transfers.mail_done, from = from, to = to, merchant = name.clone());
            ("done", body.to_string(), None)
        }
    };
    let mail = MailRequest {
        key: format!("tenancy.transfer:{transfer}:{kind}:{to}"),
        template: "tenancy.transfer".to_owned(),
        to: to.to_owned(),
        locale,
        subject: td_string!(l, transfers.mail_subject, merchant = name).to_string(),
        paragraphs: vec![body],
        is_confidential: button.is_some(),
        button,
        small_print: td_string!(l, transfers.mail_small_print).to_owned(),
    };
    Ok(ctx.port::<dyn Mails>().send(tx, mail).await?)
}
