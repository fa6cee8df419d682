//! Makes a platform.

use leptos::{prelude::*, server_fn::ServerFn};
use orion_ui::{Card, Choice, FileField, Form, Load, PostForm, RadioCards, SettingsPage, SettingsSection, TextField};

use super::platform_fields::{Filled, common_fields, host_field};
use crate::{
    error,
    i18n::{page, td_string},
    paths,
    server_fns::platforms::{CreatePlatform, UploadPlatform, recipes},
    views::RecipeView,
};

/// By a recipe that comes with the program, by one in a file, or by none.
#[component]
pub fn NewPlatformPage() -> impl IntoView {
    let l = page();
    let action = ServerAction::<CreatePlatform>::new();
    let recipes = Resource::new(|| (), |()| recipes());
    view! {
        <SettingsPage
            title=td_string!(l, platforms.add_title)
            subtitle=td_string!(l, platforms.add_lead)
            back=paths::PLATFORMS
            back_label=td_string!(l, platforms.title)
        >
            <Load value=recipes view=move |recipes| sections(recipes, action)/>
        </SettingsPage>
    }
}

fn sections(recipes: Vec<RecipeView>, action: ServerAction<CreatePlatform>) -> AnyView {
    let l = page();
    let shipped = recipes.into_iter().map(|recipe| Choice::new(recipe.code, recipe.name).hint(recipe.description));
    let bare = Choice::new("", td_string!(l, platforms.no_recipe)).hint(td_string!(l, platforms.no_recipe_hint));
    let choices: Vec<Choice> = shipped.chain([bare]).collect();
    view! {
        <SettingsSection title=td_string!(l, platforms.choose) description=td_string!(l, platforms.choose_lead)>
            <Form action guard=true error_text=error::text submit=td_string!(l, platforms.create) cancel=paths::PLATFORMS>
                <Card>
                    <div class="stack">
                        {names()}
                        <RadioCards name="recipe" label=td_string!(l, platforms.recipe) options=choices value="shop"/>
                        {common_fields(Filled::default())}
                    </div>
                </Card>
            </Form>
        </SettingsSection>
        <SettingsSection title=td_string!(l, platforms.own_recipe) description=td_string!(l, platforms.own_recipe_lead)>
            <PostForm
                url=UploadPlatform::url()
                multipart=true
                error_text=error::text
                submit=td_string!(l, platforms.create)
                id="own-recipe"
            >
                <Card>
                    <div class="stack">
                        {names()}
                        <FileField
                            name="recipe"
                            label=td_string!(l, platforms.file)
                            hint=td_string!(l, platforms.file_hint)
                            accept=".json,application/json"
                            required=true
                        />
                    </div>
                </Card>
            </PostForm>
        </SettingsSection>
    }
    .into_any()
}

fn names() -> AnyView {
    let l = page();
    view! {
        <TextField name="name" label=td_string!(l, platforms.name) maxlength=80 required=true/>
        <TextField
            name="code"
            label=td_string!(l, modules.code)
            hint=td_string!(l, platforms.code_hint)
            maxlength=40
            short=true
            required=true
        />
        {host_field(String::new())}
    }
    .into_any()
}
