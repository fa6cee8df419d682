//! `doctor`: what is built, and what is in the way of starting. The script before it lists the tools.

use std::{env, fs, net::TcpListener};

use crate::{
    data_folder, disk, port, program,
    progress::{green, red},
    workspace,
};

/// Prints its findings; none of them is an error of the command itself.
pub fn doctor() {
    println!("Built");
    for (name, release) in [("release", true), ("debug", false)] {
        let found = program::path(release).ok().filter(|path| path.exists());
        line(found.is_some(), name, &found.map_or("not yet".to_owned(), |path| path.display().to_string()));
    }
    let site = workspace::target_directory()
        .map(|target| target.join("site"))
        .ok()
        .filter(|site| site.join("build.json").exists());
    line(site.is_some(), "browser part", &site.map_or("not yet".to_owned(), |path| path.display().to_string()));
    println!("To start");
    match port::wanted(None) {
        Ok(port) => match (TcpListener::bind(("127.0.0.1", port)), port::holder(port)) {
            (Ok(_), _) => line(true, "port", &format!("{port} is free")),
            (Err(_), Some((name, id))) => line(false, "port", &format!("{port} is taken by “{name}” (process {id})")),
            (Err(error), None) => line(false, "port", &format!("{port}: {error}")),
        },
        Err(error) => line(false, "port", &error.to_string()),
    }
    let data = data_folder::path();
    // Looking is not making.
    let usable = if data.exists() { data_folder::ensure_writable(&data) } else { Ok(()) };
    match usable {
        Ok(()) => line(true, "data folder", &data.display().to_string()),
        Err(error) => line(false, "data folder", &error.to_string()),
    }
    let database = if env::var_os("DATABASE_URL").is_some_and(|url| !url.is_empty()) {
        "the one DATABASE_URL names".to_owned()
    } else {
        let made = fs::read_to_string(data.join("postgres/cluster/PG_VERSION"));
        made.map_or("a private one, made at the first start".to_owned(), |version| {
            format!("a private one, PostgreSQL {}", version.trim())
        })
    };
    line(true, "database", &database);
    if let Some(free) = disk::free() {
        let text = format!("{free} GB free for build output; a complete build takes about {}", disk::COMPLETE_BUILD);
        line(free >= disk::COMPLETE_BUILD, "disk", &text);
    }
}

fn line(good: bool, name: &str, text: &str) {
    let mark = if good { green("✓") } else { red("✗") };
    println!("  {mark} {name:<14} {text}");
}
