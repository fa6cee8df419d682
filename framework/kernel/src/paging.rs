//! Lists come in pages.

use serde::{Deserialize, Serialize};

/// Which page of a list is wanted. Comes from an address, so it may hold anything: [`limit`](Self::limit) and
/// [`offset`](Self::offset) are what a query uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Page {
    /// Number of the page; the first is 1.
    pub number: u32,
    /// Items on a page.
    pub size: u32,
}

impl Page {
    /// Items on a page unless something else is asked for.
    pub const DEFAULT_SIZE: u32 = 25;
    /// The most items a page holds.
    pub const MAX_SIZE: u32 = 100;

    /// A page of the default size.
    pub const fn number(number: u32) -> Self {
        Self { number, size: Self::DEFAULT_SIZE }
    }

    /// For SQL's `limit`: the size, within 1 to [`MAX_SIZE`](Self::MAX_SIZE).
    pub fn limit(self) -> i64 {
        i64::from(self.size.clamp(1, Self::MAX_SIZE))
    }

    /// For SQL's `offset`: how many items stand on the pages before this one.
    pub fn offset(self) -> i64 {
        i64::from(self.number.saturating_sub(1)) * self.limit()
    }
}

impl Default for Page {
    fn default() -> Self {
        Self::number(1)
    }
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paged<T> {
    /// The items of this page.
    pub items: Vec<T>,
    /// Items on all pages together, as SQL's `count(*)` gives it.
    pub total: i64,
    /// Which page this is.
    pub page: Page,
}

impl<T> Paged<T> {
    /// How many pages there are; an empty list has one, empty page.
    pub fn page_count(&self) -> i64 {
        let limit = self.page.limit();
        (self.total / limit + i64::from(self.total % limit > 0)).max(1)
    }

    /// The same page with every item changed.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Paged<U> {
        Paged { items: self.items.into_iter().map(change).collect(), total: self.total, page: self.page }
    }
}

/// A part of a list that is read on from place to place, such as a log: nobody counts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch<T> {
    /// The items, in order.
    pub items: Vec<T>,
    /// Where the next stretch begins, as it stands in an address; `None` at the end.
    pub next: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limit_and_offset_hold_against_any_page() {
        let bounds = |number, size| {
            let page = Page { number, size };
            (page.limit(), page.offset())
        };
        assert_eq!(bounds(1, 25), (25, 0));
        assert_eq!(bounds(3, 10), (10, 20));
        assert_eq!(bounds(0, 0), (1, 0));
        assert_eq!(bounds(2, u32::MAX), (100, 100));
        assert_eq!(bounds(u32::MAX, u32::MAX), (100, 429_496_729_400));
    }

    #[test]
    fn the_last_page_may_be_short() {
        let count = |total| {
            let page = Page { number: 1, size: 10 };
            Paged::<()> { items: Vec::new(), total, page }.page_count()
        };
        assert_eq!([0, 1, 10, 11, i64::MAX].map(count), [1, 1, 1, 2, 922_337_203_685_477_581]);
    }
}
