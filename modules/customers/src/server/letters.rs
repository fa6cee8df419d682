//! What is written to customers about their accounts.

use orion_contracts::mails::{MailButton, MailRequest, Mails};
use orion_runtime::{Ctx, Result, Tx};
use uuid::Uuid;

use crate::{
    i18n::{of, td_string},
    model::LinkKind,
    paths,
};

/// A letter about an account.
pub enum Letter {
    /// Here is the link that was asked for.
    Link {
        /// What for.
        kind: LinkKind,
        /// The link's token.
        token: String,
    },
    /// Somebody registered with this address, which has an account.
    AccountExists,
    /// Something was asked for an account that the merchant has locked.
    Locked,
    /// Somebody wants to change their address to this one, which has an account.
    AddressTaken,
    /// To the address of now: somebody wants to change it.
    AddressAsked,
    /// To the address of before: it is another one now.
    AddressChanged,
    /// The password is another one now.
    PasswordChanged,
    /// Somebody signed in on a browser that has not been seen with this account before.
    NewDevice {
        /// The browser, in words.
        device: String,
        /// When, in words.
        at: String,
    },
    /// The account is deleted.
    AccountDeleted,
}

/// What a letter says.
struct Said {
    template: &'static str,
    subject: String,
    body: String,
    button: Option<MailButton>,
    small_print: String,
    is_confidential: bool,
}

/// Sends a letter to an address, in the language of the transaction's context. `about` is what it is about, once.
pub async fn send(tx: &mut Tx, about: Uuid, to: &str, letter: Letter) -> Result<()> {
    let ctx = tx.ctx().clone();
    let said = say(&ctx, letter)?;
    let mail = MailRequest {
        key: format!("{}:{about}", said.template),
        template: said.template.to_owned(),
        to: to.to_owned(),
        locale: ctx.locale(),
        subject: said.subject,
        paragraphs: vec![said.body],
        button: said.button,
        small_print: said.small_print,
        is_confidential: said.is_confidential,
    };
    ctx.port::<dyn Mails>().send(tx, mail).await?;
    Ok(())
}

fn say(ctx: &Ctx, letter: Letter) -> Result<Said> {
    let l = of(ctx.locale());
    let store = ctx.store()?.name.clone();
    let said = match letter {
        Letter::Link { kind, token } => return link(ctx, kind, &token),
        Letter::AccountExists => plain(
            "customers.account_exists",
            td_string!(l, mails.account_exists.subject, store = store.clone()).to_string(),
            td_string!(l, mails.account_exists.body, store = store).to_string(),
        )
        .button(ctx, td_string!(l, mails.account_exists.button), paths::SIGN_IN)
        .small(td_string!(l, mails.account_exists.small_print)),
        Letter::Locked => plain(
            "customers.account_locked",
            td_string!(l, mails.locked.subject, store = store.clone()).to_string(),
            td_string!(l, mails.locked.body, store = store).to_string(),
        )
        .small(td_string!(l, mails.not_you)),
        Letter::AddressTaken => plain(
            "customers.address_taken",
            td_string!(l, mails.address_taken.subject, store = store.clone()).to_string(),
            td_string!(l, mails.address_taken.body, store = store).to_string(),
        )
        .button(ctx, td_string!(l, mails.account_exists.button), paths::SIGN_IN)
        .small(td_string!(l, mails.not_you)),
        Letter::AddressAsked => plain(
            "customers.address_asked",
            td_string!(l, mails.address_asked.subject, store = store.clone()).to_string(),
            td_string!(l, mails.address_asked.body, store = store).to_string(),
        )
        .button(ctx, td_string!(l, mails.secure), paths::FORGOTTEN)
        .small(td_string!(l, mails.address_asked.small_print)),
        Letter::AddressChanged => plain(
            "customers.address_changed",
            td_string!(l, mails.address_changed.subject, store = store.clone()).to_string(),
            td_string!(l, mails.address_changed.body, store = store).to_string(),
        )
        .small(td_string!(l, mails.address_changed.small_print)),
        Letter::PasswordChanged => plain(
            "customers.password_changed",
            td_string!(l, mails.password_changed.subject, store = store.clone()).to_string(),
            td_string!(l, mails.password_changed.body, store = store).to_string(),
        )
        .button(ctx, td_string!(l, mails.secure), paths::FORGOTTEN)
        .small(td_string!(l, mails.password_changed.small_print)),
        Letter::NewDevice { device, at } => plain(
            "customers.new_device",
            td_string!(l, mails.new_device.subject, store = store.clone()).to_string(),
            td_string!(l, mails.new_device.body, store = store, device = device, at = at).to_string(),
        )
        .button(ctx, td_string!(l, mails.new_device.button), paths::SESSIONS)
        .small(td_string!(l, mails.new_device.small_print)),
        Letter::AccountDeleted => plain(
            "customers.account_deleted",
            td_string!(l, mails.account_deleted.subject, store = store.clone()).to_string(),
            td_string!(l, mails.account_deleted.body, store = store).to_string(),
        ),
    };
    Ok(said)
}

fn link(ctx: &Ctx, kind: LinkKind, token: &str) -> Result<Said> {
    let l = of(ctx.locale());
    let store = ctx.store()?.name.clone();
    let (template, subject, body, button, path, small) = match kind {
        LinkKind::Registration => (
            "customers.confirm_registration",
            td_string!(l, mails.registration.subject, store = store.clone()).to_string(),
            td_string!(l, mails.registration.body, store = store).to_string(),
            td_string!(l, mails.registration.button),
            paths::CONFIRM,
            td_string!(l, mails.not_you),
        ),
        LinkKind::Password => (
            "customers.password_reset",
            td_string!(l, mail.subject, store = store.clone()).to_string(),
            td_string!(l, mail.body, store = store).to_string(),
            td_string!(l, mail.button),
            paths::NEW_PASSWORD,
            td_string!(l, mail.small_print),
        ),
        LinkKind::Email => (
            "customers.confirm_email",
            td_string!(l, mails.email.subject, store = store.clone()).to_string(),
            td_string!(l, mails.email.body, store = store).to_string(),
            td_string!(l, mails.email.button),
            paths::CONFIRM_EMAIL,
            td_string!(l, mails.not_you),
        ),
    };
    let said = plain(template, subject, body).button(ctx, button, &format!("{path}?token={token}")).small(small);
    Ok(Said { is_confidential: true, ..said })
}

const fn plain(template: &'static str, subject: String, body: String) -> Said {
    Said { template, subject, body, button: None, small_print: String::new(), is_confidential: false }
}

impl Said {
    fn button(self, ctx: &Ctx, label: &str, path: &str) -> Self {
        Self { button: Some(MailButton { label: label.to_owned(), url: ctx.scope().absolute(path) }), ..self }
    }

    fn small(self, text: &str) -> Self {
        Self { small_print: text.to_owned(), ..self }
    }
}
