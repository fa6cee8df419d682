//! Events between modules: published in the publisher's transaction, reacted to once each.

mod handler;
mod publish;
mod reaction;
#[cfg(test)]
mod tests;

pub use handler::EventHandler;
pub use publish::publish;
pub(crate) use reaction::Reaction;
