//! Pages of the storefront.

mod my_orders;
mod order_status;

pub use my_orders::MyOrders;
pub use order_status::OrderStatus;
