//! An open transaction as ports see it: contracts know no database, yet a port must join its caller's transaction.

use std::any::Any;

/// An open unit of work, passed through a port to its implementation.
///
/// The runtime's `Tx` is the only implementation; `Tx::of` gets it back. Whoever opened it commits it.
pub trait Work: Send {
    /// The transaction behind the trait.
    fn as_any_mut(&mut self) -> &mut dyn Any;
}
