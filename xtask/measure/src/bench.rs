//! Load: many shoppers at once, each page for some seconds, then whole purchases.

mod buy;
mod load;
mod row_security;
mod same_time;
mod sign_in;
mod steps;
mod tenants;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};

use crate::{
    database::{self, As},
    html, process,
    server::Server,
    shopper::Shopper,
    table,
};
use buy::Purchase;
use load::{Load, Times};

const STORE: &str = "bierger";

#[derive(clap::Args)]
pub struct Options {
    /// How long each page is asked for.
    #[arg(long, default_value_t = 10)]
    seconds: u64,
    /// How many shoppers ask at once.
    #[arg(long, default_value_t = 32)]
    shoppers: usize,
    /// Instead: what grows with the number of stores.
    #[arg(long)]
    tenants: bool,
    /// Instead: what others notice of many who sign in.
    #[arg(long)]
    sign_in: bool,
    /// Instead: what row-level security costs.
    #[arg(long)]
    row_security: bool,
    /// Instead: whether the time of an answer tells who has an account.
    #[arg(long)]
    same_time: bool,
}

/// Measures and prints.
pub async fn bench(server: &Server, options: &Options) -> Result<()> {
    if options.tenants {
        return tenants::tenants(server, options.seconds).await;
    }
    if options.sign_in {
        return sign_in::sign_in(server, options.seconds).await;
    }
    if options.row_security {
        return row_security::row_security(server).await;
    }
    if options.same_time {
        return same_time::same_time(server).await;
    }
    shop(server, options).await
}

async fn shop(server: &Server, options: &Options) -> Result<()> {
    let store = server.store(STORE);
    let shopper = Shopper::new(1)?;
    let mut links = html::links(&shopper.get(&store).await?.text);
    links.extend(html::links(&shopper.get(&format!("{store}/products")).await?.text));
    let like = |part: &str| links.iter().find(|link| link.contains(part)).map(|link| format!("{store}{link}"));
    let product = like("/products/").context("neither the home page nor the list leads to a product")?;
    let category = like("/categories/").context("neither the home page nor the list leads to a category")?;
    let pages = [
        ("home", format!("{store}/")),
        ("category", category),
        ("product", product.clone()),
        ("search", format!("{store}/search?q=a")),
    ];
    let load = Load { shoppers: options.shoppers, duration: Duration::from_secs(options.seconds) };
    let mut rows = Vec::new();
    for (name, url) in pages {
        let work = Arc::new(move |who: Arc<Shopper>, _: usize| {
            let url = url.clone();
            async move { Ok(who.get(&url).await?.is_good()) }
        });
        rows.push(measured(server, name, load.run(work)).await?);
    }
    // Everybody gets what they order.
    let mut connection = database::connect(&server.cluster(), As::Owner).await?;
    database::run_for_all(&mut connection, "update inventory.stock_levels set on_hand = 1000000").await?;
    let purchase = Arc::new(Purchase { store, product });
    let adding = purchase.clone();
    let add = Arc::new(move |_: Arc<Shopper>, number: usize| {
        let purchase = adding.clone();
        async move { purchase.add_to_cart(&Shopper::new(number)?).await.map(|_| true) }
    });
    rows.push(measured(server, "add to cart (2 requests)", load.run(add)).await?);
    let complete = Arc::new(move |_: Arc<Shopper>, number: usize| {
        let purchase = purchase.clone();
        async move { purchase.complete(&Shopper::new(number)?).await.map(|()| true) }
    });
    rows.push(measured(server, "complete order (whole visit)", load.run(complete)).await?);
    let heads = ["", "a second", "p50 ms", "p99 ms", "server CPU ms", "database CPU ms", "refused"];
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let title = format!(
        "{} shoppers at once, {} s each, {cores} cores shared with the shoppers and the database",
        options.shoppers, options.seconds
    );
    table::print(&title, &heads, &rows);
    println!("\nThe server's memory: {} MB", process::memory_mb(server.id()));
    Ok(())
}

async fn measured(server: &Server, name: &str, load: impl Future<Output = Result<Times>>) -> Result<Vec<String>> {
    let (cpu, database) = (process::cpu_ms(server.id()), process::database_cpu_ms(&server.cluster()));
    let started = Instant::now();
    let mut times = load.await.with_context(|| name.to_owned())?;
    let seconds = started.elapsed().as_secs_f64();
    let cpu = process::cpu_ms(server.id()).saturating_sub(cpu);
    let database = process::database_cpu_ms(&server.cluster()).saturating_sub(database);
    let each = |spent: u64| format!("{:.2}", spent as f64 / times.done.len().max(1) as f64);
    let (cpu, database) = (each(cpu), each(database));
    let a_second = format!("{:.0}", times.done.len() as f64 / seconds);
    times.done.sort_unstable();
    Ok(vec![
        name.to_owned(),
        a_second,
        times.percentile(50),
        times.percentile(99),
        cpu,
        database,
        times.refused.to_string(),
    ])
}
