//! Importing as `orion import FILE --store CODE` does.

use std::{fs, path::Path};

use orion_kernel::ErrorKind;
use orion_runtime::{
    Error,
    import::{ImportFile, ImportFolder, ImportSummary},
};
use orion_testing::TestApp;

use crate::{
    doors::{STORE, store_ctx},
    files::real_files,
};

async fn run(app: &TestApp, name: &str, content: &[u8], folder: &Path) -> Result<ImportSummary, Error> {
    let importer = app.app.modules().iter().flat_map(|module| &module.importers).find(|one| one.name == "products");
    let importer = importer.expect("the catalogue imports products");
    let file = ImportFile {
        bytes: content.to_vec(),
        name: name.to_owned(),
        folder: Some(ImportFolder::Disk(folder.to_owned())),
    };
    (importer.run)(store_ctx(app).await, file, |_, _| ()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_imported_with_the_pictures_beside_it() {
    let app = TestApp::start().await;
    let folder = app.folder().join("files");
    fs::create_dir_all(folder.join("images")).expect("a folder");
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 50\"><path d=\"M0 0\"/></svg>";
    fs::write(folder.join("images/jug.svg"), drawing).expect("a picture");
    let file =
        b"Handle,Title,Variant Price,Image Src\njug,Jug,5,images/jug.svg\njug,,,images/none.svg\nbad,Bad,many,\n";
    let summary = run(&app, "a.csv", file, &folder).await.expect("a product file");
    assert_eq!((summary.created, summary.updated, summary.unchanged), (1, 0, 0));
    let failed: Vec<String> = summary.failed.iter().map(ToString::to_string).collect();
    assert_eq!(failed, ["row 4, Variant Price: «\u{a0}many\u{a0}» n’est pas un montant. Écrivez-le comme 12.50."]);
    let states: Vec<String> = app
        .one(
            "select array_agg(concat_ws(' ', m.state, m.error) order by m.position) from catalog.media m
            join catalog.products p on p.id = m.product_id where p.slug = 'jug'",
        )
        .await;
    assert_eq!(states, ["stored", "unreachable file_missing"]);
    assert!(app.shopper(STORE).get("/products/jug").await.shows(".svg"));
    let again = run(&app, "a.csv", file, &folder).await.expect("a product file");
    assert_eq!((again.created, again.updated, again.unchanged), (0, 0, 1));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn real_files_are_imported_and_other_files_refused() {
    let app = TestApp::start().await;
    for (name, content) in real_files() {
        let handles: std::collections::BTreeSet<_> =
            content.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
        let summary = run(&app, name, content.as_bytes(), app.folder()).await.expect("a product file");
        assert_eq!((summary.created as usize, summary.failed.as_slice()), (handles.len(), &[][..]));
    }
    let products = "select count(*) from catalog.products";
    let before: i64 = app.one(products).await;
    for (content, code) in
        [(&b"Handle,Title\n\xe9"[..], "encoding_unknown"), (b"Name\nx\n", "columns_missing"), (b"", "file_empty")]
    {
        let Err(Error::App(error)) = run(&app, "x.csv", content, app.folder()).await else { panic!("{code}") };
        assert_eq!((error.kind, error.code.as_ref()), (ErrorKind::Invalid, code));
    }
    assert_eq!(app.one::<i64>(products).await, before);
    app.stop().await;
}
