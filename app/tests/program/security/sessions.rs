//! Sessions: a cookie is worth something for its kind, its store and its platform, and until it is let go of.

use orion_runtime::ctx::begin_unscoped;
use orion_testing::TestApp;

use super::{CUSTOMER, Door, MEMBER, OPERATOR, cookies, is_open};

const DOORS: [Door; 3] = [MEMBER, OPERATOR, CUSTOMER];

/// The value of `name=value` under another name.
fn renamed(cookie: &str, name: &str) -> String {
    format!("{name}={}", cookie.split_once('=').expect("a pair").1)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stolen_cookie_is_worth_nothing_after_signing_out() {
    let app = TestApp::start().await;
    for door in DOORS {
        let person = door.visitor(&app);
        let stolen = door.sign_in(&person).await;
        assert!(door.opens(&app, &stolen).await, "{} is signed in", door.email);
        let answer = person.call(door.sign_out, &[]).await;
        assert!(answer.status < 400, "{answer:?}");
        assert!(!door.opens(&app, &stolen).await, "{} has signed out", door.email);
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_gives_a_new_cookie_and_ends_the_one_that_was_there() {
    let app = TestApp::start().await;
    for door in DOORS {
        // Made up by somebody who wants to use it later.
        let planted = format!("{}=planted-by-somebody-else-planted-by-some", door.cookie);
        let answer = door.sign_in_with(&door.visitor(&app), Some(&planted)).await;
        let given = cookies(&answer).into_iter().find(|cookie| cookie.starts_with(door.cookie)).expect("a session");
        assert_ne!(given, planted);
        assert!(!door.opens(&app, &planted).await && door.opens(&app, &given).await, "{}", door.email);
        // A session that is real, the attacker's own.
        let answer = door.sign_in_with(&door.visitor(&app), Some(&given)).await;
        let second = cookies(&answer).into_iter().find(|cookie| cookie.starts_with(door.cookie)).expect("a session");
        assert_ne!(given, second);
        assert!(!door.opens(&app, &given).await, "{}: the session from before goes on", door.email);
        assert!(door.opens(&app, &second).await, "{}", door.email);
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cookie_opens_nothing_of_another_kind_or_store() {
    let app = TestApp::start().await;
    let member = MEMBER.sign_in(&app.visitor()).await;
    let operator = OPERATOR.sign_in(&app.visitor()).await;
    let customer = CUSTOMER.sign_in(&app.shopper("lumiere")).await;
    for stolen in [&member, &customer] {
        assert!(!OPERATOR.opens(&app, &renamed(stolen, OPERATOR.cookie)).await, "{stolen} in the admin");
    }
    for stolen in [&operator, &customer] {
        assert!(!MEMBER.opens(&app, &renamed(stolen, MEMBER.cookie)).await, "{stolen} in the back office");
    }
    for stolen in [&operator, &member] {
        assert!(!CUSTOMER.opens(&app, &renamed(stolen, CUSTOMER.cookie)).await, "{stolen} in the storefront");
    }
    let elsewhere = app.shopper("bierger");
    for stolen in [customer.clone(), renamed(&customer, "orion_customer_bierger")] {
        assert!(!is_open(&elsewhere, CUSTOMER.page, &stolen).await, "{stolen} in another store");
    }
    assert!(is_open(&app.visitor(), "/storefront/lumiere/account", &customer).await, "the store at its other address");
    assert!(
        !is_open(&app.visitor(), "/storefront/bierger/account", &renamed(&customer, "orion_customer_bierger")).await
    );
    assert!(!is_open(&app.visitor(), "/store/bierger/products", &member).await, "another merchant's back office");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cookie_opens_nothing_of_another_platform() {
    let app = TestApp::start().await;
    let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
    sqlx::raw_sql(
        "insert into tenancy.platforms (id, code, name, host, locales)
         values ('00000000-0000-7000-8000-00000000000a', 'zeta', 'Zeta', 'zeta.test', '{en}');
         insert into tenancy.operators (platform_id, user_id)
         select '00000000-0000-7000-8000-00000000000a', id from tenancy.users where email = 'operator@orion.test'",
    )
    .execute(&mut *tx)
    .await
    .expect("a platform");
    tx.commit().await.expect("a platform");
    app.app.directory().forget();
    let here = OPERATOR.sign_in(&app.visitor()).await;
    let port = app.origin().rsplit_once(':').expect("a port").1.to_owned();
    let there = orion_testing::Actor::new(format!("http://zeta.test:{port}"), "");
    assert!(is_open(&app.visitor(), OPERATOR.page, &here).await);
    assert!(!is_open(&there, OPERATOR.page, &here).await, "an operator of both has signed in to one");
    let other = OPERATOR.sign_in(&there).await;
    assert!(is_open(&there, OPERATOR.page, &other).await);
    assert!(!is_open(&app.visitor(), OPERATOR.page, &other).await);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_when_its_time_is_over_whatever_the_browser_says() {
    let app = TestApp::start().await;
    for (moment, why) in [
        ("expires_at = now() - interval '1 second'", "it was long enough"),
        ("last_used_at = now() - make_interval(secs => idle_secs + 1)", "nobody was there"),
    ] {
        let cookie = MEMBER.sign_in(&app.visitor()).await;
        assert!(MEMBER.opens(&app, &cookie).await);
        let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
        let aged = sqlx::query(sqlx::AssertSqlSafe(format!("update orion.sessions set {moment}")));
        aged.execute(&mut *tx).await.expect("sessions");
        tx.commit().await.expect("sessions");
        assert!(!MEMBER.opens(&app, &cookie).await, "{why}");
    }
    app.stop().await;
}

/// The rights change while a request of the person is under way: it may end either way, and the next one is refused.
#[tokio::test(flavor = "multi_thread")]
async fn a_role_taken_away_is_gone_with_the_next_request() {
    let app = TestApp::start().await;
    let cookie = MEMBER.sign_in(&app.visitor()).await;
    assert!(MEMBER.opens(&app, &cookie).await);
    let visitor = app.visitor();
    let open = is_open(&visitor, MEMBER.page, &cookie);
    let take = async {
        let mut tx = begin_unscoped(&app.app).await.expect("a transaction");
        sqlx::query(
            "delete from tenancy.memberships m using tenancy.users u where u.id = m.user_id and u.email = 'staff@lumiere.test'",
        )
        .execute(&mut *tx)
        .await
        .expect("a membership");
        tx.commit().await.expect("a membership");
    };
    tokio::join!(open, take);
    assert!(!MEMBER.opens(&app, &cookie).await);
    app.stop().await;
}
