//! `new-module`: writes the beginning of a module and enters it where modules are listed.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};

use crate::workspace;

/// The files of a module, from `xtask/template/`.
const TEMPLATE: &[(&str, &str)] = &[
    ("Cargo.toml", include_str!("../template/Cargo.toml")),
    ("README.md", include_str!("../template/README.md")),
    ("build.rs", include_str!("../template/build.rs")),
    ("locales/en.json", include_str!("../template/locales/en.json")),
    ("locales/de.json", include_str!("../template/locales/de.json")),
    ("locales/fr.json", include_str!("../template/locales/fr.json")),
    ("locales/lb.json", include_str!("../template/locales/lb.json")),
    ("src/lib.rs", include_str!("../template/src/lib.rs")),
    ("src/pages.rs", include_str!("../template/src/pages.rs")),
    ("src/pages/store.rs", include_str!("../template/src/pages/store.rs")),
    ("src/pages/store/overview.rs", include_str!("../template/src/pages/store/overview.rs")),
    ("src/paths.rs", include_str!("../template/src/paths.rs")),
    ("src/permissions.rs", include_str!("../template/src/permissions.rs")),
    ("src/server.rs", include_str!("../template/src/server.rs")),
];

/// Writes the module `name` into the workspace.
pub fn new_module(name: &str) -> Result<()> {
    write(workspace::root(), name)?;
    println!("modules/{} is there. Next:", name.replace('-', "_"));
    println!("  – say in README.md, src/lib.rs and locales/ what it is for;");
    println!("  – cargo check --package orion-{name};");
    println!("  – docs/how-to/ shows how to add pages, verbs, events and migrations.");
    Ok(())
}

fn write(root: &Path, name: &str) -> Result<()> {
    let words: Vec<&str> = name.split('-').collect();
    let is_word = |word: &&str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    ensure!(words.iter().all(is_word), "A module's name is lower case, its words joined by “-”, such as gift-cards.");
    let folder_name = words.join("_");
    let folder = root.join("modules").join(&folder_name);
    ensure!(!folder.exists(), "modules/{folder_name} is there already.");
    let first = words[0].chars().next().map(|c| c.to_ascii_uppercase());
    let title: String = first.into_iter().chain(words.join(" ").chars().skip(1)).collect();
    for (path, text) in TEMPLATE {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().context("a file has a folder")?)?;
        // The longer placeholders hold the shorter ones' underscores.
        let text = text.replace("__title__", &title).replace("__code__", name).replace("__name__", &folder_name);
        fs::write(file, text)?;
    }
    enter(
        &root.join("Cargo.toml"),
        "\n[profile.dev]",
        &format!("orion-{name} = {{ path = \"modules/{folder_name}\" }}\n"),
    )?;
    enter(&root.join("app/Cargo.toml"), "leptos.workspace = true\n", &format!("orion-{name}.workspace = true\n"))?;
    enter(&root.join("app/src/modules.rs"), "];\n", &format!("    orion_{folder_name},\n"))?;
    let row = format!("| `modules/{folder_name}` | `orion-{name}` | {} |\n", title.to_lowercase());
    enter(&root.join("ARCHITECTURE.md"), "| `xtask/` |", &row)
}

/// Puts a line in front of the first place where `before` stands.
fn enter(file: &Path, before: &str, line: &str) -> Result<()> {
    let mut text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let at = text
        .find(before)
        .with_context(|| format!("{} looks different than expected; add the line yourself: {line}", file.display()))?;
    text.insert_str(at, line);
    Ok(fs::write(file, text)?)
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::{TEMPLATE, write};
    use crate::{check::findings_below, workspace};

    fn read(root: &Path, file: &str) -> String {
        fs::read_to_string(root.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    #[test]
    fn a_new_module_is_entered_everywhere_and_breaks_no_rule() {
        let root = tempfile::tempdir().expect("a folder");
        let root = root.path();
        for path in ["Cargo.toml", "app/Cargo.toml", "app/src/modules.rs", "ARCHITECTURE.md"] {
            let file = root.join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("made");
            fs::copy(workspace::root().join(path), file).expect("copied");
        }
        write(root, "gift-cards").expect("a module");
        assert!(write(root, "gift-cards").is_err(), "it is there already");
        assert!(write(root, "Gift_Cards").is_err(), "that is no name");
        assert!(read(root, "Cargo.toml").contains("\norion-gift-cards = { path = \"modules/gift_cards\" }\n"));
        assert!(read(root, "app/Cargo.toml").contains("\norion-gift-cards.workspace = true\n"));
        assert!(read(root, "app/src/modules.rs").contains("    orion_gift_cards,\n];"));
        assert!(
            read(root, "ARCHITECTURE.md").contains("\n| `modules/gift_cards` | `orion-gift-cards` | gift cards |\n")
        );
        let lib = read(root, "modules/gift_cards/src/lib.rs");
        assert!(lib.starts_with("//! Gift cards.") && lib.contains("fn gift_cards_store_pages("), "{lib}");
        assert_eq!(findings_below(root, "modules/"), Vec::<String>::new());
    }

    /// One that is there already, to hold the template against.
    const MODEL: &str = "modules/customers";

    #[test]
    fn the_template_looks_as_modules_do() {
        let model = workspace::root().join(MODEL);
        for (path, text) in TEMPLATE {
            match *path {
                "Cargo.toml" => {
                    let text = text.replace("__code__", "customers");
                    let manifest = read(&model, path);
                    let missing: Vec<&str> =
                        text.lines().filter(|line| !manifest.lines().any(|own| own == *line)).collect();
                    assert_eq!(missing, Vec::<&str>::new(), "{path} of {MODEL} has no such lines");
                }
                // The model's page is another.
                "src/pages/store/overview.rs" => {}
                _ => assert!(model.join(path).exists(), "{MODEL} has no {path}"),
            }
        }
    }
}
