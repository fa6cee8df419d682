//! The test cards, and what each of them does.

/// What a card does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// Pays; the shop is told at once.
    Pays,
    /// Is declined.
    Declined,
    /// Asks for a confirmation first (3-D Secure), and pays then.
    AsksToConfirm,
    /// Pays; the shop is told twice.
    ToldTwice,
    /// Pays; the shop is told twenty seconds later.
    ToldLate,
    /// Pays; the shop is never told.
    NeverTold,
    /// The bank takes eight seconds to say yes.
    SlowBank,
    /// Pays, and the browser never gets back to the shop.
    BrowserCloses,
    /// Pays, and takes no money back.
    RefusesRefunds,
}

/// A test card.
pub struct TestCard {
    /// Its number.
    pub number: &'static str,
    /// What it does.
    pub behaviour: Behaviour,
    /// What the page says of it.
    pub words: &'static str,
}

/// All of them, in the page's order.
pub const CARDS: [TestCard; 9] = [
    TestCard { number: "4242424242424242", behaviour: Behaviour::Pays, words: "Pays" },
    TestCard { number: "4000000000000002", behaviour: Behaviour::Declined, words: "Is declined" },
    TestCard {
        number: "4000002760003184",
        behaviour: Behaviour::AsksToConfirm,
        words: "Asks for 3-D Secure, then pays",
    },
    TestCard { number: "4000000000000101", behaviour: Behaviour::ToldTwice, words: "Pays; the webhook comes twice" },
    TestCard {
        number: "4000000000000119",
        behaviour: Behaviour::ToldLate,
        words: "Pays; the webhook comes after 20 seconds",
    },
    TestCard { number: "4000000000000127", behaviour: Behaviour::NeverTold, words: "Pays; the webhook never comes" },
    TestCard {
        number: "4000000000000135",
        behaviour: Behaviour::SlowBank,
        words: "The bank takes 8 seconds, then pays",
    },
    TestCard {
        number: "4000000000000143",
        behaviour: Behaviour::BrowserCloses,
        words: "Pays; the browser does not come back",
    },
    TestCard { number: "4000000000005126", behaviour: Behaviour::RefusesRefunds, words: "Pays; refunds are refused" },
];

/// What the card with this number does; spaces do not matter.
#[must_use]
pub fn behaviour(number: &str) -> Option<Behaviour> {
    let digits: String = number.chars().filter(|c| !c.is_whitespace()).collect();
    CARDS.iter().find(|card| card.number == digits).map(|card| card.behaviour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_apart_with_and_without_spaces() {
        assert_eq!(behaviour("4242 4242 4242 4242"), Some(Behaviour::Pays));
        assert_eq!(behaviour("4000000000000002"), Some(Behaviour::Declined));
        assert_eq!(behaviour("4111111111111111"), None);
        let mut numbers: Vec<_> = CARDS.iter().map(|card| card.number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), CARDS.len());
    }
}
