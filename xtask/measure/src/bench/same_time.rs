//! Whether the time of an answer tells who has an account.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::{load::next, steps::median, tenants};
use crate::{
    database::{self, As},
    server::Server,
    shopper::Shopper,
    table,
};

/// So many people are asked about at each door, and as many whom nobody knows, in turn.
const PEOPLE: usize = 40;
/// Half of the answers may differ by this part of the longer one …
const MOST: f64 = 0.05;
/// … or by this: nobody measures less across a network.
const UNNOTICED: Duration = Duration::from_micros(300);
const STORE: &str = "bierger";

/// A form that takes an address, and whatever else it asks for.
struct Door {
    name: &'static str,
    url: String,
    others: &'static [(&'static str, &'static str)],
    /// The address of the `n`th person who is known here.
    known: fn(usize) -> String,
}

/// Measures and prints.
pub async fn same_time(server: &Server) -> Result<()> {
    let mut connection = database::connect(&server.cluster(), As::Owner).await?;
    let customers = format!(
        "insert into customers.customers (store_id, id, email, password_phc, first_name, last_name, phone, locale,
             accepts_marketing, created_at, verified_at, registered_at)
         select store_id, gen_random_uuid(), 'shopper-' || n || '@bench.test', password_phc, first_name, last_name, phone,
             locale, accepts_marketing, created_at, verified_at, registered_at
         from generate_series(1, {PEOPLE}) n, customers.customers where email = 'ben@example.test'"
    );
    database::run_for_all(&mut connection, &tenants::more(1, PEOPLE)).await.context("more tenants")?;
    database::run_for_all(&mut connection, &customers).await.context("more customers")?;
    let member = |number| format!("owner-{number}@bench.test");
    let shopper = |number| format!("shopper-{number}@bench.test");
    let (platform, store) = (server.platform(), server.store(STORE));
    let guess: &[_] = &[("password", "a wrong guess"), ("next", "")];
    let name: &[_] = &[("first_name", "Ben"), ("last_name", "Biker"), ("next", "")];
    let of_members = |verb: &str| format!("{platform}/api/v1/platform/tenancy/{verb}");
    let of_customers = |verb: &str| format!("{store}/api/v1/storefront/customers/{verb}");
    let doors = [
        Door { name: "member signs in", url: of_members("sign_in"), others: guess, known: member },
        Door { name: "member forgot", url: of_members("request_reset"), others: &[], known: member },
        Door { name: "customer signs in", url: of_customers("sign_in"), others: guess, known: shopper },
        Door { name: "customer forgot", url: of_customers("request_reset"), others: &[], known: shopper },
        Door { name: "customer registers", url: of_customers("register"), others: name, known: shopper },
    ];
    let mut rows = Vec::new();
    let mut telling = Vec::new();
    for door in &doors {
        let times = ask(door).await.with_context(|| door.name.to_owned())?;
        let [known, unknown] = times.map(median);
        let (gap, longer) = (known.abs_diff(unknown), known.max(unknown));
        let ms = |time: Duration| format!("{:.2}", time.as_secs_f64() * 1e3);
        rows.push(vec![door.name.to_owned(), ms(known), ms(unknown), ms(gap)]);
        if gap > UNNOTICED && gap.as_secs_f64() > MOST * longer.as_secs_f64() {
            telling.push(door.name);
        }
    }
    let title = format!("Milliseconds of half of the answers, {PEOPLE} with an account and {PEOPLE} without, in turn");
    table::print(&title, &["door", "known", "unknown", "gap"], &rows);
    if !telling.is_empty() {
        bail!("the time tells who has an account: {}", telling.join(", "));
    }
    println!("\nThe time tells nobody who has an account.");
    Ok(())
}

/// How long those with an account wait, and those without.
async fn ask(door: &Door) -> Result<[Vec<Duration>; 2]> {
    let mut times = [Vec::new(), Vec::new()];
    let mut answers = [0; 2];
    for number in 1..=PEOPLE {
        for (place, email) in [(door.known)(number), format!("nobody-{number}@bench.test")].into_iter().enumerate() {
            let somebody = Shopper::new(next())?;
            let fields: Vec<_> =
                std::iter::once(("email", email.as_str())).chain(door.others.iter().copied()).collect();
            let started = Instant::now();
            answers[place] = somebody.status_of(&door.url, &fields).await?;
            times[place].push(started.elapsed());
        }
        let [known, unknown] = answers;
        if known != unknown || known == 429 || known >= 500 {
            bail!("the answers are {known} and {unknown}");
        }
    }
    Ok(times)
}
