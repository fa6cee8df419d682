//! The design system: tokens, components, page patterns. All markup patterns of Orion live here.
#![deny(missing_docs)]

orion_kernel::i18n!();

mod action;
mod card;
mod chart;
mod details;
pub mod examples;
mod field;
mod form;
mod icon;
mod index;
mod layout;
pub mod lazy;
mod load;
mod marketing;
pub mod page;
mod palette;
mod period;
mod qr_code;
mod settings;
mod shop;
mod slot;
mod status;
pub mod style;
mod tasks;
mod texts;
mod timeline;
mod toast;
mod tone;

pub use action::{
    ActionButton, Button, Confirm, Dialog, DialogButton, DialogClose, Link, LinkButton, Menu, MenuButton, MenuDivider,
    MenuLink, Size, SubmitButton, Variant,
};
pub use card::{Card, DescriptionList, Fact, StatCard};
pub use chart::{BarChart, LineChart, Point};
pub use details::{Page, PageHead, ResourceDetails};
pub use field::{
    Checkbox, Choice, ColourField, DateField, FieldRow, FieldSet, FileField, Hidden, MoneyField, NumberField,
    PillChoice, QuantityField, RadioCards, Select, Switch, TextArea, TextField, TextKind, TickAll,
};
pub use form::{Form, FormLayout, GetForm, PostForm, all_done, done, on_done, say_done};
pub use icon::{Icon, IconName};
pub use index::{
    BulkAction, Column, DataTable, Empty, Filter, IndexQuery, LogIndex, Pagination, ResourceIndex, Scope,
    use_index_query,
};
pub use layout::{
    BackOfficeLayout, Bell, Brand, FooterColumn, GateLayout, LanguageLink, LanguageMenu, NavItem, NavSection,
    PaletteKind, PlatformLayout, SearchButton, StorefrontLayout, ThemeMenu, UnreadCount,
};
pub use load::Load;
pub use marketing::{
    ComparisonGroup, ComparisonTable, Faq, Feature, FeatureGrid, Hero, PricingCard, PricingGrid, Quote, Section, Ticks,
};
pub use page::{EmptyPage, ErrorPage, NotFoundPage, error_page, href, may, not_found};
pub use palette::{CommandPalette, Find, KeyHelp, KeyList};
pub use period::{PeriodPicker, use_period};
pub use qr_code::QrCode;
pub use settings::{SettingsPage, SettingsSection};
pub use shop::{
    Amount, BuyBar, Gallery, Image, LineItem, LineItems, Picture, Price, ProductCard, ProductGrid, ProductLayout,
    TwoColumns,
};
pub use slot::{CartCount, SlotOutlet, Slots};
pub use status::{
    Alert, Avatar, Badge, Breadcrumbs, EmptyState, Meter, Progress, Skeleton, Step, StepState, Stepper, Tab, Tabs,
};
pub use tasks::TaskList;
pub use texts::{ErrorText, message};
pub use timeline::{Timeline, TimelineEntry};
pub use toast::{Toast, Toaster, Toasts, use_toasts};
pub use tone::Tone;
