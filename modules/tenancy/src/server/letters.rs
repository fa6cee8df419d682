//! Mail to users about their account. It comes from the platform, wherever they are when it is sent.

use orion_contracts::mails::{MailButton, MailRequest, Mails};
use orion_kernel::Locale;
use orion_runtime::{Ctx, PlatformCtx, Result, Tx, jobs::JobScope};
use uuid::Uuid;

use crate::i18n::{of, td_string};

/// A mail about an account.
pub struct Letter {
    /// Names it for good.
    pub key: String,
    /// What sort of mail it is.
    pub template: &'static str,
    /// The recipient's address.
    pub to: String,
    /// The recipient's language.
    pub locale: Locale,
    /// The subject.
    pub subject: String,
    /// What it says.
    pub paragraphs: Vec<String>,
    /// Where it leads; opens something, so nobody else gets to see it.
    pub button: Option<MailButton>,
}

/// The platform at hand, without a store, in a language.
pub async fn platform_ctx(ctx: &Ctx, locale: Locale) -> Result<PlatformCtx> {
    let scope = JobScope { platform_id: ctx.platform_id(), merchant_id: None, store_id: None, locale };
    Ok(PlatformCtx::system(&Ctx::for_job(ctx.app(), &scope, &ctx.scope().request_id).await?))
}

/// Sends a letter in a transaction of its own.
pub async fn send(ctx: &Ctx, letter: Letter) -> Result<()> {
    let mut tx = platform_ctx(ctx, letter.locale).await?.begin().await?;
    send_in(&mut tx, letter).await?;
    tx.commit().await
}

/// Sends a letter with a transaction of [`platform_ctx`].
pub async fn send_in(tx: &mut Tx, letter: Letter) -> Result<()> {
    let mails = tx.ctx().port::<dyn Mails>();
    let mail = MailRequest {
        key: letter.key,
        template: letter.template.to_owned(),
        to: letter.to,
        locale: letter.locale,
        subject: letter.subject,
        paragraphs: letter.paragraphs,
        is_confidential: letter.button.is_some(),
        button: letter.button,
        small_print: td_string!(of(letter.locale), security.mail.small_print).to_owned(),
    };
    Ok(mails.send(tx, mail).await?)
}

/// What happened to an account's security.
#[derive(Clone, Copy)]
pub enum Happening {
    /// The password was changed.
    PasswordChanged,
    /// The address was changed; goes to the one of before.
    EmailChanged,
    /// An authenticator app was set up.
    AppAdded,
    /// The authenticator app was removed.
    AppRemoved,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// New recovery codes were made.
    CodesRenewed,
    /// An operator removed all second factors.
    FactorsReset,
}

/// Tells somebody what happened to their account, so that they notice when it was not them.
pub async fn tell(ctx: &Ctx, user: Uuid, to: &str, locale: Locale, happening: Happening) -> Result<()> {
    let l = of(locale);
    let (code, body) = match happening {
        Happening::PasswordChanged => ("password_changed", td_string!(l, security.mail.password_changed)),
        Happening::EmailChanged => ("email_changed", td_string!(l, security.mail.email_changed)),
        Happening::AppAdded => ("app_added", td_string!(l, security.mail.app_added)),
        Happening::AppRemoved => ("app_removed", td_string!(l, security.mail.app_removed)),
        Happening::PasskeyAdded => ("passkey_added", td_string!(l, security.mail.passkey_added)),
        Happening::PasskeyRemoved => ("passkey_removed", td_string!(l, security.mail.passkey_removed)),
        Happening::CodesRenewed => ("codes_renewed", td_string!(l, security.mail.codes_renewed)),
        Happening::FactorsReset => ("factors_reset", td_string!(l, security.mail.factors_reset)),
    };
    let letter = Letter {
        key: format!("tenancy.{code}:{user}:{}", ctx.new_id::<Uuid>()),
        template: "tenancy.security_notice",
        to: to.to_owned(),
        locale,
        subject: td_string!(l, security.mail.notice_subject, platform = ctx.scope().platform.name.clone()).to_string(),
        paragraphs: vec![body.to_owned(), td_string!(l, security.mail.notice_advice).to_owned()],
        button: None,
    };
    send(ctx, letter).await
}
