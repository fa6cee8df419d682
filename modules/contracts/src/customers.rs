//! Customers and addresses as orders and the checkout need them.

use async_trait::async_trait;
use orion_kernel::{AppError, CustomerId, Locale, Work, event::Event};
use serde::{Deserialize, Serialize};

/// A postal address. Kept as it was written; orders hold copies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// A business, may be empty.
    pub company: String,
    /// Street and number.
    pub line1: String,
    /// Floor, flat; may be empty.
    pub line2: String,
    /// Such as `L-1234`; may be empty where there are none.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// ISO 3166-1 alpha-2, such as `LU`.
    pub country: String,
    /// For the carrier; may be empty.
    pub phone: String,
}

/// A customer of a store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerView {
    /// The customer.
    pub id: CustomerId,
    /// What they sign in with.
    pub email: String,
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// Where they have things sent.
    pub default_address: Option<Address>,
    /// Their language.
    pub locale: Locale,
    /// Whether they have shown that the e-mail address is theirs.
    pub is_verified: bool,
    /// Whether they can sign in: they have a password, and nobody has locked them out.
    pub can_sign_in: bool,
}

/// A customer has shown that their e-mail address is theirs. Published again when they show it for another address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerVerified {
    /// The customer.
    pub customer_id: CustomerId,
}
impl Event for CustomerVerified {
    const NAME: &'static str = "customers.verified";
}

/// A customer has had their account deleted. What is left of them elsewhere goes too, as far as the law lets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerErased {
    /// Who that was; there is no such customer any more.
    pub customer_id: CustomerId,
    /// The address they signed in with, in lower case: for what is kept by address.
    pub email: String,
}
impl Event for CustomerErased {
    const NAME: &'static str = "customers.erased";
}

/// Asks for customers.
#[async_trait]
pub trait Customers: Send + Sync {
    /// A customer of the transaction's store.
    async fn customer(&self, work: &mut dyn Work, id: CustomerId) -> Result<Option<CustomerView>, AppError>;

    /// The customer of the transaction's store who signs in with this address.
    async fn by_email(&self, _work: &mut dyn Work, _email: &str) -> Result<Option<CustomerView>, AppError> {
        Ok(None)
    }
}

/// Nobody is known.
pub struct NullCustomers;

#[async_trait]
impl Customers for NullCustomers {
    async fn customer(&self, _: &mut dyn Work, _: CustomerId) -> Result<Option<CustomerView>, AppError> {
        Ok(None)
    }
}
