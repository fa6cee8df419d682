//! Nobody gets through a door that is not theirs: every server function, page and download, asked by everybody for
//! what is theirs and what is not.

#[path = "doors/door.rs"]
mod door;
#[path = "doors/functions.rs"]
mod functions;
#[path = "doors/lists.rs"]
mod lists;
#[path = "doors/matrix.rs"]
mod matrix;
#[path = "doors/page_matrix.rs"]
mod page_matrix;
#[path = "doors/pages.rs"]
mod pages;
#[path = "doors/permissions.rs"]
mod permissions;
#[path = "doors/person.rs"]
mod person;
#[path = "doors/roles.rs"]
mod roles;
#[path = "doors/world.rs"]
mod world;

use std::{collections::BTreeMap, future::Future, sync::Arc};

use orion_kernel::Frontend;
use orion_runtime::gate::Endpoint;
use orion_testing::{Answer, TestApp};
use tokio::task::JoinSet;

use self::{
    door::Door,
    functions::functions,
    matrix::{Ask, Expected, fault},
    person::{Person, people},
    world::World,
};
use crate::{
    endpoints, endpoints_of,
    tables::{Tenant, contents, contents_of, mentions, tables},
};

/// What has something in the cart before the others' things are asked for.
const ADD_LINE: &str = "cart/add_line";

#[tokio::test(flavor = "multi_thread")]
async fn nobody_reaches_what_is_not_theirs() {
    let world = World::new().await;
    let people = people(&world.app).await;
    fill_carts(&world, &people).await;
    let before = contents(&world.app).await;
    let (world, mut faults) = all_at_once(world, people, refused).await;
    let after = contents(&world.app).await;
    let touched = after.iter().filter(|(table, rows)| before.get(*table) != Some(*rows));
    faults.extend(touched.map(|(table, _)| format!("{table} has changed although everybody was refused")));
    assert!(faults.is_empty(), "{faults:#?}");
    world.app.stop().await;
}

/// Lets everybody do the same, side by side: each has an address of their own. Gives what went wrong.
async fn all_at_once<F>(
    world: World,
    people: Vec<Person>,
    act: impl Fn(Arc<World>, Person) -> F,
) -> (World, Vec<String>)
where
    F: Future<Output = Vec<String>> + Send + 'static,
{
    let world = Arc::new(world);
    let mut acting = JoinSet::new();
    for person in people {
        acting.spawn(act(world.clone(), person));
    }
    let mut faults = Vec::new();
    while let Some(found) = acting.join_next().await {
        faults.extend(found.expect("somebody acts"));
    }
    (Arc::into_inner(world).expect("everybody is done"), faults)
}

/// What is wrong with how somebody is refused.
async fn refused(world: Arc<World>, person: Person) -> Vec<String> {
    let mut faults = Vec::new();
    for frontend in Frontend::ALL {
        for door in functions(frontend) {
            let asks = world.asks(&person, frontend, door).into_iter();
            for ask in asks.filter(|ask| ask.expected != Expected::In) {
                let answer = person.call(frontend, &ask.base, door, &ask.sent).await;
                // Whoever acts as somebody else is refused before anything is looked for.
                let unknown = match ask.expected {
                    Expected::NotThemselves => answer.clone(),
                    _ => person.call(frontend, &ask.base, door, &ask.unknown).await,
                };
                let wrong = if ask.expected == Expected::Unknown && door.is_quiet {
                    (!is_like(&answer, &unknown, &ask)).then_some("it has to answer as if there were nothing")
                } else {
                    fault(ask.expected, door, &answer).or_else(|| {
                        (answer.body != unknown.body).then_some("it has to answer as if there were nothing")
                    })
                };
                let told = format!("{} asks {}/{} for {}", person.name, frontend.code(), door.at, ask.whose);
                faults.extend(wrong.map(|wrong| format!("{told}: {wrong}, not {}", short(&answer))));
            }
        }
    }
    faults
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_reaches_what_is_theirs_and_reads_of_nothing_else() {
    let world = World::new().await;
    let mut people = people(&world.app).await;
    people.sort_by_key(Person::turn);
    let mut faults = Vec::new();
    // What shoppers see is there until the team and the operator have removed it.
    for frontend in [Frontend::Storefront, Frontend::Store, Frontend::Platform, Frontend::Admin] {
        for person in &people {
            let secrets = world.secrets(person, frontend);
            for door in functions(frontend).iter().filter(|door| !person.leaves_alone(door)) {
                for ask in world.asks(person, frontend, door).into_iter().filter(|ask| ask.expected == Expected::In) {
                    let answer = person.try_to_call(frontend, &ask.base, door, &ask.sent).await;
                    let told = format!("{} asks {}/{} for {}", person.name, frontend.code(), door.at, ask.whose);
                    let wrong = fault(ask.expected, door, &answer);
                    faults.extend(wrong.map(|wrong| format!("{told}: {wrong}, not {}", short(&answer))));
                    let heard = told_of(&secrets, door, &ask, &answer);
                    faults.extend(heard.map(|secret| format!("{told}: it tells of {secret}")));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    world.app.stop().await;
}

/// A product of one's own in a category of somebody else's: whatever the answer, the other tenant's rows stay as they are,
/// and one's own name none of them.
#[tokio::test(flavor = "multi_thread")]
async fn a_foreign_id_beside_ones_own_reaches_nothing() {
    let mut world = World::new().await;
    let people = people(&world.app).await;
    let (own, other) = (tenant(&world.app, "lumiere").await, tenant(&world.app, "bierger").await);
    let before = theirs(&world.app, &other).await;
    let mut faults = Vec::new();
    for person in people.iter().filter(|person| person.store == "lumiere") {
        for frontend in Frontend::ALL {
            for door in functions(frontend) {
                for name in door.points_at() {
                    world.read_version().await;
                    let Some((base, sent)) = world.mixed(person, frontend, door, name) else { continue };
                    let answer = person.try_to_call(frontend, &base, door, &sent).await;
                    if answer.status >= 500 {
                        faults.push(format!("{} with another's {name}: {}", door.at, short(&answer)));
                    }
                }
            }
        }
    }
    assert_eq!(theirs(&world.app, &other).await, before);
    let foreign: Vec<String> = world.ben.values().filter(|value| value.len() == 36).cloned().collect();
    faults.extend(mentions(&world.app, &own, &foreign).await);
    assert!(faults.is_empty(), "{faults:#?}");
    world.app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_function_of_another_frontend_is_not_there() {
    let app = TestApp::start().await;
    let shopper = app.shopper("lumiere");
    for (path, Endpoint { frontend, .. }) in endpoints() {
        if frontend != Frontend::Storefront {
            assert_eq!(shopper.call(path, &[]).await.status, 404, "{path}");
        }
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_from_other_sites_are_refused_sibling_stores_included() {
    let app = TestApp::start().await;
    let shopper = app.shopper("lumiere");
    for path in endpoints_of(Frontend::Storefront) {
        for site in ["cross-site", "same-site"] {
            let request =
                shopper.request(reqwest::Method::POST, path).header("sec-fetch-site", site).form(&[("a", "b")]);
            assert_eq!(request.send().await.expect("an answer").status(), 403, "{path} from {site}");
        }
        let request = shopper
            .request(reqwest::Method::POST, path)
            .header("origin", "http://bierger.localhost")
            .form(&[("a", "b")]);
        assert_eq!(request.send().await.expect("an answer").status(), 403, "{path} with a foreign origin");
    }
    app.stop().await;
}

/// A cart that is there can be asked to hold what is not theirs.
async fn fill_carts(world: &World, people: &[Person]) {
    let add = functions(Frontend::Storefront).iter().find(|door| door.at == ADD_LINE).expect("carts are filled");
    for person in people {
        let asks = world.asks(person, Frontend::Storefront, add).into_iter();
        for ask in asks.filter(|ask| ask.expected == Expected::In) {
            let answer = person.call(Frontend::Storefront, &ask.base, add, &ask.sent).await;
            assert_eq!(answer.status, 200, "{answer:?}");
        }
    }
}

/// Whether two answers say the same, but for what was asked.
fn is_like(answer: &Answer, unknown: &Answer, ask: &Ask) -> bool {
    let asked = |sent: &str| sent.split_once('=').map_or_else(String::new, |(_, value)| value.to_owned());
    let (own, nobodys) = (asked(&ask.sent), asked(&ask.unknown));
    answer.status == unknown.status && answer.body.replace(&own, &nobodys) == unknown.body
}

/// What an answer tells of others. Whoever follows a link learns where it leads.
fn told_of<'s>(
    secrets: &'s [String],
    door: &Door,
    ask: &'s Ask,
    answer: &'s Answer,
) -> impl Iterator<Item = &'s String> + use<'s> {
    let is_asked = door.goes_by_link;
    secrets.iter().filter(move |secret| !is_asked && answer.shows(secret) && !ask.sent.contains(*secret))
}

fn short(answer: &Answer) -> String {
    let body: String = answer.body.chars().take(200).collect();
    format!("{} {} {body}", answer.status, answer.location.as_deref().unwrap_or_default())
}

/// What is a merchant's or a store's own: both tenants of the tests share their platform, whose operator may change it.
async fn theirs(app: &TestApp, tenant: &Tenant) -> BTreeMap<String, String> {
    let mut contents = contents_of(app, tenant).await;
    for table in tables(app).await {
        if table.locks.values().all(|kind| kind == "platform") {
            contents.remove(&table.name);
        }
    }
    contents
}

async fn tenant(app: &TestApp, store: &str) -> Tenant {
    let mut tx = orion_runtime::ctx::begin_unscoped(&app.app).await.expect("a transaction");
    let (platform, merchant, store) =
        sqlx::query_as("select platform_id::text, merchant_id::text, id::text from tenancy.stores where code = $1")
            .bind(store)
            .fetch_one(&mut *tx)
            .await
            .expect("the store");
    Tenant { platform, merchant, store }
}
