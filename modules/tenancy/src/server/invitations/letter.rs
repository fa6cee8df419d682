//! The letter an invitation comes in.

use orion_contracts::mails::{MailButton, MailRequest, Mails};
use orion_kernel::Locale;
use orion_runtime::{Ctx, Result, Tx};
use uuid::Uuid;

use crate::{
    i18n::{of, td_string},
    paths,
    views::InvitationId,
};

/// What the letter says.
pub struct Letter<'a> {
    /// The invitation.
    pub id: InvitationId,
    /// The team's merchant; none for operators.
    pub merchant: Option<Uuid>,
    /// The recipient.
    pub email: &'a str,
    /// Who invites; empty when that was the command line.
    pub inviter: &'a str,
    /// The language.
    pub locale: Locale,
    /// Opens the invitation.
    pub token: &'a str,
}

/// Sends it when the transaction commits. Each token has a letter of its own.
pub async fn send(tx: &mut Tx, letter: &Letter<'_>) -> Result<()> {
    let ctx = tx.ctx().clone();
    let l = of(letter.locale);
    let team = team_name(tx, letter.merchant).await?;
    let inviter = if letter.inviter.is_empty() { ctx.scope().platform.name.clone() } else { letter.inviter.to_owned() };
    let body = match letter.merchant {
        Some(_) => td_string!(l, invitations.mail_body, inviter = inviter, team = team.clone()).to_string(),
        None => td_string!(l, invitations.mail_body_operator, inviter = inviter, team = team.clone()).to_string(),
    };
    let mail = MailRequest {
        key: format!("tenancy.invitation:{}:{}", letter.id, ctx.new_id::<Uuid>()),
        template: "tenancy.invitation".to_owned(),
        to: letter.email.to_owned(),
        locale: letter.locale,
        subject: td_string!(l, invitations.mail_subject, team = team).to_string(),
        paragraphs: vec![body, td_string!(l, invitations.mail_days).to_owned()],
        button: Some(MailButton {
            label: td_string!(l, invitations.mail_button).to_owned(),
            url: platform_address(&ctx, letter.locale, &paths::invitation(letter.token)),
        }),
        small_print: td_string!(l, invitations.mail_small_print).to_owned(),
        is_confidential: true,
    };
    Ok(ctx.port::<dyn Mails>().send(tx, mail).await?)
}

/// The merchant's name, or the platform's.
pub async fn team_name(tx: &mut Tx, merchant: Option<Uuid>) -> Result<String> {
    let platform = tx.ctx().scope().platform.clone();
    let Some(merchant) = merchant else { return Ok(platform.name.clone()) };
    let name: Option<String> =
        sqlx::query_scalar("select name from tenancy.merchants where platform_id = $1 and id = $2")
            .bind(platform.id.0)
            .bind(merchant)
            .fetch_optional(tx.conn())
            .await?;
    Ok(name.unwrap_or_default())
}

/// An address of the platform's own pages in a language.
pub fn platform_address(ctx: &Ctx, locale: Locale, path: &str) -> String {
    let platform = &ctx.scope().platform;
    let origin = ctx.app().config().public_origin.of_host(&platform.host);
    if platform.locales.first() == Some(&locale) {
        return format!("{origin}{path}");
    }
    format!("{origin}/{}{path}", locale.code())
}
