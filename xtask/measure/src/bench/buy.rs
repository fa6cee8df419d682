//! A purchase without scripts: the forms of the pages, filled in one after the other until there is an order.

use anyhow::{Context, Result, bail};

use crate::{
    html::{self, Form},
    shopper::{Page, Shopper},
};

/// Contact, address, shipping, payment, review, and what may come between them.
const MOST_STEPS: usize = 12;

/// Where and what is bought.
pub struct Purchase {
    /// The store's address.
    pub store: String,
    /// The product's page.
    pub product: String,
}

/// What people write into fields, by the end of the field's name.
const ANSWERS: &[(&str, &str)] = &[
    ("email", "shopper@example.test"),
    ("first_name", "Mia"),
    ("last_name", "Weber"),
    ("name", "Mia Weber"),
    ("street", "12, rue de la Gare"),
    ("line1", "12, rue de la Gare"),
    ("postcode", "1611"),
    ("postal_code", "1611"),
    ("city", "Luxembourg"),
    ("country", "LU"),
    ("phone", "+352 621 000 000"),
];

impl Purchase {
    /// Opens the product and puts it into the cart.
    pub async fn add_to_cart(&self, who: &Shopper) -> Result<Page> {
        let page = who.get(&self.product).await?;
        let form = html::forms(&page.text)
            .into_iter()
            .find(|form| form.is_post && form.action.contains("/cart/"))
            .context("the product's page has no form for the cart")?;
        let answer = who.submit(&page.url, &form).await?;
        if !answer.is_good() {
            bail!("the cart answers {}", answer.status);
        }
        Ok(answer)
    }

    /// Buys it, to the page of the order.
    pub async fn complete(&self, who: &Shopper) -> Result<()> {
        self.add_to_cart(who).await?;
        let mut page = who.get(&format!("{}/checkout", self.store)).await?;
        for _ in 0..MOST_STEPS {
            if !page.is_good() {
                bail!("{} answers {}", page.url, page.status);
            }
            if page.url.contains("/checkout/complete/") {
                return Ok(());
            }
            let form = next_form(&page).with_context(|| format!("{} leads no further", page.url))?;
            page = who.submit(&page.url, &form).await?;
        }
        bail!("no order after {MOST_STEPS} steps; the last page was {}", page.url)
    }
}

/// The last form that changes something: pages put coupons and sign-ins before the way on.
fn next_form(page: &Page) -> Option<Form> {
    let is_aside = |form: &Form| {
        ["sign_out", "language", "theme", "coupon", "search"].iter().any(|name| form.action.contains(name))
    };
    let mut form = html::forms(&page.text).into_iter().rfind(|form| form.is_post && !is_aside(form))?;
    let names: Vec<String> = form.fields.iter().map(|(name, _)| name.clone()).collect();
    for name in names {
        let plain = name.trim_end_matches(']').rsplit(['[', '.']).next().unwrap_or_default().to_owned();
        if let Some((_, answer)) =
            ANSWERS.iter().find(|(ending, _)| plain == *ending || plain.ends_with(&format!("_{ending}")))
        {
            form.fill(&name, answer);
        }
    }
    // A card would lead to its provider's pages.
    form.choose("draft[payment]", "transfer");
    form.choose("intent", "order");
    Some(form)
}
