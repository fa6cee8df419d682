//! Somebody who gets an account in a store.

use crate::{Actor, TestApp};

impl TestApp {
    /// Registers whoever uses this browser in its store, with the link in the mail: they are signed in then.
    pub async fn register(&self, shopper: &Actor, email: &str, password: &str) {
        let names = [("first_name", "Zoé"), ("last_name", "Klein"), ("email", email)];
        let answer = shopper.call("/api/v1/storefront/customers/register", &names).await;
        assert!(answer.status < 400, "{email} cannot register: {answer:?}");
        let token = self.mailed_token(email, "/account/confirm?token=").await;
        let fields = [("token", token.as_str()), ("password", password)];
        let answer = shopper.call("/api/v1/storefront/customers/confirm_registration", &fields).await;
        assert!(answer.status < 400, "{email} cannot confirm: {answer:?}");
    }

    /// The token in the latest mail to somebody whose link leads to this place.
    pub async fn mailed_token(&self, to: &str, place: &str) -> String {
        let link = || async {
            let mails = self.mails().await;
            let sent = mails.iter().filter(|mail| mail.to == to).find_map(|mail| mail.text.split_once(place))?;
            sent.1.split_whitespace().next().map(str::to_owned)
        };
        self.until(&format!("a mail to {to} with {place}"), link).await
    }
}
