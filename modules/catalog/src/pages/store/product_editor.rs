//! A product in the back office: texts, prices, options, pictures.

mod main_form;
mod options;
mod pictures;
mod side;
mod variants;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_contracts::ProductId;
use orion_kernel::AppError;
use orion_ui::{IconName, LinkButton, Load, ResourceDetails, all_done, done, say_done, use_index_query};

use self::{main_form::MainForm, options::OptionsCard, pictures::PicturesCards, side::Side};
use crate::{
    components::ProductBadge,
    i18n::{page, td_string},
    paths,
    server_fns::store::{FetchPicturesAgain, SaveOptions, SavePictures, SaveProduct, open_product},
    views::Editor,
};

/// What can be done on this page; each change opens the product anew.
#[derive(Clone, Copy)]
struct Actions {
    save: ServerAction<SaveProduct>,
    options: ServerAction<SaveOptions>,
    pictures: ServerAction<SavePictures>,
    again: ServerAction<FetchPicturesAgain>,
}

impl Actions {
    fn new() -> Self {
        Self {
            save: ServerAction::new(),
            options: ServerAction::new(),
            pictures: ServerAction::new(),
            again: ServerAction::new(),
        }
    }

    /// Changes with each change that was saved, and says so. A refused one leaves the form as it is, with its input.
    fn saved(self) -> Memo<usize> {
        let Self { save, options, pictures, again } = self;
        let saved = all_done([done(save), done(options), done(pictures), done(again)]);
        say_done(saved, td_string!(page(), editor.saved));
        saved
    }
}

/// A product's editor. The language of the texts and the page of the variants stand in the address.
#[component]
pub fn ProductEditorPage() -> impl IntoView {
    let params = use_params_map();
    let query = use_index_query();
    let id = Memo::new(move |_| params.with(|params| params.get("id")).and_then(|id| id.parse::<ProductId>().ok()));
    let actions = Actions::new();
    let saved = actions.saved();
    let editor = Resource::new(
        move || {
            let language = query.with(|query| query.filter(paths::TEXTS).map(str::to_owned));
            (id.get(), language, query.with(|query| query.page), saved.get())
        },
        |(id, language, page, _)| async move {
            match id {
                Some(id) => open_product(id, language, page).await,
                None => Err(AppError::not_found()),
            }
        },
    );
    view! { <Load value=editor view=move |editor| view! { <EditorBody editor=editor actions=actions/> }.into_any()/> }
}

#[component]
fn EditorBody(editor: Editor, actions: Actions) -> impl IntoView {
    let l = page();
    let status = editor.status;
    let (url, side, is_public) =
        (editor.storefront_url.clone(), editor.clone(), status == crate::model::ProductStatus::Published);
    view! {
        <ResourceDetails
            title=editor.title.clone()
            back=paths::PRODUCTS
            back_label=td_string!(l, products.title)
            status=move || view! { <ProductBadge status=status/> }
            actions=move || {
                is_public
                    .then(|| {
                        view! { <LinkButton label=td_string!(l, editor.view) href=url icon=IconName::ExternalLink external=true/> }
                    })
            }
            side=move || view! { <Side editor=side/> }
        >
            <MainForm editor=editor.clone() action=actions.save/>
            <PicturesCards editor=editor.clone() save=actions.pictures again=actions.again/>
            <OptionsCard editor=editor action=actions.options/>
        </ResourceDetails>
    }
}
