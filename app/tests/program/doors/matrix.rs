//! Who asks what of a door, and what the answer has to be.

use orion_kernel::Frontend;
use orion_testing::Answer;

use super::{
    door::{Door, May, Things},
    person::{Kind, Person, Standing, base},
    world::{World, nobodys},
};

/// What an answer has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// They get through.
    In,
    /// Like that about a thing that does not exist.
    Unknown,
    /// They are somebody who does not belong there.
    Stranger,
    /// They belong there, and may not.
    Forbidden,
    /// They may not, for they act as somebody else.
    NotThemselves,
}

/// A cell of the matrix.
pub struct Ask {
    /// Whose things are pointed at, for the message.
    pub whose: &'static str,
    pub base: String,
    pub sent: String,
    pub expected: Expected,
    /// What is sent for things that nobody has.
    pub unknown: String,
}

/// What somebody has in a frontend, and what is there besides.
struct View {
    store: &'static str,
    own: Things,
    /// Whose, what, and whether it is in the same store.
    others: Vec<(&'static str, Things, bool)>,
    /// Other stores' places of the same frontend.
    elsewhere: Vec<(&'static str, Things)>,
}

impl World {
    /// Everything a person can ask of a door: in their own place for what is theirs and what is not, and elsewhere.
    pub fn asks(&self, person: &Person, frontend: Frontend, door: &Door) -> Vec<Ask> {
        let view = self.view(person, frontend);
        let unknown = door.filled(&nobodys(&self.everything(frontend))).unwrap_or_default();
        let mut asks = Vec::new();
        let mut ask = |whose, store, things: &Things, expected| {
            let base = base(frontend, store);
            let filled = door.filled(things).map(|sent| Ask { whose, base, sent, expected, unknown: unknown.clone() });
            asks.extend(filled);
        };
        let refused = match person.standing(door) {
            Standing::May => None,
            Standing::Lacks => Some(Expected::Forbidden),
            Standing::NotThemselves => Some(Expected::NotThemselves),
            Standing::Stranger => Some(Expected::Stranger),
        };
        if let Some(refused) = refused {
            let full = if frontend == Frontend::Storefront { &self.anna } else { &view.own };
            ask("somebody's", view.store, full, refused);
            return asks;
        }
        ask("their own", view.store, &view.own, Expected::In);
        for (whose, things, is_near) in &view.others {
            if door.filled(things) != door.filled(&view.own) {
                let expected = if *is_near && door.goes_by_link { Expected::In } else { Expected::Unknown };
                ask(*whose, view.store, things, expected);
            }
        }
        for (store, things) in view.elsewhere.iter().filter(|_| door.may != May::Anybody) {
            ask("somebody else's", *store, things, Expected::Stranger);
        }
        asks
    }

    /// A request with what is theirs, but for the one thing of this name, which is another tenant's.
    pub fn mixed(&self, person: &Person, frontend: Frontend, door: &Door, name: &str) -> Option<(String, String)> {
        let view = self.view(person, frontend);
        let (_, foreign, _) = view.others.iter().find(|(_, _, is_near)| !is_near)?;
        let mut things = view.own.clone();
        things.insert(name.to_owned(), foreign.get(name)?.clone());
        Some((base(frontend, view.store), door.filled(&things)?))
    }

    /// Their own place in a frontend, and what is theirs there.
    pub fn own_things(&self, person: &Person, frontend: Frontend) -> (String, Things) {
        let view = self.view(person, frontend);
        (base(frontend, view.store), view.own)
    }

    /// Ids and addresses that an answer to this person must not hold.
    pub fn secrets(&self, person: &Person, frontend: Frontend) -> Vec<String> {
        let view = self.view(person, frontend);
        let others = view.others.into_iter().flat_map(|(_, things, _)| things.into_values());
        let telling = others.filter(|value| value.len() == 36 || value.contains('@'));
        telling.filter(|value| !view.own.values().any(|own| own == value)).collect()
    }

    fn everything(&self, frontend: Frontend) -> Things {
        if matches!(frontend, Frontend::Platform | Frontend::Admin) { self.platform.clone() } else { self.anna.clone() }
    }

    fn view(&self, person: &Person, frontend: Frontend) -> View {
        let mut view = self.place(person, frontend);
        if !person.own.is_empty() {
            let colleagues = view.own.clone();
            view.own.extend(person.own.clone());
            view.others.push(("a colleague's", colleagues, true));
        }
        view
    }

    fn place(&self, person: &Person, frontend: Frontend) -> View {
        const TENANT: &str = "another tenant's";
        let (anna, berta, ben, chloe) = (self.anna.clone(), self.berta.clone(), self.ben.clone(), self.chloe.clone());
        match (frontend, person.kind, person.name) {
            (Frontend::Platform | Frontend::Admin, ..) => View {
                store: person.store,
                own: self.platform.clone(),
                others: vec![("another platform's", self.other_platform.clone(), false)],
                elsewhere: Vec::new(),
            },
            (Frontend::Store, Kind::Staff, _) if person.store == "bierger" => View {
                store: "bierger",
                own: ben,
                others: vec![("their merchant's other store's", chloe.clone(), false), (TENANT, anna.clone(), false)],
                elsewhere: vec![("kaffi", chloe), ("lumiere", anna)],
            },
            (Frontend::Store, ..) => View {
                store: "lumiere",
                own: anna,
                others: vec![(TENANT, ben.clone(), false)],
                elsewhere: vec![("bierger", ben)],
            },
            (Frontend::Storefront, Kind::Customer, "customer A") => View {
                store: "lumiere",
                own: anna,
                others: vec![("customer B's", berta, true), (TENANT, ben.clone(), false)],
                elsewhere: vec![("bierger", ben)],
            },
            (Frontend::Storefront, Kind::Customer, _) => View {
                store: "lumiere",
                own: berta,
                others: vec![("customer A's", anna, true), (TENANT, ben.clone(), false)],
                elsewhere: vec![("bierger", ben)],
            },
            (Frontend::Storefront, ..) => View {
                store: "lumiere",
                own: self.in_sight(),
                others: vec![("a customer's", anna, true), (TENANT, ben, false)],
                elsewhere: Vec::new(),
            },
        }
    }
}

/// What is wrong with a server function's answer.
pub fn fault(expected: Expected, door: &Door, answer: &Answer) -> Option<&'static str> {
    let is_right = match expected {
        Expected::In => {
            let is_guess = answer.status == 429 && (door.may_put_off() || door.asks.contains("guessed"));
            let is_nothing = answer.status == 404 && door.is_quiet;
            // Nobody of the matrix owns a merchant but by permission, and its staff works in one store.
            let whole = ["only_owners", "beyond_your_stores"];
            let is_owners = answer.status == 403 && whole.iter().any(|code| answer.shows(code));
            let is_done = matches!(answer.status, 200..=399 | 409 | 422) && !answer.shows("malformed_request");
            is_done || is_guess || is_nothing || is_owners
        }
        Expected::Unknown => answer.status == 404,
        Expected::Stranger => answer.status == 401,
        Expected::Forbidden => answer.status == 403,
        Expected::NotThemselves => answer.status == 403 && answer.shows("not_while_impersonating"),
    };
    let wanted = match expected {
        Expected::In => "it has to do as it is asked, or to say why not",
        Expected::Unknown => "it has to answer 404",
        Expected::Stranger => "it has to answer 401",
        Expected::Forbidden => "it has to answer 403",
        Expected::NotThemselves => "it has to answer 403, not_while_impersonating",
    };
    (!is_right).then_some(wanted)
}
