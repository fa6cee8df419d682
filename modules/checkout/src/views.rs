//! What pages show of a checkout.

use orion_contracts::{PaymentId, payments::PaymentMethod};
use orion_kernel::{AppError, BasisPoints, Money};
use serde::{Deserialize, Serialize};

use crate::{
    forms::Draft,
    model::{ShippingOption, Sum},
};

/// The checkout's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckoutView {
    /// What is bought; empty when there is no cart.
    pub lines: Vec<LineView>,
    /// What the goods cost.
    pub goods: Money,
    /// The rate of the tax included in all prices.
    pub tax_rate: BasisPoints,
    /// The ways of shipping; empty when nothing is sent.
    pub shippings: Vec<ShippingOption>,
    /// The ways to pay.
    pub payments: Vec<PaymentMethod>,
    /// What has been entered, or is known.
    pub draft: Draft,
    /// What is asked for.
    pub fields: Fields,
    /// Whether a customer is signed in.
    pub is_signed_in: bool,
    /// What went wrong last, as a code.
    pub problem: Option<String>,
    /// A payment that was begun and has not ended.
    pub under_way: Option<PaymentId>,
}

/// Which optional fields a store asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fields {
    /// Telephone number.
    pub phone: Ask,
    /// Company.
    pub company: bool,
    /// Note to the shop.
    pub note: bool,
}

/// Whether a field is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// No.
    Hidden,
    /// May be left empty.
    Optional,
    /// Must be filled.
    Required,
}

/// A line of what is bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineView {
    /// The product's name.
    pub title: String,
    /// The chosen options.
    pub variant_title: String,
    /// The product's part of its address.
    pub slug: String,
    /// Its picture.
    pub image_url: Option<String>,
    /// How many.
    pub quantity: i64,
    /// What all of them cost.
    pub total: Money,
}

impl CheckoutView {
    /// What is to be paid with this shipping.
    ///
    /// # Errors
    ///
    /// More money than there is.
    pub fn sum(&self, shipping: &str) -> Result<Sum, AppError> {
        let price = self.shippings.iter().find(|option| option.code == shipping).map(|option| option.price);
        Sum::of(self.goods, price.unwrap_or(Money::zero(self.goods.currency)), self.tax_rate)
    }

    /// The shipping chosen before, or the first one.
    #[must_use]
    pub fn chosen_shipping(&self) -> String {
        chosen(&self.draft.shipping, self.shippings.iter().map(|option| option.code.as_str()))
    }

    /// The payment chosen before, or the first one.
    #[must_use]
    pub fn chosen_payment(&self) -> String {
        chosen(&self.draft.payment, self.payments.iter().map(|method| method.code.as_str()))
    }
}

fn chosen<'a>(before: &str, mut offered: impl Iterator<Item = &'a str> + Clone) -> String {
    let still = offered.clone().find(|code| *code == before);
    still.or_else(|| offered.next()).unwrap_or_default().to_owned()
}

/// What came of sending the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Submitted {
    /// It was kept.
    Kept,
    /// The browser goes on to the payment, or to the order.
    Leaving,
}

/// What follows a checkout.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CompletionView {
    /// It is an order, and this browser placed it.
    Placed(Box<PlacedView>),
    /// The payment has yet to be confirmed.
    Waiting,
    /// It is not ordered yet.
    Unfinished,
    /// Another browser placed it, so nothing is told here.
    Elsewhere,
}

/// An order that was just placed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedView {
    /// Its number.
    pub number: String,
    /// Its own page, below the base.
    pub path: String,
    /// Where the confirmation goes.
    pub email: String,
    /// What is to be paid.
    pub total: Money,
    /// The payment's name.
    pub payment_name: String,
    /// Whether it is paid.
    pub is_paid: bool,
    /// What is needed to pay it: labels and values.
    pub instructions: Vec<(String, String)>,
    /// The shipping's name.
    pub shipping_name: String,
}
