//! The tables name every server function, page and route there is, and none that is not.

use std::collections::BTreeSet;

use orion_kernel::Frontend;
use orion_testing::TestApp;

use super::{
    door::{Door, May},
    functions::functions,
    pages::{ADMIN_DOWNLOADS, DOWNLOADS, OPEN_TO_THE_WORLD, STOREFRONT_DOWNLOADS, pages},
    roles::{operator_permissions, permissions},
};
use crate::{endpoints, switches::pages::routes};

fn complain(missing: &BTreeSet<String>, gone: &BTreeSet<String>, file: &str) {
    assert!(
        missing.is_empty(),
        "say in app/tests/program/doors/{file} who may go through, and with which ids: {missing:#?}"
    );
    assert!(gone.is_empty(), "app/tests/program/doors/{file} has what the program has not: {gone:#?}");
}

fn compare(there: BTreeSet<String>, listed: BTreeSet<String>, file: &str) {
    complain(&there.difference(&listed).cloned().collect(), &listed.difference(&there).cloned().collect(), file);
}

#[test]
fn every_server_function_has_an_entry() {
    let there = endpoints().into_iter().map(|(path, _)| path.to_owned()).collect();
    let listed = Frontend::ALL.into_iter().flat_map(|frontend| {
        functions(frontend).iter().map(move |door| format!("/api/v1/{}/{}", frontend.code(), door.at))
    });
    compare(there, listed.collect(), "functions.rs");
}

#[test]
fn every_page_has_an_entry() {
    let there = routes().into_iter().map(|(_, frontend, route)| format!("{} {route}", frontend.code())).collect();
    let listed = Frontend::ALL
        .into_iter()
        .flat_map(|frontend| pages(frontend).iter().map(move |door| format!("{} {}", frontend.code(), door.at)));
    compare(there, listed.collect(), "pages.rs");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_of_a_modules_own_has_an_entry() {
    let app = TestApp::start().await;
    let open = |path: &str| {
        OPEN_TO_THE_WORLD.iter().any(|(listed, _)| match listed.strip_suffix('*') {
            Some(below) => path.starts_with(below),
            None => path == *listed,
        })
    };
    let mut there = BTreeSet::new();
    for routes in app.app.modules().iter().filter_map(|module| module.routes) {
        let paths = paths(&format!("{:?}", routes(app.app.clone())));
        assert!(!paths.is_empty(), "a router no longer shows its paths when it is printed");
        there.extend(paths.into_iter().filter(|path| !open(path)));
    }
    let listed = DOWNLOADS.iter().chain(STOREFRONT_DOWNLOADS).chain(ADMIN_DOWNLOADS);
    compare(there, listed.map(|door| door.at.to_owned()).collect(), "pages.rs");
    app.stop().await;
}

#[test]
fn every_permission_asked_for_can_be_given() {
    for (frontend, known) in [(Frontend::Store, permissions()), (Frontend::Admin, operator_permissions())] {
        let doors = functions(frontend).iter().chain(pages(frontend));
        let downloads = DOWNLOADS.iter().filter(|_| frontend == Frontend::Store);
        for permission in doors.chain(downloads).filter_map(|door| door.permission()) {
            assert!(known.contains(&permission), "no role in {} can hold {permission}", frontend.code());
        }
    }
}

/// A router tells its paths nowhere else than where it is printed; what it answers to all others stands last.
fn paths(router: &str) -> BTreeSet<String> {
    let (own, _) = router.split_once("fallback_router").unwrap_or((router, ""));
    let texts = own.split('"').skip(1).step_by(2);
    texts.filter(|text| text.starts_with('/')).map(str::to_owned).collect()
}

/// What changes a secret or an address that people sign in with is closed to whoever acts as somebody else.
#[test]
fn every_function_that_changes_credentials_says_so() {
    const WORDS: [&str; 6] = ["password", "passkey", "second_factor", "recovery", "change_email", "create_api_key"];
    // Those ask about somebody else, or are for people who are not signed in.
    let is_for_oneself = |door: &&Door| matches!(door.may, May::Team(_) | May::Customers);
    let reads = |name: &str| ["list_", "show_", "open_", "team_"].iter().any(|word| name.starts_with(word));
    let doors = [Frontend::Store, Frontend::Storefront].into_iter().flat_map(functions);
    let silent: Vec<&str> = doors
        .filter(is_for_oneself)
        .filter(|door| !door.is_credentials)
        .filter(|door| door.at.split('/').next_back().is_some_and(|name| !reads(name)))
        .filter(|door| WORDS.iter().any(|word| door.at.contains(word)))
        .map(|door| door.at)
        .collect();
    assert!(silent.is_empty(), "say `.credentials()` in app/tests/program/doors/functions.rs: {silent:?}");
}
