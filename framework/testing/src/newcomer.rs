//! Somebody who gets an account in a store.

use crate::{Actor, TestApp};

/// Where the link of a registration leads.
const CONFIRM: &str = "/account/confirm?token=";

impl TestApp {
    /// Registers whoever uses this browser in its store, with the link in the mail: they are signed in then.
    pub async fn register(&self, shopper: &Actor, email: &str, password: &str) {
        let names = [("first_name", "Zoé"), ("last_name", "Klein"), ("email", email)];
        // Another store may have written to the same person.
        let earlier = self.latest_token(email, CONFIRM).await;
        let answer = shopper.call("/api/v1/storefront/customers/register", &names).await;
        assert!(answer.status < 400, "{email} cannot register: {answer:?}");
        let fresh =
            || async { self.latest_token(email, CONFIRM).await.filter(|token| Some(token) != earlier.as_ref()) };
        let token = self.until("the link of a registration", fresh).await;
        let fields = [("token", token.as_str()), ("password", password)];
        let answer = shopper.call("/api/v1/storefront/customers/confirm_registration", &fields).await;
        assert!(answer.status < 400, "{email} cannot confirm: {answer:?}");
    }

    /// The token in the latest mail to somebody whose link leads to this place.
    pub async fn mailed_token(&self, to: &str, place: &str) -> String {
        self.until(&format!("a mail to {to} with {place}"), || self.latest_token(to, place)).await
    }

    async fn latest_token(&self, to: &str, place: &str) -> Option<String> {
        let mails = self.mails().await;
        let texts = mails.iter().filter(|mail| mail.to == to).map(|mail| &mail.text);
        let (_, rest) = texts.filter_map(|text| text.split_once(place)).next()?;
        rest.split_whitespace().next().map(str::to_owned)
    }
}
