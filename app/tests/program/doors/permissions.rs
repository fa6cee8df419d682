//! What a role lacks, it cannot do.

use orion_kernel::Frontend;

use super::{
    door::Door,
    functions::functions,
    matrix::Expected,
    page_matrix::{address, back_office},
    person::{Person, allow, people, permissions},
    world::World,
};

const STAFF: &str = "staff@lumiere.test";

/// Lets the member do everything but what the door asks for.
async fn forbid(world: &World, permission: &str) {
    let others: Vec<&str> = permissions().into_iter().filter(|held| *held != permission).collect();
    allow(&world.app, STAFF, &others).await;
}

fn own(world: &World, staff: &Person, door: &Door) -> (String, String) {
    let asks = world.asks(staff, Frontend::Store, door).into_iter();
    let own = asks.filter(|ask| ask.expected == Expected::In).map(|ask| (ask.base, ask.sent)).next();
    own.unwrap_or_else(|| panic!("{} is open to nobody", door.at))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_function_and_page_of_the_back_office_asks_for_its_permission() {
    let world = World::new().await;
    let people = people(&world.app).await;
    let staff = people.iter().find(|person| person.name == "staff of store 1").expect("a member");
    let mut faults = Vec::new();
    for door in functions(Frontend::Store) {
        let Some(permission) = door.permission() else { continue };
        forbid(&world, permission).await;
        let (base, sent) = own(&world, staff, door);
        let status = staff.call(Frontend::Store, &base, door, &sent).await.status;
        if status != 403 {
            faults.push(format!("{} answers {status} without {permission}", door.at));
        }
    }
    for door in back_office() {
        let Some(permission) = door.permission() else { continue };
        forbid(&world, permission).await;
        let (base, sent) = own(&world, staff, &address(door));
        let status = staff.open(&base, &sent).await.status;
        if status != 403 {
            faults.push(format!("the page {} answers {status} without {permission}", door.at));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    world.app.stop().await;
}
