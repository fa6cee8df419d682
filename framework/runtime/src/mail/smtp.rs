//! Sends over SMTP.

use std::time::Duration;

use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor, transport::smtp::PoolConfig};

use super::{Mail, MailError, message};

/// How long the server may take for one step.
const STEP_TIMEOUT: Duration = Duration::from_secs(15);

/// How long a mail may take altogether.
const TIMEOUT: Duration = Duration::from_secs(60);

pub(super) struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Address,
}

impl Smtp {
    pub(super) fn new(url: &str, from: &str) -> Result<Self, MailError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            // The error of a wrong address could show the password in it.
            .map_err(|_| MailError::Permanent("the SMTP server's address cannot be read".to_owned()))?
            .timeout(Some(STEP_TIMEOUT))
            .pool_config(PoolConfig::new().max_size(4).idle_timeout(Duration::from_secs(30)))
            .build();
        Ok(Self { transport, from: message::sender(from)? })
    }

    /// Whether the server greets us, lets us in and goes on to listen.
    pub(super) async fn check(&self) -> Result<(), String> {
        match self.transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err("the server closes the connection".to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }

    pub(super) async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let message = message::build(mail, &self.from)?;
        let sent = tokio::time::timeout(TIMEOUT, self.transport.send(message)).await;
        match sent {
            Ok(Ok(_)) => {
                tracing::info!(message_id = mail.message_id, "mail sent");
                Ok(())
            }
            Ok(Err(error)) if error.is_permanent() => Err(MailError::Permanent(error.to_string())),
            Ok(Err(error)) => Err(MailError::Transient(error.to_string())),
            Err(_) => Err(MailError::Transient("the server took too long".to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::{
        io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
        net::TcpListener,
        task::JoinHandle,
    };

    use super::*;

    /// A server for one mail, that answers `RCPT` as told; gives what it was sent.
    async fn server(recipient: &'static str) -> (String, JoinHandle<Vec<String>>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("smtp://{}", listener.local_addr().expect("an address"));
        let serving = tokio::spawn(async move {
            let (stream, _) = listener.accept().await.expect("a client");
            let (reader, mut writer) = stream.into_split();
            let mut lines = BufReader::new(reader).lines();
            let mut sent = Vec::new();
            let mut in_message = false;
            writer.write_all(b"220 test\r\n").await.expect("greets");
            while let Ok(Some(line)) = lines.next_line().await {
                let answer = match line.split([' ', ':']).next().unwrap_or_default() {
                    _ if in_message && line != "." => "",
                    "." => "250 queued\r\n",
                    "RCPT" => recipient,
                    "DATA" => "354 go on\r\n",
                    "QUIT" => "221 bye\r\n",
                    _ => "250 fine\r\n",
                };
                in_message = line == "DATA" || (in_message && line != ".");
                sent.push(line);
                if writer.write_all(answer.as_bytes()).await.is_err() {
                    break;
                }
            }
            sent
        });
        (url, serving)
    }

    async fn send(url: &str) -> Result<(), MailError> {
        let mail = Mail {
            to: "buyer@example.lu".to_owned(),
            from_name: "Shop".to_owned(),
            reply_to: None,
            subject: "Your order".to_owned(),
            text: "Thank you.".to_owned(),
            html: None,
            message_id: "order-7".to_owned(),
        };
        Smtp::new(url, "Orion <no-reply@orion.example>").expect("a mailer").send(&mail).await
    }

    #[tokio::test]
    async fn tells_what_is_refused_from_what_may_work_later() {
        let (url, serving) = server("250 fine\r\n").await;
        send(&url).await.expect("is sent");
        let sent = serving.await.expect("no panic");
        for line in ["MAIL FROM:<no-reply@orion.example>", "RCPT TO:<buyer@example.lu>", "Thank you."] {
            assert!(sent.iter().any(|sent| sent == line), "{line}: {sent:?}");
        }
        let (url, _) = server("550 5.1.1 nobody here\r\n").await;
        assert!(matches!(send(&url).await, Err(MailError::Permanent(_))));
        let (url, _) = server("451 4.7.1 later\r\n").await;
        assert!(matches!(send(&url).await, Err(MailError::Transient(_))));
        let free = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("smtp://{}", free.local_addr().expect("an address"));
        drop(free);
        assert!(matches!(send(&url).await, Err(MailError::Transient(_))));
    }

    #[tokio::test]
    async fn a_check_talks_to_the_server_and_sends_nothing() {
        let (url, serving) = server("250 fine\r\n").await;
        Smtp::new(&url, "no-reply@orion.example").expect("a mailer").check().await.expect("it answers");
        let said = serving.await.expect("no panic");
        assert!(said.iter().any(|line| line.starts_with("EHLO ")), "{said:?}");
        assert!(!said.iter().any(|line| line.starts_with("MAIL")), "{said:?}");
        let nobody = Smtp::new("smtp://127.0.0.1:1", "no-reply@orion.example").expect("a mailer");
        assert!(nobody.check().await.is_err());
    }

    #[test]
    fn a_wrong_address_does_not_show_the_password() {
        let error = Smtp::new("imap://shop:hunter2@mail.example", "no-reply@orion.example").err().expect("refused");
        assert!(!error.to_string().contains("hunter2"), "{error}");
    }
}
