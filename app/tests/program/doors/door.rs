//! A row of the tables: a door, who may go through it, and what they point at.

use std::collections::BTreeMap;

/// What somebody can point at: an order's id, a product's slug; by the name that stands for it in the tables.
pub type Things = BTreeMap<String, String>;

/// Who a door is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    Anybody,
    /// Customers who are signed in to the store.
    Customers,
    /// The store's team: all of them, or those who hold the permission.
    Team(Option<&'static str>),
    /// The platform's operators: all of them, or those who hold the permission.
    Operators(Option<&'static str>),
}

/// How arguments travel.
#[derive(Clone, Copy, Debug)]
pub enum Sent {
    Form,
    Json,
    /// As a form with a picture or a catalogue in the field of this name.
    File(&'static str),
}

/// A server function or a page of a frontend.
#[derive(Clone, Copy, Debug)]
pub struct Door {
    /// `<module>/<endpoint>` of a server function, the route of a page.
    pub at: &'static str,
    /// What is sent: fields of a form, or a page's address. `<order>` stands for an order's id, of whoever's order it is.
    pub asks: &'static str,
    pub may: May,
    pub sent: Sent,
    /// Says nothing about what belongs to others, as it would about what is not there, instead of answering 404.
    pub is_quiet: bool,
    /// Whoever has the link may follow it in that store: the id is a secret of 74 random bits.
    pub goes_by_link: bool,
    /// Changes what somebody proves with who they are: an operator who acts as them may not.
    pub is_credentials: bool,
}

const fn door(at: &'static str, asks: &'static str, may: May) -> Door {
    Door { at, asks, may, sent: Sent::Form, is_quiet: false, goes_by_link: false, is_credentials: false }
}

pub const fn anybody(at: &'static str, asks: &'static str) -> Door {
    door(at, asks, May::Anybody)
}

pub const fn customers(at: &'static str, asks: &'static str) -> Door {
    door(at, asks, May::Customers)
}

/// The members who hold the permission.
pub const fn staff(permission: &'static str, at: &'static str, asks: &'static str) -> Door {
    door(at, asks, May::Team(Some(permission)))
}

/// Every member: it concerns nobody but themselves.
pub const fn team(at: &'static str, asks: &'static str) -> Door {
    door(at, asks, May::Team(None))
}

/// The operators who hold the permission.
pub const fn admin(permission: &'static str, at: &'static str, asks: &'static str) -> Door {
    door(at, asks, May::Operators(Some(permission)))
}

/// Every operator: it concerns nobody but themselves.
pub const fn operators(at: &'static str, asks: &'static str) -> Door {
    door(at, asks, May::Operators(None))
}

impl Door {
    pub const fn json(self) -> Self {
        Self { sent: Sent::Json, ..self }
    }

    pub const fn file(self, field: &'static str) -> Self {
        Self { sent: Sent::File(field), ..self }
    }

    pub const fn quiet(self) -> Self {
        Self { is_quiet: true, ..self }
    }

    pub const fn by_link(self) -> Self {
        Self { goes_by_link: true, ..self }
    }

    pub const fn credentials(self) -> Self {
        Self { is_credentials: true, ..self }
    }

    pub fn permission(&self) -> Option<&'static str> {
        match self.may {
            May::Team(permission) | May::Operators(permission) => permission,
            May::Anybody | May::Customers => None,
        }
    }

    /// Whether it is enough to be told to come again later: guesses and letters are few, and this points at nothing.
    pub fn may_put_off(&self) -> bool {
        let is_rare = self.may == May::Anybody || self.is_credentials || self.asks.contains("guessed");
        is_rare && self.points_at().is_empty()
    }

    /// The names of what it points at, in order.
    pub fn points_at(&self) -> Vec<&'static str> {
        self.asks.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(name, _)| name).collect()
    }

    /// What is sent to point at these things; `None` where one is not among them.
    pub fn filled(&self, things: &Things) -> Option<String> {
        let mut asks = self.asks.to_owned();
        for name in self.points_at() {
            asks = asks.replace(&format!("<{name}>"), things.get(name)?);
        }
        Some(asks)
    }
}
