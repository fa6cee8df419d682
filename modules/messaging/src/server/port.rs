//! What other modules have sent.

use async_trait::async_trait;
use orion_contracts::mails::{MailRequest, Mails};
use orion_kernel::{AppError, Work};
use orion_runtime::{Result as Outcome, Tx};

use super::{
    letter::{Block, Letter},
    outbox::{NewMail, write},
    place::place,
};

/// The port's implementation.
pub struct MailsPort;

#[async_trait]
impl Mails for MailsPort {
    async fn send(&self, work: &mut dyn Work, mail: MailRequest) -> Result<(), AppError> {
        Ok(send(Tx::of(work), mail).await?)
    }
}

async fn send(tx: &mut Tx, mail: MailRequest) -> Outcome<()> {
    let place = place(tx, mail.locale).await?;
    let mut blocks: Vec<_> = mail.paragraphs.into_iter().map(Block::Paragraph).collect();
    blocks.extend(mail.button.map(|button| Block::Button { label: button.label, url: button.url }));
    if !mail.small_print.is_empty() {
        blocks.push(Block::SmallPrint(mail.small_print));
    }
    let letter = Letter {
        locale: mail.locale,
        sender: place.name.clone(),
        logo: place.logo.clone(),
        home: place.home,
        subject: mail.subject,
        blocks,
        footer: place.footer,
        links: place.links,
    };
    let (text, html) = (letter.text(), letter.html());
    let new = NewMail {
        key: &mail.key,
        template: &mail.template,
        to: &mail.to,
        locale: mail.locale,
        from_name: &place.name,
        reply_to: place.reply_to.as_deref(),
        subject: &letter.subject,
        text: &text,
        html: &html,
        is_confidential: mail.is_confidential,
    };
    write(tx, &new).await
}
