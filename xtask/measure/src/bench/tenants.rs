//! Many tenants: what grows with the number of stores, and what does not.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::steps::{Steps, quarter};
use crate::{
    database::{self, As},
    server::Server,
    shopper::Shopper,
    table,
};

/// So many stores, each of a merchant of its own with two people.
const STEPS: [usize; 3] = [100, 1_000, 10_000];
/// Growth from the first step to the last by the stores' number to the power of this is none.
const MOST: f64 = 0.1;
/// So often everything is asked in turn: a machine that others share is slow for seconds on end.
const ROUNDS: u32 = 4;
/// The stores whose storefronts are opened, spread over all there are.
const SAMPLE: usize = 50;
/// Somebody who works in this many stores, whatever their number.
const STORES_OF_ONE: usize = 20;

/// One thing that is asked for.
struct Question {
    name: &'static str,
    ask: Ask,
}

/// How.
enum Ask {
    /// A page of the admin.
    Admin(&'static str),
    /// A page for somebody who works in many stores.
    Member(&'static str),
    /// Storefronts, one after the other.
    Storefronts,
    /// Signing in, one after the other.
    SignIn,
}

/// What has to count.
const COUNTS: &str = "admin: dashboard";

const QUESTIONS: &[Question] = &[
    Question { name: "admin: stores", ask: Ask::Admin("/stores") },
    Question { name: "admin: stores, searched", ask: Ask::Admin("/stores?search=bench-42") },
    Question { name: "admin: stores, one state, sorted", ask: Ask::Admin("/stores?scope=open&sort=-name") },
    Question { name: "admin: merchants", ask: Ask::Admin("/merchants") },
    Question { name: "admin: merchants, searched", ask: Ask::Admin("/merchants?search=bench-42") },
    Question { name: "admin: users", ask: Ask::Admin("/users") },
    Question { name: "admin: users, searched", ask: Ask::Admin("/users?search=owner-42") },
    Question { name: "admin: a store", ask: Ask::Admin("/stores/bench-42") },
    Question { name: COUNTS, ask: Ask::Admin("") },
    Question { name: "store switcher: my stores", ask: Ask::Member("/stores") },
    Question { name: "store switcher: in the back office", ask: Ask::Member("/store/bench-1") },
    Question { name: "storefront, first byte", ask: Ask::Storefronts },
    Question { name: "sign-in", ask: Ask::SignIn },
];

/// Builds and measures, step by step, and prints.
pub async fn tenants(server: &Server, seconds: u64) -> Result<()> {
    let mut connection = database::connect(&server.cluster(), As::Owner).await?;
    let mut steps = Steps::new(QUESTIONS.iter().map(|question| question.name).collect());
    let mut built = 0;
    for count in STEPS {
        let started = Instant::now();
        database::run_for_all(&mut connection, &more(built + 1, count)).await.context("more tenants")?;
        sqlx::raw_sql("analyze").execute(&mut connection).await?;
        println!("{count} stores with {} people, after {:.1} s", 2 * count, started.elapsed().as_secs_f64());
        built = count;
        let operator = database::session(&mut connection, "operator", "operator@orion.test").await?;
        let member = database::session(&mut connection, "member", "many@bench.test").await?;
        let mut times = vec![Vec::new(); QUESTIONS.len()];
        for _ in 0..ROUNDS {
            for (question, times) in QUESTIONS.iter().zip(&mut times) {
                let duration = Duration::from_secs(seconds) / ROUNDS;
                let more = measure(server, question, count, [&operator, &member], duration).await;
                times.extend(more.with_context(|| question.name.to_owned())?);
            }
        }
        for times in times {
            steps.add(count, quarter(times));
        }
    }
    table::print(
        "Milliseconds until the first byte, the quickest quarter of the answers, asked one after the other",
        &steps.heads(),
        &steps.rows(),
    );
    println!("The dashboard counts all stores; what it takes is shown, and may grow.");
    match steps.grown(MOST, &[COUNTS]) {
        grown if grown.is_empty() => {
            println!("\nNothing grows by more than the number of stores to the power of {MOST}.")
        }
        grown => bail!("these grow with the number of stores: {}", grown.join(", ")),
    }
    Ok(())
}

/// Stores from one number to another, with merchants and people, in a handful of statements.
pub fn more(from: usize, to: usize) -> String {
    format!(
        "create temporary table fresh on commit drop as
         select n, gen_random_uuid() as merchant, gen_random_uuid() as store, gen_random_uuid() as owner,
             gen_random_uuid() as staff, now() - n * interval '1 minute' as at
         from generate_series({from}, {to}) n;
         insert into tenancy.merchants (id, platform_id, code, name, created_at)
         select f.merchant, p.id, 'bench-' || f.n, 'Bench ' || f.n || ' S.à r.l.', f.at
         from fresh f, tenancy.platforms p where p.host is null;
         insert into tenancy.stores
         select (jsonb_populate_record(s, jsonb_build_object(
             'id', f.store, 'merchant_id', f.merchant, 'code', 'bench-' || f.n, 'name', 'Bench ' || f.n, 'created_at', f.at,
             'subdomain', null))).*
         from fresh f, tenancy.stores s where s.code = 'bierger';
         insert into tenancy.users
         select (jsonb_populate_record(u, jsonb_build_object(
             'id', who.id, 'email', who.role || '-' || f.n || '@bench.test', 'name', who.role || ' ' || f.n))).*
         from fresh f cross join lateral (values ('owner', f.owner), ('staff', f.staff)) who(role, id), tenancy.users u
         where u.email = 'owner@minett.test';
         insert into tenancy.memberships (merchant_id, id, user_id, store_id, role)
         select f.merchant, gen_random_uuid(), who.id, null, who.role
         from fresh f cross join lateral (values ('owner', f.owner), ('staff', f.staff)) who(role, id);
         insert into tenancy.users
         select (jsonb_populate_record(u, jsonb_build_object(
             'id', gen_random_uuid(), 'email', 'many@bench.test', 'name', 'Works in many'))).*
         from tenancy.users u where u.email = 'owner@minett.test' on conflict (email) do nothing;
         insert into tenancy.memberships (merchant_id, id, user_id, store_id, role)
         select f.merchant, gen_random_uuid(), u.id, null, 'staff'
         from fresh f, tenancy.users u where f.n <= {STORES_OF_ONE} and u.email = 'many@bench.test'"
    )
}

async fn measure(
    server: &Server,
    question: &Question,
    stores: usize,
    [operator, member]: [&str; 2],
    duration: Duration,
) -> Result<Vec<Duration>> {
    let platform = server.platform();
    let of = |turn: usize| 1 + (turn % SAMPLE) * stores / SAMPLE;
    let who = match question.ask {
        Ask::Admin(_) => Shopper::with_cookie(next(), &platform, &format!("orion_operator={operator}"))?,
        Ask::Member(_) => Shopper::with_cookie(next(), &platform, &format!("orion_member={member}"))?,
        Ask::Storefronts | Ask::SignIn => Shopper::new(next())?,
    };
    let mut times = Vec::new();
    let mut until = Instant::now() + duration;
    // The first turn warms what is remembered, the sample's storefronts among it.
    let warm = if matches!(question.ask, Ask::Storefronts) { SAMPLE } else { 3 };
    for turn in 0.. {
        if turn == warm {
            until = Instant::now() + duration;
        }
        if turn > warm && Instant::now() > until {
            break;
        }
        let time = match question.ask {
            Ask::Admin(path) => who.first_byte(&format!("{platform}/admin{path}")).await?,
            Ask::Member(path) => who.first_byte(&format!("{platform}{path}")).await?,
            Ask::Storefronts => who.first_byte(&format!("{}/", server.store(&format!("bench-{}", of(turn))))).await?,
            Ask::SignIn => {
                let email = format!("owner-{}@bench.test", of(turn));
                let form = [("email", email.as_str()), ("password", "demo-orion-2026"), ("next", "")];
                let somebody = Shopper::new(next())?;
                let started = Instant::now();
                somebody.call(&format!("{platform}/api/v1/platform/tenancy/sign_in"), &form).await?;
                started.elapsed()
            }
        };
        if turn >= warm {
            times.push(time);
        }
    }
    Ok(times)
}

/// Nobody comes from the same address twice.
fn next() -> usize {
    super::load::next()
}
