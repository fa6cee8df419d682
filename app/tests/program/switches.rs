//! What is off is gone, and everything else still works.

use std::time::Duration;

use orion_kernel::{Frontend, Tier};
use orion_testing::{Actor, TestApp};

use crate::endpoints;

struct People {
    operator: Actor,
    owner: Actor,
    shopper: Actor,
    visitor: Actor,
}

impl People {
    fn at(&self, frontend: Frontend) -> &Actor {
        match frontend {
            Frontend::Admin => &self.operator,
            Frontend::Store => &self.owner,
            Frontend::Storefront => &self.shopper,
            Frontend::Platform => &self.visitor,
        }
    }
}

async fn people(app: &TestApp) -> People {
    People {
        operator: app.operator().await,
        owner: app.member("owner@lumiere.test", "lumiere").await,
        shopper: app.shopper("lumiere"),
        visitor: app.visitor(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_module_that_is_off_is_gone() {
    let app = TestApp::start().await;
    let people = people(&app).await;
    let registry = orion_app::modules::registry();
    let platform = app.platform_id().await;
    let switches = app.app.modules().iter().find_map(|module| module.switches.clone()).expect("modules are switched");
    for module in registry.modules().iter().filter(|module| module.tier == Tier::Optional) {
        let off = switches.disable(&app.app, platform, module.code).await.expect("it can be switched off");
        assert!(off.contains(&module.code));
        app.until("the switch to be known", || async {
            let on = app.app.is_enabled(platform, module.code).await.expect("an answer");
            (!on).then_some(())
        })
        .await;
        for (path, endpoint) in endpoints().into_iter().filter(|(_, endpoint)| endpoint.module == module.code) {
            let status = people.at(endpoint.frontend).call(path, &[]).await.status;
            assert_eq!(status, 404, "{path} while {} is off", module.code);
        }
        for item in &module.menu {
            let page = people.at(item.frontend).get(item.path).await;
            assert_eq!(page.status, 404, "{} while {} is off", item.path, module.code);
        }
        for (frontend, home) in
            [(Frontend::Store, "/"), (Frontend::Admin, "/"), (Frontend::Storefront, "/"), (Frontend::Platform, "/")]
        {
            let page = people.at(frontend).get(home).await;
            assert_eq!(page.status, 200, "the home of {} while {} is off", frontend.code(), module.code);
            assert!(!page.shows(&format!("/style/{}-", module.code)), "{}'s styles while it is off", module.code);
        }
        for code in off.iter().rev() {
            switches.enable(&app.app, platform, code).await.expect("it can be switched on");
        }
        app.until("the switch to be known", || async {
            app.app.is_enabled(platform, module.code).await.expect("an answer").then_some(())
        })
        .await;
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_switch_reaches_another_process_within_a_second() {
    let app = TestApp::start().await;
    let second = app.second_process().await;
    let platform = app.platform_id().await;
    let module =
        orion_app::modules::registry().modules().iter().find(|module| module.tier == Tier::Optional).expect("one").code;
    assert!(second.app.is_enabled(platform, module).await.expect("an answer"));
    let switches = app.app.modules().iter().find_map(|module| module.switches.clone()).expect("modules are switched");
    switches.disable(&app.app, platform, module).await.expect("it can be switched off");
    let known = second.until("the switch to be known", || async {
        (!second.app.is_enabled(platform, module).await.expect("an answer")).then_some(())
    });
    tokio::time::timeout(Duration::from_secs(1), known).await.expect("within a second");
    second.stop().await;
    app.stop().await;
}
