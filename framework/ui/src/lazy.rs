//! Pages whose code the browser fetches when they are first shown.

use std::future::Future;

use leptos::prelude::{AnyView, IntoAny, Suspend};
use leptos_router::{ChooseView, NestedRoute, PossibleRouteMatch, SsrMode, any_nested_route::IntoAnyNestedRoute};
use orion_kernel::module::Route;
use send_wrapper::SendWrapper;

/// A route to one of a module's pages.
///
/// `pages` is the module's one `#[lazy]` function for the frontend: it turns a page into its view, and the browser keeps
/// it, with everything it calls, in a part of its own. No page may be named outside of it, or its code moves to the main part.
/// Asked for `None` it shows nothing: that call fetches the part before the first page is hydrated.
pub fn page<S, P, F, Fut>(segments: S, page: P, pages: F) -> Route
where
    S: PossibleRouteMatch + std::fmt::Debug + Clone + Send + Sync + 'static,
    P: Copy + Send + 'static,
    F: Fn(Option<P>) -> Fut + Copy + Send + 'static,
    Fut: Future<Output = AnyView> + 'static,
{
    NestedRoute::new(segments, LazyPage { page, pages }).ssr_mode(SsrMode::Async).into_any_nested_route()
}

/// A view whose code is fetched once it is asked for: what opens at a press, such as a menu. Never on the server.
pub fn later<Fut>(view: Fut) -> AnyView
where
    Fut: Future<Output = AnyView> + 'static,
{
    Suspend::new(SendWrapper::new(view)).into_any()
}

/// One page of a module's lazy part.
#[derive(Clone, Copy)]
struct LazyPage<P, F> {
    page: P,
    pages: F,
}

impl<P, F, Fut> ChooseView for LazyPage<P, F>
where
    P: Copy + Send + 'static,
    F: Fn(Option<P>) -> Fut + Copy + Send + 'static,
    Fut: Future<Output = AnyView> + 'static,
{
    async fn choose(self) -> AnyView {
        (self.pages)(Some(self.page)).await
    }

    async fn preload(&self) {
        (self.pages)(None).await;
    }
}
