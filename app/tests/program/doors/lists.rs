//! The tables name every server function, page and route there is, and none that is not.

use std::collections::BTreeSet;

use orion_kernel::Frontend;
use orion_testing::TestApp;

use super::{
    functions::functions,
    pages::{DOWNLOADS, OPEN_TO_THE_WORLD, pages},
    person::permissions,
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
    compare(there, DOWNLOADS.iter().map(|door| door.at.to_owned()).collect(), "pages.rs");
    app.stop().await;
}

#[test]
fn every_permission_asked_for_can_be_given() {
    let known = permissions();
    let doors = Frontend::ALL.into_iter().flat_map(|frontend| functions(frontend).iter().chain(pages(frontend)));
    for permission in doors.chain(DOWNLOADS).filter_map(|door| door.permission()) {
        assert!(known.contains(&permission), "no role can hold {permission}");
    }
}

/// A router tells its paths nowhere else than where it is printed; what it answers to all others stands last.
fn paths(router: &str) -> BTreeSet<String> {
    let (own, _) = router.split_once("fallback_router").unwrap_or((router, ""));
    let texts = own.split('"').skip(1).step_by(2);
    texts.filter(|text| text.starts_with('/')).map(str::to_owned).collect()
}
