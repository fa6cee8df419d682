//! Pictures: uploaded, or fetched from where a file says they are.

use orion_catalog::views::{Editor, ImportDetails, PictureState};
use orion_testing::TestApp;

use crate::doors::{OWNER, STORE, import, store_fn, upload};

const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 50\"><path d=\"M0 0\"/></svg>";

#[tokio::test(flavor = "multi_thread")]
async fn pictures_are_uploaded_ordered_and_removed() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let id: String = app.one("select id::text from catalog.products where slug = 'bougie-parfumee-tilleul'").await;
    let open = || async {
        let fields = [("id", id.as_str()), ("language", ""), ("page", "1")];
        owner.call(&store_fn("open_product"), &fields).await.value::<Editor>().pictures
    };
    let before = open().await;
    let (status, location) =
        upload(&owner, "add_pictures", "pictures", &[("id", &id)], ("x.svg", DRAWING.into())).await;
    assert_eq!((status, location.ends_with(&id)), (302, true));
    let added = open().await;
    assert_eq!(added.len(), before.len() + 1);
    let picture = added.last().expect("the new picture");
    let shown = picture.picture.clone().expect("a picture");
    assert_eq!((shown.width, shown.height), (40, 50));
    let (status, _) = upload(&owner, "add_pictures", "pictures", &[("id", &id)], ("x.exe", b"MZ".to_vec())).await;
    assert_ne!(status, 302);
    let new = picture.id.to_string();
    let fields = [
        ("id", id.as_str()),
        ("pictures[0][id]", new.as_str()),
        ("pictures[0][alt]", "Un dessin"),
        ("pictures[0][position]", "1"),
    ];
    assert_eq!(owner.call(&store_fn("save_pictures"), &fields).await.status, 200);
    assert!(app.shopper(STORE).get("/products/bougie-parfumee-tilleul").await.shows("Un dessin"));
    let removal = [&fields[..], &[("pictures[0][remove]", "true")]].concat();
    assert_eq!(owner.call(&store_fn("save_pictures"), &removal).await.status, 200);
    assert_eq!(open().await.len(), before.len());
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_product_works_without_the_pictures_that_cannot_be_had() {
    let app = TestApp::start().await;
    let owner = app.member(OWNER, STORE).await;
    let file = "Handle,Title,Variant Price,Image Src\n\
        inside,Inside,5,http://127.0.0.1/secret.png\n\
        inside,,,http://169.254.169.254/latest/meta-data\n\
        beside,Beside,5,images/beside.png\n";
    let done = import(&app, &owner, "pictures.csv", file).await;
    app.until("the pictures", || async {
        let pending: i64 = app.one("select count(*) from catalog.media where state = 'pending'").await;
        (pending == 0).then_some(())
    })
    .await;
    let reasons: Vec<String> = app
        .one(
            "select array_agg(m.error order by p.slug, m.position) from catalog.media m
            join catalog.products p on p.id = m.product_id where p.slug in ('inside', 'beside')",
        )
        .await;
    assert_eq!(reasons, ["no_folder", "address_refused", "address_refused"]);
    let report: ImportDetails =
        owner.call(&store_fn("open_import"), &[("id", &done.import.id.to_string())]).await.value();
    assert_eq!((report.pictures.pending, report.pictures.total), (0, 3));
    let import_page = owner.get(&format!("/products/imports/{}", done.import.id)).await;
    for text in ["http://127.0.0.1/secret.png", "http://169.254.169.254/latest/meta-data", "images/beside.png"] {
        assert!(import_page.shows(text), "{text}: {}", import_page.body);
    }
    let page = app.shopper(STORE).get("/products/inside").await;
    assert!(page.status == 200 && page.shows("product-no-picture"));
    let id: String = app.one("select id::text from catalog.products where slug = 'inside'").await;
    let fields = [("id", id.as_str()), ("language", ""), ("page", "1")];
    let editor: Editor = owner.call(&store_fn("open_product"), &fields).await.value();
    assert_eq!(editor.pictures[0].state, PictureState::Unreachable("address_refused".to_owned()));
    assert!(owner.get(&format!("/products/{id}")).await.shows("169.254.169.254"));
    app.stop().await;
}
