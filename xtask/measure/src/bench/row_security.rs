//! What row-level security costs: the statements of a product's page, with it and without it.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use regex_lite::Regex;
use sqlx::{AssertSqlSafe, PgConnection};

use super::steps::median;
use crate::{
    database::{self, As},
    html,
    server::Server,
    shopper::Shopper,
    table,
};

const STORE: &str = "bierger";
/// Each statement is run so often in a row, in one round trip.
const BATCH: usize = 50;
/// So often in turn with and without; the best round counts, for everything else is noise.
const ROUNDS: usize = 40;
/// So often the page is asked for.
const PAGES: usize = 200;
/// The most it may cost of a page, in per cent.
const MOST: f64 = 5.0;

/// A statement as the database was sent it, with its parameters as literals.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Statement {
    text: String,
    parameters: String,
}

/// What a page asked as a tenant.
struct Asked {
    /// The address of the page.
    page: String,
    /// The call that sets role and tenant.
    scope: String,
    statements: Vec<Statement>,
}

/// Measures and prints.
pub async fn row_security(server: &Server) -> Result<()> {
    let asked = listen(server).await?;
    if asked.statements.is_empty() {
        bail!("the product's page asked nothing as a tenant");
    }
    let mut without = database::connect(&server.cluster(), As::Superuser).await?;
    let mut with = database::connect(&server.cluster(), As::Superuser).await?;
    // For the whole session instead of one transaction, so that what is measured is the statements.
    let scope = asked.scope.replacen("orion.set_scope", "pg_temp.stay", 1);
    let stay = "create function pg_temp.stay(role text, platform_id uuid, merchant_id uuid, store_id uuid) returns void
        language sql as $$ select set_config('app.platform_id', coalesce(platform_id::text, ''), false),
        set_config('app.merchant_id', coalesce(merchant_id::text, ''), false),
        set_config('app.store_id', coalesce(store_id::text, ''), false), set_config('role', role, false) $$";
    sqlx::raw_sql(stay).execute(&mut with).await?;
    sqlx::raw_sql(AssertSqlSafe(scope)).execute(&mut with).await?;
    let mut rows = Vec::new();
    let mut sums = [Duration::ZERO; 2];
    for (number, statement) in asked.statements.iter().enumerate() {
        let name = format!("asked_{number}");
        let prepare = format!("prepare {name} as {}", statement.text);
        let mut prepared = true;
        for connection in [&mut with, &mut without] {
            prepared &= sqlx::raw_sql(AssertSqlSafe(prepare.clone())).execute(&mut *connection).await.is_ok();
        }
        if !prepared {
            println!("left out, for its parameters' types are not clear: {}", short(&statement.text));
            continue;
        }
        let call = if statement.parameters.is_empty() { name } else { format!("{name} ({})", statement.parameters) };
        let batch = format!("execute {call};").repeat(BATCH);
        let mut best = [Duration::MAX; 2];
        for _ in 0..ROUNDS {
            best[0] = best[0].min(timed(&mut without, &batch).await?);
            best[1] = best[1].min(timed(&mut with, &batch).await?);
        }
        sums = [sums[0] + best[0], sums[1] + best[1]];
        rows.push(row(&short(&statement.text), best));
    }
    rows.push(row("all of them", sums));
    let heads = ["statement", "without µs", "with µs", "cost %"];
    table::print("The product page's statements, the best of many rounds", &heads, &rows);
    let page = page_time(&asked.page).await?;
    let [without, with] = sums.map(|sum| sum / BATCH as u32);
    let share = with.saturating_sub(without).as_secs_f64() / page.as_secs_f64() * 100.0;
    println!("\nRow-level security costs {:.1} % of the statements' time.", per_cent(sums));
    println!("Of the page, which takes {:.2} ms, it is {share:.1} %.", page.as_secs_f64() * 1e3);
    if share > MOST {
        bail!("that is more than {MOST} %");
    }
    Ok(())
}

/// How long the page takes when nobody else asks for anything: half of the answers.
async fn page_time(page: &str) -> Result<Duration> {
    let visitor = Shopper::new(1)?;
    let mut times = Vec::new();
    for _ in 0..PAGES {
        let started = Instant::now();
        visitor.get(page).await?;
        times.push(started.elapsed());
    }
    Ok(median(times))
}

fn row(name: &str, [without, with]: [Duration; 2]) -> Vec<String> {
    let each = |time: Duration| format!("{:.1}", time.as_secs_f64() * 1e6 / BATCH as f64);
    vec![name.to_owned(), each(without), each(with), format!("{:+.1}", per_cent([without, with]))]
}

fn per_cent([without, with]: [Duration; 2]) -> f64 {
    (with.as_secs_f64() / without.as_secs_f64() - 1.0) * 100.0
}

async fn timed(connection: &mut PgConnection, batch: &str) -> Result<Duration> {
    let started = Instant::now();
    sqlx::raw_sql(AssertSqlSafe(batch.to_owned())).execute(connection).await?;
    Ok(started.elapsed())
}

fn short(statement: &str) -> String {
    let words = statement.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(60).collect()
}

/// Lets the database write down what it is asked while the page is opened.
async fn listen(server: &Server) -> Result<Asked> {
    let store = server.store(STORE);
    let visitor = Shopper::new(1)?;
    let home = visitor.get(&store).await?;
    let product = html::links(&home.text).into_iter().find(|link| link.contains("/products/"));
    let product = format!("{store}{}", product.context("the home page leads to no product")?);
    // What is remembered for the next visitor is not asked again.
    visitor.get(&product).await?;
    let mut superuser = database::connect(&server.cluster(), As::Superuser).await?;
    let log: PathBuf = server.cluster().parent().context("no folder")?.join("postgres.log");
    let before = std::fs::read_to_string(&log).unwrap_or_default().len();
    log_statements(&mut superuser, "all").await?;
    let page = visitor.get(&product).await?;
    log_statements(&mut superuser, "none").await?;
    if !page.is_good() {
        bail!("{product} answers {}", page.status);
    }
    let text = std::fs::read_to_string(&log)?;
    read(product, text.get(before..).unwrap_or_default())
}

async fn log_statements(superuser: &mut PgConnection, which: &str) -> Result<()> {
    sqlx::raw_sql(AssertSqlSafe(format!("alter system set log_statement = '{which}'")))
        .execute(&mut *superuser)
        .await?;
    sqlx::raw_sql("select pg_reload_conf()").execute(superuser).await?;
    // Every process hears of it when it is idle next.
    tokio::time::sleep(Duration::from_millis(500)).await;
    Ok(())
}

/// Finds what each process asked after it had taken on the tenants' role.
fn read(page: String, log: &str) -> Result<Asked> {
    let entry = Regex::new(r"^\S+ \S+ \S+ \[(\d+)\] .*?(LOG|DETAIL): +(.*)$")?;
    let (mut scopes, mut found, mut scope) = (BTreeMap::new(), Vec::<(String, Statement)>::new(), None);
    for lines in entries(log) {
        let Some(parts) = entry.captures(lines.lines().next().unwrap_or_default()) else { continue };
        let (process, kind) = (parts[1].to_owned(), &parts[2]);
        let text = std::iter::once(&parts[3]).chain(lines.lines().skip(1)).collect::<Vec<_>>().join("\n");
        if let Some(at) = text.find("orion.set_scope(") {
            let is_tenants = text.contains("'orion_tenant'");
            scopes.insert(process, is_tenants);
            if is_tenants && text.starts_with("statement:") {
                scope = scope.or(Some(format!("select {}", text[at..].trim_end_matches(';'))));
            }
            continue;
        }
        if !scopes.get(&process).copied().unwrap_or_default() {
            continue;
        }
        if let Some(statement) = text.strip_prefix("execute ").and_then(|rest| rest.split_once(": ")) {
            found.push((process, Statement { text: statement.1.trim().to_owned(), parameters: String::new() }));
        } else if let Some(parameters) = text.split_once("arameters: ").filter(|_| kind == "DETAIL")
            && let Some((_, last)) = found.iter_mut().rfind(|(of, _)| *of == process)
        {
            last.parameters = literals(parameters.1)?;
        }
    }
    let is_question = |text: &str| ["select", "with"].iter().any(|word| text.to_lowercase().starts_with(word));
    let statements = found.into_iter().map(|(_, statement)| statement).filter(|statement| is_question(&statement.text));
    Ok(Asked { page, scope: scope.context("nobody took on the tenants' role")?, statements: statements.collect() })
}

/// The log's entries; what begins with a tab goes on.
fn entries(log: &str) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    for line in log.lines() {
        match (line.strip_prefix('\t'), entries.last_mut()) {
            (Some(rest), Some(entry)) => {
                entry.push('\n');
                entry.push_str(rest);
            }
            _ => entries.push(line.to_owned()),
        }
    }
    entries
}

/// `$1 = 'a', $2 = NULL` as `'a', NULL`.
fn literals(parameters: &str) -> Result<String> {
    let one = Regex::new(r"\$\d+ = ('(?:[^']|'')*'|NULL)")?;
    let values = one.captures_iter(parameters).map(|value| value[1].to_owned());
    Ok(values.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenants_statements_are_found_in_the_log() {
        let log = "\
2026-11-28 15:00:00.000 UTC [7] orion LOG:  statement: begin; select orion.set_scope('orion_platform', null, null, null)
2026-11-28 15:00:00.000 UTC [7] orion LOG:  execute sqlx_s_1: select 1
2026-11-28 15:00:00.001 UTC [8] orion LOG:  statement: begin; select orion.set_scope('orion_tenant', 'a', 'b', 'c')
2026-11-28 15:00:00.002 UTC [8] orion LOG:  execute sqlx_s_2: select *
\tfrom things where id = $1
2026-11-28 15:00:00.002 UTC [8] orion DETAIL:  Parameters: $1 = 'it''s', $2 = NULL
2026-11-28 15:00:00.003 UTC [8] orion LOG:  statement: COMMIT
";
        let asked = read("/products/x".to_owned(), log).expect("a log");
        assert_eq!(asked.scope, "select orion.set_scope('orion_tenant', 'a', 'b', 'c')");
        let text = "select *\nfrom things where id = $1".to_owned();
        assert_eq!(asked.statements, [Statement { text, parameters: "'it''s', NULL".to_owned() }]);
    }
}
