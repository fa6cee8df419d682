//! What a role lacks, it cannot do.

use orion_kernel::Frontend;

use super::{
    door::Door,
    functions::functions,
    page_matrix::{address, pages_of},
    person::{Person, people},
    roles::{allow, allow_operator, operator_permissions, permissions},
    world::World,
};

/// Somebody whose role is changed again and again.
struct Guinea<'p> {
    email: &'static str,
    frontend: Frontend,
    person: &'p Person,
}

impl Guinea<'_> {
    /// Lets them do everything but what the door asks for.
    async fn forbid(&self, world: &World, permission: &str) {
        let but = |all: Vec<&'static str>| all.into_iter().filter(|held| *held != permission).collect::<Vec<_>>();
        match self.frontend {
            Frontend::Admin => allow_operator(&world.app, self.email, &but(operator_permissions())).await,
            _ => allow(&world.app, self.email, &but(permissions())).await,
        }
    }

    fn own(&self, world: &World, door: &Door) -> (String, String) {
        let view = world.own_things(self.person, self.frontend);
        let sent = door.filled(&view.1).unwrap_or_else(|| panic!("{} is open to nobody", door.at));
        (view.0, sent)
    }
}

async fn without_the_permission(world: &World, guinea: &Guinea<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for door in functions(guinea.frontend) {
        let Some(permission) = door.permission() else { continue };
        guinea.forbid(world, permission).await;
        let (base, sent) = guinea.own(world, door);
        let status = guinea.person.call(guinea.frontend, &base, door, &sent).await.status;
        if status != 403 {
            faults.push(format!("{} answers {status} without {permission}", door.at));
        }
    }
    for door in pages_of(guinea.frontend) {
        let Some(permission) = door.permission() else { continue };
        guinea.forbid(world, permission).await;
        let (base, sent) = guinea.own(world, &address(door));
        let status = guinea.person.open(&base, &sent).await.status;
        // Who may not see the dashboard is led on from there to what they may.
        let is_led_on = door.at == "/" && status == 303;
        if status != 403 && !is_led_on {
            faults.push(format!("the page {} answers {status} without {permission}", door.at));
        }
    }
    faults
}

#[tokio::test(flavor = "multi_thread")]
async fn every_function_and_page_of_the_back_offices_asks_for_its_permission() {
    let world = World::new().await;
    let people = people(&world.app).await;
    let named = |name: &str| people.iter().find(|person| person.name == name).expect("somebody");
    let staff = Guinea { email: "staff@lumiere.test", frontend: Frontend::Store, person: named("staff of store 1") };
    let support =
        Guinea { email: "support@orion.test", frontend: Frontend::Admin, person: named("an operator in support") };
    let mut faults = without_the_permission(&world, &staff).await;
    faults.extend(without_the_permission(&world, &support).await);
    assert!(faults.is_empty(), "{faults:#?}");
    world.app.stop().await;
}
