//! Files that are none of ours.

use orion_catalog::views::ImportStatus;
use orion_kernel::AppError;
use orion_testing::{Actor, TestApp};

use crate::doors::{OWNER, STAFF, STORE, counts, form, import, upload};

const MEGABYTE: usize = 1 << 20;

/// Everything an import could have written.
const STORED: &str = "select (select count(*) from catalog.products) + (select count(*) from catalog.variants)
    + (select count(*) from catalog.imports) + (select count(*) from catalog.import_files)";

/// What a script is told whose upload is refused.
async fn refusal(owner: &Actor, content: Vec<u8>) -> (u16, AppError) {
    let request = form(owner, "upload_products", "file", &[], ("x.csv", content)).header("accept", "application/json");
    let response = request.send().await.expect("an answer, not a broken connection");
    let status = response.status().as_u16();
    let body = response.text().await.expect("a body");
    (status, serde_json::from_str(&body).unwrap_or_else(|error| panic!("{error}: {body}")))
}

fn utf16(text: &str, with_mark: bool) -> Vec<u8> {
    let mark = if with_mark { "\u{feff}" } else { "" };
    format!("{mark}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_encoding_is_named_and_nothing_is_stored() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let before: i64 = app.one(STORED).await;
    let latin1 = b"Handle,Title,Variant Price\ncafe,Caf\xe9 cr\xe8me,5\n".to_vec();
    let windows = b"Handle,Title,Variant Price\neuro,5 \x80,5\n".to_vec();
    let text = "Handle,Title,Variant Price\ncafe,Café,5\n";
    for (content, code) in [
        (latin1, "encoding_unknown"),
        (windows, "encoding_unknown"),
        (utf16(text, true), "encoding_utf16"),
        (utf16(text, false), "encoding_utf16"),
        (b"PK\x03\x04 a workbook".to_vec(), "file_is_spreadsheet"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01".to_vec(), "file_no_text"),
        (b" \r\n".to_vec(), "file_empty"),
    ] {
        let (status, error) = refusal(&owner, content).await;
        assert_eq!((status, error.fields[0].field.as_str(), error.fields[0].code.as_ref()), (422, "file", code));
    }
    assert_eq!(app.one::<i64>(STORED).await, before);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_upload_s_page_says_what_is_wrong() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    for (content, sentence) in [
        (b"caf\xe9".to_vec(), "is not written in UTF-8: line 1"),
        (vec![b'a'; 21 * MEGABYTE], "larger than 20 MB"),
        (vec![b'a'; 40 * MEGABYTE], "larger than 20 MB"),
    ] {
        let (status, page) = upload(&owner, "upload_products", "file", &[], ("x.csv", content)).await;
        assert_eq!((status, page.ends_with("/products/import")), (303, true), "{page}");
        let shown = owner.get("/products/import").await;
        assert!(shown.status == 200 && shown.shows(sentence), "{sentence}: {}", shown.body);
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_that_is_too_large_is_refused_without_being_kept_in_memory() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let before: i64 = app.one(STORED).await;
    let (status, error) = refusal(&owner, vec![b'a'; 21 * MEGABYTE]).await;
    assert_eq!((status, error.fields[0].code.as_ref()), (413, "file_too_large"));
    let huge = vec![b'a'; 200 * MEGABYTE];
    let memory = memory_kilobytes("VmRSS:");
    let (status, error) = refusal(&owner, huge).await;
    assert_eq!((status, error.code.as_ref()), (413, "too_large"));
    if let Some((before, most)) = memory.zip(memory_kilobytes("VmHWM:")) {
        assert!(most.saturating_sub(before) < 100 * 1_024, "{before} kB before, {most} kB at the most");
    }
    assert_eq!(app.one::<i64>(STORED).await, before);
    app.stop().await;
}

/// What this process holds; `None` where the system does not say.
fn memory_kilobytes(name: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(name))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_is_no_product_file_changes_nothing() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let products = "select count(*) from catalog.products";
    let before: i64 = app.one(products).await;
    for (content, missing) in [
        ("Name,Price\nMug,5\n", "Handle, Title"),
        ("Handle,Title\nmug,Mug\n", "Variant Price"),
        ("<!DOCTYPE html><html><body>Sign in</body></html>", "Handle, Title, Variant Price"),
        ("Dear all, please find the products below.\n", "Handle, Title, Variant Price"),
    ] {
        let done = import(&app, &owner, "x.csv", content).await;
        assert_eq!((done.import.status, counts(&done)), (ImportStatus::Failed, [0; 4]));
        let (code, params) = done.import.error.expect("a reason");
        assert_eq!((code.as_str(), params[0].1.as_str()), ("columns_missing", missing));
        let page = owner.get(&format!("/products/imports/{}", done.import.id)).await;
        assert!(page.shows(missing), "{}", page.body);
    }
    let nothing = import(&app, &owner, "x.csv", "Handle,Title,Variant Price\n").await;
    assert_eq!((nothing.import.status, counts(&nothing)), (ImportStatus::Finished, [0; 4]));
    assert_eq!(app.one::<i64>(products).await, before);
    let left: i64 = app.one("select count(*) from catalog.import_files").await;
    assert_eq!(left, 0);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_team_imports() {
    let app = TestApp::start().await;
    let stranger = app.shopper(STORE).at("/store/lumiere");
    let (status, _) = upload(&stranger, "upload_products", "file", &[], ("x.csv", b"Handle".to_vec())).await;
    assert!(status >= 400, "{status}");
    let staff = app.member(STAFF, STORE).await;
    let (status, _) = upload(&staff, "upload_products", "file", &[], ("x.csv", b"Handle".to_vec())).await;
    assert!([302, 303].contains(&status), "{status}");
    app.stop().await;
}
