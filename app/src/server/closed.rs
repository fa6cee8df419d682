//! The page in front of a closed door: whose it is, why, and where there is one the field for the word that opens it. Made
//! without the browser part, so it does all it does without scripts.

use axum::{extract::Request, response::Response};
use http::{HeaderValue, header};
use leptos::{nonce::Nonce, prelude::*};
use leptos_router::components::Router;
use orion_kernel::{Boot, Frontend};
use orion_runtime::{
    Ctx,
    access::{Barrier, DOOR},
    boot::{Extras, boot},
    cookies, flash,
};
use orion_ui::{
    Brand, Card, EmptyState, GateLayout, Hidden, IconName, Link, PostForm, SubmitButton, TextField, TextKind,
};

use super::{Pages, security::page_policy};
use crate::i18n::{of, td_string};

/// What stands on the page.
#[derive(Clone)]
struct Closed {
    boot: Boot,
    barrier: Barrier,
    /// What the store says itself.
    message: Option<String>,
    styles: Vec<String>,
    theme_css: Option<String>,
    theme: Option<String>,
    nonce: String,
}

/// The page. The caller sets its status.
pub async fn page(pages: Pages, ctx: Ctx, request: Request, barrier: Barrier) -> Response {
    let scope = ctx.scope();
    let cookie = ctx.cookie(flash::COOKIE);
    let is_used = cookie.is_some();
    let flash = cookie.and_then(|value| flash::decode(&value));
    let boot = boot(&ctx, Extras { flash, ..Extras::default() }).await;
    let store = scope.store.as_deref();
    let default = scope.locales().first().copied().unwrap_or(scope.locale);
    let said = store.filter(|_| matches!(barrier, Barrier::Maintenance | Barrier::Password));
    let sent = request.headers().get(header::COOKIE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let closed = Closed {
        barrier,
        message: said.and_then(|store| store.access.message(scope.locale, default)).map(str::to_owned),
        styles: pages.assets.styles(Frontend::Storefront, |_| false),
        theme_css: store.map(|store| orion_ui::style::theme_css(&store.theme)),
        theme: cookies::find(sent, "theme").filter(|theme| theme == "light" || theme == "dark"),
        nonce: ctx.random_token(),
        boot,
    };
    let config = ctx.app().config();
    let policy = page_policy(&closed.nonce, config.environment.is_production());
    let gone = is_used.then(|| {
        let name = cookies::full_name(config, scope, flash::COOKIE);
        cookies::header(config, name, String::new(), Some(time::Duration::ZERO))
    });
    let provided = closed.clone();
    let context = move || {
        provide_context(Nonce::from_value(provided.nonce.clone()));
        provide_context(provided.boot.clone());
    };
    let render = leptos_axum::render_app_async_with_context(context, move || document(closed.clone()));
    let mut response = render(request).await;
    let headers = response.headers_mut();
    headers.extend(HeaderValue::from_str(&policy).ok().map(|policy| (header::CONTENT_SECURITY_POLICY, policy)));
    headers.extend(gone.and_then(|gone| HeaderValue::from_str(&gone).ok()).map(|gone| (header::SET_COOKIE, gone)));
    response
}

fn document(page: Closed) -> impl IntoView {
    let boot = page.boot.clone();
    let l = of(boot.locale);
    let name = boot.store.as_ref().map(|store| store.name.clone()).unwrap_or_default();
    let title = match page.barrier {
        Barrier::Password => td_string!(l, closed.password_title),
        Barrier::Maintenance => td_string!(l, closed.maintenance_title),
        Barrier::Closed | Barrier::Suspended => td_string!(l, closed.title),
    };
    let styles = page.styles.iter().cloned().map(|href| view! { <link rel="stylesheet" href=href/> }).collect_view();
    let (base, theme) = (boot.base.clone(), page.theme.clone());
    let css = page.theme_css.clone().map(|css| view! { <style nonce=page.nonce.clone()>{css}</style> });
    view! {
        <!DOCTYPE html>
        <html
            lang=boot.locale.code()
            data-frontend=boot.frontend.code()
            data-base=boot.base
            data-theme=theme
        >
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="robots" content="noindex, nofollow"/>
                <title>{format!("{title} · {name}")}</title>
                {styles}
                {css}
            </head>
            <body>
                <Router base>{inside(page, title)}</Router>
            </body>
        </html>
    }
}

fn inside(page: Closed, title: &'static str) -> AnyView {
    let Closed { boot, barrier, message, .. } = page;
    let l = of(boot.locale);
    let Some(store) = boot.store.clone() else { return ().into_any() };
    let logo = store.logo.map(|logo| logo.src).unwrap_or_default();
    let body = message.unwrap_or_else(|| {
        match barrier {
            Barrier::Password => td_string!(l, closed.password_body),
            Barrier::Maintenance => td_string!(l, closed.maintenance_body),
            Barrier::Closed | Barrier::Suspended => td_string!(l, closed.body),
        }
        .to_owned()
    });
    let icon = if barrier == Barrier::Password { IconName::Lock } else { IconName::Store };
    let form = (barrier == Barrier::Password).then(|| {
        let next = boot.path.clone();
        view! {
            <PostForm url=enter_url() error_text=orion_tenancy::error::text>
                <Hidden name="next" value=next/>
                <TextField
                    name="password"
                    label=td_string!(l, closed.password)
                    kind=TextKind::Password
                    autocomplete="off"
                    required=true
                    autofocus=true
                />
                <SubmitButton label=td_string!(l, closed.enter) wide=true/>
            </PostForm>
        }
    });
    let team = format!("{}/sign-in", boot.platform.origin);
    let languages = languages(&boot);
    let foot = move || {
        view! {
            {languages}
            <Link href=team external=true>{td_string!(l, closed.team)}</Link>
        }
    };
    view! {
        <GateLayout brand=Brand::new(store.name, "/").logo(logo) foot>
            <Card>
                <EmptyState title body icon whole_page=true/>
                {form}
            </Card>
        </GateLayout>
    }
    .into_any()
}

/// Where the word is sent.
fn enter_url() -> &'static str {
    debug_assert_eq!(DOOR, ("tenancy", "enter"));
    "/api/v1/storefront/tenancy/enter"
}

/// The same page in the other languages.
fn languages(boot: &Boot) -> Vec<AnyView> {
    let others = boot.locales.iter().copied().filter(|locale| *locale != boot.locale);
    others
        .map(|locale| {
            let prefix =
                if boot.locales.first() == Some(&locale) { String::new() } else { format!("/{}", locale.code()) };
            let href = format!("{prefix}{}{}?language={}", boot.unprefixed_base, boot.path, locale.code());
            view! { <Link href external=true>{locale.name_in_own_language()}</Link> }.into_any()
        })
        .collect()
}
