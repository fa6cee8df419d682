//! The same for pages and downloads: they are read, so there is nothing to change, and strangers are led to a door.

use std::sync::Arc;

use orion_kernel::Frontend;
use orion_testing::Answer;

use super::{
    all_at_once,
    door::{Door, May},
    matrix::Expected,
    pages::{ADMIN_DOWNLOADS, DOWNLOADS, STOREFRONT_DOWNLOADS, pages},
    person::{Person, people},
    short, told_of,
    world::World,
};

/// The pages of a frontend, and its downloads.
pub fn pages_of(frontend: Frontend) -> impl Iterator<Item = &'static Door> {
    let downloads = match frontend {
        Frontend::Store => DOWNLOADS,
        Frontend::Storefront => STOREFRONT_DOWNLOADS,
        Frontend::Admin => ADMIN_DOWNLOADS,
        Frontend::Platform => &[],
    };
    pages(frontend).iter().chain(downloads)
}

/// A door whose address is there even where it is the route itself.
pub fn address(door: &Door) -> Door {
    if door.asks.is_empty() { Door { asks: door.at, ..*door } } else { *door }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_show_everybody_what_is_theirs_and_nothing_else() {
    let world = World::new().await;
    let people = people(&world.app).await;
    let (world, faults) = all_at_once(world, people, opened).await;
    assert!(faults.is_empty(), "{faults:#?}");
    world.app.stop().await;
}

/// What is wrong with what somebody is shown.
async fn opened(world: Arc<World>, person: Person) -> Vec<String> {
    let mut faults = Vec::new();
    for frontend in Frontend::ALL {
        let secrets = world.secrets(&person, frontend);
        for door in pages_of(frontend).map(address) {
            for ask in world.asks(&person, frontend, &door) {
                let answer = person.open(&ask.base, &ask.sent).await;
                let told = format!("{} opens {} {} for {}", person.name, frontend.code(), door.at, ask.whose);
                if let Some(wrong) = fault(ask.expected, &door, &answer) {
                    faults.push(format!("{told}: {wrong}, not {}", short(&answer)));
                }
                let heard = told_of(&secrets, &door, &ask, &answer);
                faults.extend(heard.map(|secret| format!("{told}: it tells of {secret}")));
            }
        }
    }
    faults
}

fn fault(expected: Expected, door: &Door, answer: &Answer) -> Option<&'static str> {
    let is_led_to = |place: &str| answer.location.as_ref().is_some_and(|to| to.contains(place));
    // A storefront asks customers to sign in where they are, or shows the way.
    let asks =
        ["/api/v1/storefront/customers/sign_in\"", "/account/sign-in?next="].iter().any(|text| answer.shows(text));
    let is_asked = asks && door.may == May::Customers;
    let is_turned_away = answer.status == 401 || is_asked || (answer.status < 400 && is_led_to("/sign-in?next="));
    match expected {
        Expected::In if answer.status >= 400 || is_turned_away => Some("it has to be shown"),
        Expected::Unknown if answer.status != 404 && !door.is_quiet => Some("it has to answer 404"),
        Expected::Stranger if !is_turned_away => Some("it has to lead to the door"),
        Expected::Forbidden | Expected::NotThemselves if answer.status != 403 => Some("it has to answer 403"),
        _ => None,
    }
}
