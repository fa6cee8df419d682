//! A merchant is handed over: once, to somebody who wants it.

use orion_testing::{Actor, Answer, TestApp};

use super::builders::{change, code, colleague, member_id, owner, platform, sign_in, store, token};

const PASSWORD: &str = "demo-orion-2026";
const STAFF: &str = "staff@lumiere.test";

async fn start(owner: &Actor, user: &str, password: &str) -> Answer {
    owner.call(&store("start_transfer"), &[("user", user), ("password", password)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_at_once_are_one_and_the_new_owner_accepts() {
    let app = TestApp::start().await;
    let owner = owner(&app).await;
    let _ = colleague(&app, &owner, "second@example.test", "manager").await;
    let staff = member_id(&owner, STAFF).await;
    let second = member_id(&owner, "second@example.test").await;
    assert_eq!(start(&owner, &staff, "guessed").await.error().fields[0].code, "wrong_password");
    let (one, two) = tokio::join!(start(&owner, &staff, PASSWORD), start(&owner, &second, PASSWORD));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{one:?} {two:?}");
    if one.status != 200 {
        assert_eq!(owner.call(&store("revoke_transfer"), &[]).await.status, 200);
        assert_eq!(start(&owner, &staff, PASSWORD).await.status, 200);
    }
    let token = token(&app, STAFF, "/transfers/").await;
    let stranger = sign_in(&app, "second@example.test", super::builders::PASSWORD).await;
    let refused = stranger.call(&platform("accept_transfer"), &[("token", &token)]).await;
    assert_eq!(code(&refused), (403, "transfer_of_somebody_else".to_owned()));
    let page = app.visitor().get(&format!("/transfers/{token}")).await;
    assert!(page.status == 200 && page.shows("/sign-in?next="), "{page:?}");
    let new = sign_in(&app, STAFF, PASSWORD).await;
    let accept = async || new.call(&platform("accept_transfer"), &[("token", &token)]).await;
    let (one, two) = tokio::join!(accept(), accept());
    assert!(one.status.min(two.status) < 400 && one.status.max(two.status) == 409, "{one:?} {two:?}");
    let owners = "select string_agg(u.email, ' ') from tenancy.memberships m join tenancy.users u on u.id = m.user_id
                  join tenancy.merchants c on c.id = m.merchant_id where c.code = 'lumiere-et-fils' and m.role = 'owner'";
    assert_eq!(app.one::<String>(owners).await, STAFF);
    assert_eq!(new.at("/store/lumiere").call(&store("list_api_keys"), &[]).await.status, 200);
    assert_eq!(owner.call(&store("list_api_keys"), &[]).await.status, 403, "a manager now");
    app.until("both to be told", || async {
        let mails = app.mails().await;
        let done = |to: &str| mails.iter().filter(|mail| mail.to == to).count() >= 2;
        (done(STAFF) && done("owner@lumiere.test")).then_some(())
    })
    .await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_an_owner_hands_over_and_can_change_their_mind() {
    let app = TestApp::start().await;
    let owner = owner(&app).await;
    let lead = super::builders::role(&owner, "Lead", &["team.view", "team.manage"]).await;
    let lead = colleague(&app, &owner, "lead@example.test", &lead).await;
    let staff = member_id(&owner, STAFF).await;
    assert_eq!(code(&start(&lead, &staff, super::builders::PASSWORD).await), (409, "only_owners".to_owned()));
    assert_eq!(start(&owner, &staff, PASSWORD).await.status, 200);
    let first = token(&app, STAFF, "/transfers/").await;
    assert_eq!(owner.call(&store("revoke_transfer"), &[]).await.status, 200);
    let new = sign_in(&app, STAFF, PASSWORD).await;
    let late = new.call(&platform("accept_transfer"), &[("token", &first)]).await;
    assert_eq!(code(&late), (409, "transfer_gone".to_owned()));
    assert_eq!(start(&owner, &staff, PASSWORD).await.status, 200);
    change(&app, "update tenancy.owner_transfers set expires_at = now() - interval '1 second'").await;
    let second = app
        .until("another letter", || async {
            let latest = token(&app, STAFF, "/transfers/").await;
            (latest != first).then_some(latest)
        })
        .await;
    let late = new.call(&platform("accept_transfer"), &[("token", &second)]).await;
    assert_eq!(code(&late), (409, "transfer_gone".to_owned()));
    assert_eq!(start(&owner, &staff, PASSWORD).await.status, 200, "one that ran out makes room");
    app.stop().await;
}
