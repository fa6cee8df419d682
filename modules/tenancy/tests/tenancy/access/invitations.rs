//! An invitation is accepted once, in time, by whom it was meant for.

use orion_testing::TestApp;
use serde_json::Value;

use super::builders::{PASSWORD, accept, change, code, invite, owner, platform, sign_in, store, token};

const GONE: &str = "invitation_gone";
const PACKER: &str = "packer@example.test";

async fn id_of(actor: &orion_testing::Actor, email: &str) -> String {
    let team: Value = actor.call(&store("list_team"), &[]).await.value();
    let open = team["invitations"].as_array().expect("invitations");
    let found = open.iter().find(|invitation| invitation["email"] == email).expect("the invitation");
    found["id"].as_str().expect("an id").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_used_one_is_worth_nothing_and_two_at_once_are_one() {
    let app = TestApp::start().await;
    let owner = owner(&app).await;
    assert_eq!(invite(&owner, PACKER, "staff").await.status, 200);
    let token = token(&app, PACKER, "/invitations/").await;
    let page = app.visitor().get(&format!("/invitations/{token}")).await;
    assert!(page.status == 200 && page.shows(PACKER) && page.shows("name=\"password\""), "{page:?}");
    let (one, two) = (app.visitor(), app.visitor());
    let (first, second) = tokio::join!(accept(&one, &token), accept(&two, &token));
    assert!(first.status.min(second.status) < 400 && first.status.max(second.status) == 409, "{first:?} {second:?}");
    assert_eq!(code(&accept(&app.visitor(), &token).await), (409, GONE.to_owned()));
    assert_eq!(app.visitor().get(&format!("/invitations/{token}")).await.status, 404);
    let known = "select count(*) from tenancy.invitations where token_hash is not null";
    assert_eq!(app.one::<i64>(known).await, 0, "nothing is left of it");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_answer_loses_nothing_and_says_what_is_wrong_beside_its_field() {
    let app = TestApp::start().await;
    let owner = owner(&app).await;
    assert_eq!(invite(&owner, PACKER, "staff").await.status, 200);
    let token = token(&app, PACKER, "/invitations/").await;
    let (visitor, page) = (app.visitor(), format!("/invitations/{token}"));
    let fields = [("token", token.as_str()), ("name", "Paul Packer"), ("password", "short")];
    let refused = visitor.submit(&page, &platform("accept_invitation"), &fields).await;
    assert_eq!(refused.location.as_deref(), Some(page.as_str()), "{refused:?}");
    let again = visitor.get(&page).await;
    for shown in ["value=\"Paul Packer\"", &format!("value=\"{PACKER}\""), "accept-invitation-password-error"] {
        assert!(again.shows(shown), "{shown}: {again:?}");
    }
    assert!(!again.shows("value=\"short\""), "passwords are not sent back");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn revoked_expired_and_replaced_ones_do_not_work() {
    let app = TestApp::start().await;
    let owner = owner(&app).await;
    assert_eq!(invite(&owner, PACKER, "staff").await.status, 200);
    let first = token(&app, PACKER, "/invitations/").await;
    let id = id_of(&owner, PACKER).await;
    let soon = owner.call(&store("resend_invitation"), &[("id", &id)]).await;
    assert_eq!(code(&soon), (409, "sent_just_now".to_owned()));
    change(&app, "update tenancy.invitations set sent_at = now() - interval '2 minutes'").await;
    assert_eq!(owner.call(&store("resend_invitation"), &[("id", &id)]).await.status, 200);
    let second = app
        .until("another letter", || async {
            let latest = token(&app, PACKER, "/invitations/").await;
            (latest != first).then_some(latest)
        })
        .await;
    assert_eq!(code(&accept(&app.visitor(), &first).await), (409, GONE.to_owned()), "the link before");
    change(&app, "update tenancy.invitations set expires_at = now() - interval '1 second'").await;
    assert_eq!(code(&accept(&app.visitor(), &second).await), (409, GONE.to_owned()), "too late");
    assert_eq!(invite(&owner, PACKER, "staff").await.status, 200, "one that ran out makes room");
    let third = app
        .until("a third letter", || async {
            let latest = token(&app, PACKER, "/invitations/").await;
            (latest != second).then_some(latest)
        })
        .await;
    let id = id_of(&owner, PACKER).await;
    assert_eq!(owner.call(&store("revoke_invitation"), &[("id", &id)]).await.status, 200);
    assert_eq!(owner.call(&store("revoke_invitation"), &[("id", &id)]).await.status, 404);
    assert_eq!(code(&accept(&app.visitor(), &third).await), (409, GONE.to_owned()), "taken back");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_else_who_is_signed_in_cannot_accept() {
    let app = TestApp::start().await;
    let owner = owner(&app).await;
    assert_eq!(invite(&owner, PACKER, "staff").await.status, 200);
    let token = token(&app, PACKER, "/invitations/").await;
    let other = sign_in(&app, "staff@minett.test", "demo-orion-2026").await;
    let page = other.get(&format!("/invitations/{token}")).await;
    assert!(page.shows("staff@minett.test") && !page.shows("name=\"password\""), "{page:?}");
    for answer in [other.call(&platform("join_team"), &[("token", &token)]).await, accept(&other, &token).await] {
        assert_eq!(code(&answer), (403, "invitation_of_somebody_else".to_owned()));
    }
    assert!(other.at("/store/lumiere").get("/orders").await.location.is_some(), "still a stranger");
    assert!(accept(&app.visitor(), &token).await.status < 400, "the invitation is as good as before");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_with_an_account_joins_with_it() {
    let app = TestApp::start().await;
    let owner = owner(&app).await;
    assert_eq!(invite(&owner, "staff@minett.test", "viewer").await.status, 200);
    let token = token(&app, "staff@minett.test", "/invitations/").await;
    let guessed = accept(&app.visitor(), &token).await;
    assert_eq!(guessed.error().fields[0].code, "wrong_password", "the account's own password is asked for");
    let member = sign_in(&app, "staff@minett.test", "demo-orion-2026").await;
    let joined = member.call(&platform("join_team"), &[("token", &token)]).await;
    assert_eq!(joined.location.as_deref(), Some("/store/lumiere"), "{joined:?}");
    assert_eq!(member.at("/store/lumiere").get("/orders").await.status, 200);
    assert_eq!(member.at("/store/bierger").get("/orders").await.status, 200, "and stays where they were");
    let weak = [("token", "guessed"), ("name", ""), ("password", PASSWORD)];
    assert_eq!(app.visitor().call(&platform("accept_invitation"), &weak).await.status, 409);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_one_back_makes_no_room_for_another_letter() {
    let app = TestApp::start().await;
    let owner = owner(&app).await;
    for _ in 0..3 {
        assert_eq!(invite(&owner, PACKER, "staff").await.status, 200);
        let id = id_of(&owner, PACKER).await;
        assert_eq!(owner.call(&store("revoke_invitation"), &[("id", &id)]).await.status, 200);
    }
    assert_eq!(code(&invite(&owner, PACKER, "staff").await), (409, "invited_too_often".to_owned()));
    assert_eq!(invite(&owner, "another@example.test", "staff").await.status, 200);
    change(&app, "update tenancy.invitations set created_at = created_at - interval '1 day'").await;
    assert_eq!(invite(&owner, PACKER, "staff").await.status, 200);
    app.stop().await;
}
