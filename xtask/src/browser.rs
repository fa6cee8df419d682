//! Builds the browser's half: WASM, split into lazy parts, bound to JavaScript, optimised and compressed.
//!
//! The same libraries that cargo-leptos calls, without installing it (docs/decisions/0001).

use std::{
    fs,
    panic::resume_unwind,
    path::{Path, PathBuf},
    process::Command,
    sync::{Mutex, PoisonError},
    thread,
};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use sha2::{Digest, Sha256};
use walkdir::WalkDir;
use wasm_bindgen_cli_support::Bindgen;

use crate::{progress::Progress, workspace};

const OUTPUT_NAME: &str = "orion";
/// The splitter writes this name into the parts; a folder named by content does the cache busting.
const LOADER: &str = "__wasm_split.js";

const TAKE_PART: &str = r#"const part = async (name) => {
    const kept = (await globalThis.orionParts?.catch(() => undefined))?.[name];
    return kept
        ? new Response(kept, { headers: { 'content-type': 'application/wasm' } })
        : fetch(new URL(`./${name}.wasm`, import.meta.url));
};
"#;

/// Builds the browser files into `<target>/site` and returns that folder.
pub fn build(release: bool, progress: &Progress) -> Result<PathBuf> {
    let profile = if release { "wasm-release" } else { "wasm-dev" };
    progress.step("Compiling the browser part", || {
        let arguments =
            ["build", "--package=orion-frontend", "--lib", "--target=wasm32-unknown-unknown", "--profile", profile];
        let status = workspace::cargo(&arguments).status()?;
        ensure!(status.success(), "the browser part does not compile");
        Ok(())
    })?;
    let target = workspace::target_directory()?;
    let input_path = target.join("wasm32-unknown-unknown").join(profile).join("orion_frontend.wasm");
    let input = fs::read(&input_path).with_context(|| format!("{} is missing", input_path.display()))?;
    let site = target.join("site");
    let digest =
        hex::encode(&Sha256::digest([input.as_slice(), profile.as_bytes(), TAKE_PART.as_bytes()].concat())[..8]);
    if fs::read_to_string(site.join("source")).is_ok_and(|known| known == digest) {
        return Ok(site);
    }
    let work = target.join("site-work");
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    let package = work.join("pkg").join(&digest);
    fs::create_dir_all(&package)?;
    progress.step("Splitting it into lazy parts", || split(&input, &work, &package))?;
    progress.step("Binding it to JavaScript", || bind(release, &work, &package))?;
    if release {
        progress.step("Optimising it", || optimise(&package))?;
        progress.step("Compressing it", || compress(&package))?;
    }
    fs::write(work.join("build.json"), json!({ "package": digest }).to_string())?;
    fs::write(work.join("source"), &digest)?;
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    fs::rename(&work, &site)?;
    Ok(site)
}

fn split(input: &[u8], work: &Path, package: &Path) -> Result<()> {
    let main_out_path = work.join(format!("{OUTPUT_NAME}.wasm"));
    let main_module = format!("./{OUTPUT_NAME}.js");
    let link_name = format!("./{LOADER}");
    let mut options = wasm_split_cli_support::Options::new(input);
    options.output_dir = package;
    options.main_out_path = &main_out_path;
    options.main_module = &main_module;
    options.link_name = &link_name;
    let parts = wasm_split_cli_support::transform(options).map_err(|error| anyhow::anyhow!("{error:?}"))?;
    fs::write(work.join("parts.json"), serde_json::to_string(&parts.prefetch_map)?)?;
    let loader = package.join(LOADER);
    fs::write(&loader, from_bundle(&fs::read_to_string(&loader)?)?)?;
    Ok(())
}

/// The loader takes a part out of the page's bundle when it is in there (docs/decisions/0006), and fetches it otherwise.
fn from_bundle(loader: &str) -> Result<String> {
    let fetching = regex_lite::Regex::new(r#"fetch\(new URL\("\./([^"]+)\.wasm", import\.meta\.url\)\)"#)?;
    ensure!(fetching.is_match(loader), "the splitter fetches parts in a way browser.rs does not know");
    Ok(format!("{TAKE_PART}{}", fetching.replace_all(loader, r#"part("$1")"#)))
}

fn bind(release: bool, work: &Path, package: &Path) -> Result<()> {
    let input = work.join(format!("{OUTPUT_NAME}.wasm"));
    Bindgen::new()
        .keep_lld_exports(true)
        .demangle(false)
        .remove_name_section(release)
        .typescript(false)
        .input_path(&input)
        .out_name(OUTPUT_NAME)
        .web(true)?
        .generate(package)?;
    fs::rename(package.join(format!("{OUTPUT_NAME}_bg.wasm")), package.join(format!("{OUTPUT_NAME}.wasm")))?;
    fs::remove_file(input)?;
    Ok(())
}

fn optimise(package: &Path) -> Result<()> {
    let output = Command::new("node")
        .arg(workspace::root().join("tools/optimise.mjs"))
        .args(files(package, "wasm"))
        .output()
        .context("node does not start")?;
    if !output.status.success() {
        bail!("the optimiser failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}

fn compress(package: &Path) -> Result<()> {
    let all = files(package, "wasm").into_iter().chain(files(package, "js")).collect();
    side_by_side(all, |file| {
        let bytes = fs::read(file)?;
        let mut compressed = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
        brotli::BrotliCompress(&mut bytes.as_slice(), &mut compressed, &parameters)?;
        let mut name = file.as_os_str().to_owned();
        name.push(".br");
        fs::write(name, compressed)?;
        Ok(())
    })
}

/// Works on as many files at once as there are cores.
fn side_by_side(files: Vec<PathBuf>, work: impl Fn(&Path) -> Result<()> + Sync) -> Result<()> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let waiting = Mutex::new(files);
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop();
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores)
            .map(|_| {
                scope.spawn(|| {
                    while let Some(file) = next() {
                        work(&file)?;
                    }
                    Ok(())
                })
            })
            .collect();
        workers.into_iter().try_for_each(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect()
}
