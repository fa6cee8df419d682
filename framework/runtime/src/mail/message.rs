//! Builds the message that goes over the wire. Nothing in a mail can add a header or a recipient.

use lettre::{
    Address, Message,
    message::{Mailbox, MultiPart, header::ContentType},
};

use super::{Mail, MailError};

/// The longest subject; what is longer is cut. RFC 5322, 2.1.1 limits lines, and readers show less than this.
const SUBJECT_CHARS: usize = 250;

pub(super) fn address(text: &str) -> Result<Address, MailError> {
    text.trim().parse().map_err(|error| MailError::Permanent(format!("address: {error}")))
}

/// The address of `Orion <no-reply@orion.example>`, or of the bare address.
pub(super) fn sender(text: &str) -> Result<Address, MailError> {
    text.parse::<Mailbox>()
        .map(|mailbox| mailbox.email)
        .map_err(|error| MailError::Permanent(format!("sender: {error}")))
}

pub(super) fn build(mail: &Mail, from: &Address) -> Result<Message, MailError> {
    let mut builder = Message::builder()
        .from(Mailbox::new(Some(one_line(&mail.from_name)).filter(|name| !name.is_empty()), from.clone()))
        .to(Mailbox::new(None, address(&mail.to)?))
        .subject(one_line(&mail.subject).chars().take(SUBJECT_CHARS).collect::<String>())
        .message_id(Some(message_id(&mail.message_id, from)?));
    if let Some(reply_to) = &mail.reply_to {
        builder = builder.reply_to(Mailbox::new(None, address(reply_to)?));
    }
    let message = match &mail.html {
        Some(html) => builder.multipart(MultiPart::alternative_plain_html(mail.text.clone(), html.clone())),
        None => builder.header(ContentType::TEXT_PLAIN).body(mail.text.clone()),
    };
    message.map_err(|error| MailError::Permanent(error.to_string()))
}

/// Line breaks would start another header.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim().to_owned()
}

fn message_id(id: &str, from: &Address) -> Result<String, MailError> {
    let clean = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
    if id.is_empty() || id.len() > 200 || !clean {
        return Err(MailError::Permanent("the message id is not one".to_owned()));
    }
    Ok(format!("<{id}@{}>", from.domain()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail() -> Mail {
        Mail {
            to: "buyer@example.lu".to_owned(),
            from_name: "Café Zëss".to_owned(),
            reply_to: Some("shop@example.lu".to_owned()),
            subject: "Your order".to_owned(),
            text: "Thank you.\nSee you.".to_owned(),
            html: Some("<p>Thank you.</p>".to_owned()),
            message_id: "order-7.confirmation".to_owned(),
        }
    }

    fn from() -> Address {
        "no-reply@orion.example".parse().expect("an address")
    }

    fn lines(mail: &Mail) -> Vec<String> {
        let message = build(mail, &from()).expect("builds");
        String::from_utf8(message.formatted()).expect("text").lines().map(str::to_owned).collect()
    }

    #[test]
    fn carries_both_bodies_and_its_id() {
        let lines = lines(&mail());
        for expected in [
            "To: buyer@example.lu",
            "Reply-To: shop@example.lu",
            "Subject: Your order",
            "Message-ID: <order-7.confirmation@orion.example>",
            "<p>Thank you.</p>",
        ] {
            assert!(lines.iter().any(|line| line == expected), "{expected}: {lines:?}");
        }
        assert!(lines.iter().any(|line| line.starts_with("From: ") && line.ends_with("<no-reply@orion.example>")));
    }

    #[test]
    fn nothing_adds_a_header_or_a_recipient() {
        let attack = "x\r\nBcc: all@example.lu\n\nbody";
        let lines = lines(&Mail { subject: attack.to_owned(), from_name: attack.to_owned(), ..mail() });
        assert!(!lines.iter().any(|line| line.starts_with("Bcc")), "{lines:?}");
        for to in ["a@example.lu, b@example.lu", "a@example.lu\r\nBcc: b@example.lu", "nobody", ""] {
            let error = build(&Mail { to: to.to_owned(), ..mail() }, &from()).expect_err("refused");
            assert!(error.is_permanent(), "{to}");
            let error = build(&Mail { reply_to: Some(to.to_owned()), ..mail() }, &from()).expect_err("refused");
            assert!(error.is_permanent(), "{to}");
        }
        let spoofed = Mail { message_id: "a>\r\nBcc: b@example.lu".to_owned(), ..mail() };
        assert!(build(&spoofed, &from()).expect_err("refused").is_permanent());
    }
}
