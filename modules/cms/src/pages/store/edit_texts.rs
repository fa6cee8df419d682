//! What the storefront says around its goods, one language at a time, and the picture at its top.

use leptos::{prelude::*, server_fn::ServerFn as _};
use leptos_router::hooks::use_params_map;
use orion_ui::{
    ActionButton, Card, Confirm, FileField, Form, Hidden, Image, Load, PostForm, SettingsPage, SettingsSection,
    TextArea, TextField, all_done, done, may, say_done,
};

use crate::{
    components::{LocaleTabs, asked_locale},
    error,
    i18n::{page, td_string},
    paths, permissions,
    server_fns::store::{RemoveHero, SaveStoreTexts, UploadHero, edit_store_texts},
    views::TextsEditor,
};

/// The texts in the language that stands in the address.
#[component]
pub fn EditTexts() -> impl IntoView {
    let l = page();
    let params = use_params_map();
    let save = ServerAction::<SaveStoreTexts>::new();
    let remove = ServerAction::<RemoveHero>::new();
    let saved = done(save);
    say_done(saved, td_string!(l, texts.saved));
    let removed = done(remove);
    say_done(removed, td_string!(l, texts.picture_removed));
    let changes = all_done([saved, removed]);
    let key = move || (asked_locale(&params.read()), changes.get());
    let editor = Resource::new(key, |(locale, _)| async move { edit_store_texts(locale?).await });
    view! { <Load value=editor view=move |editor| editor_view(editor, save, remove)/> }
}

fn editor_view(editor: TextsEditor, save: ServerAction<SaveStoreTexts>, remove: ServerAction<RemoveHero>) -> AnyView {
    let l = page();
    let first = editor.locales.first().copied();
    let path = move |locale| if Some(locale) == first { paths::TEXTS.to_owned() } else { paths::texts_in(locale) };
    let has_picture = editor.picture.is_some();
    let picture = editor.picture.map(|picture| view! { <Image picture/> });
    let removal = has_picture.then(|| {
        let confirm = Confirm::new(td_string!(l, texts.remove_title), td_string!(l, texts.remove_body));
        view! { <ActionButton action=remove label=td_string!(l, texts.remove_picture) confirm/> }
    });
    let media = may(permissions::MEDIA).then(|| {
        view! {
            <PostForm url=UploadHero::url() multipart=true submit=td_string!(l, texts.upload) error_text=error::text>
                <FileField
                    name="file"
                    label=td_string!(l, texts.new_picture)
                    hint=td_string!(l, texts.picture_hint)
                    accept="image/png,image/jpeg,image/webp,image/avif,image/svg+xml"
                    required=true
                />
            </PostForm>
            {removal}
        }
    });
    view! {
        <SettingsPage title=td_string!(l, texts.title) subtitle=td_string!(l, texts.lead)>
            <SettingsSection title=td_string!(l, texts.words) description=td_string!(l, texts.words_lead)>
                <LocaleTabs locales=editor.locales path/>
                <Form action=save submit=td_string!(l, page.save) guard=true error_text=error::text>
                    <Hidden name="locale" value=editor.locale.code()/>
                    <Card>
                        <div class="stack">
                            <TextField
                                name="announcement"
                                label=td_string!(l, texts.announcement)
                                hint=td_string!(l, texts.announcement_hint)
                                value=editor.announcement
                                maxlength=160u32
                            />
                            <TextField
                                name="tagline"
                                label=td_string!(l, texts.tagline)
                                hint=td_string!(l, texts.tagline_hint)
                                value=editor.tagline
                                maxlength=160u32
                            />
                            <TextField
                                name="hero_title"
                                label=td_string!(l, texts.hero_title)
                                value=editor.hero_title
                                maxlength=120u32
                            />
                            <TextArea
                                name="hero_text"
                                label=td_string!(l, texts.hero_text)
                                value=editor.hero_text
                                maxlength=600u32
                            />
                        </div>
                    </Card>
                </Form>
            </SettingsSection>
            <SettingsSection title=td_string!(l, texts.picture) description=td_string!(l, texts.picture_lead)>
                <Card>
                    <div class="stack">{picture} {media}</div>
                </Card>
            </SettingsSection>
        </SettingsPage>
    }
    .into_any()
}
