//! Orders through their doors: the port of the checkout, the back office, the storefront.

#[path = "orders/at_once.rs"]
mod at_once;
#[path = "orders/bad_input.rs"]
mod bad_input;
#[path = "orders/builders.rs"]
mod builders;
#[path = "orders/cancel_order.rs"]
mod cancel_order;
#[path = "orders/fulfil_order.rs"]
mod fulfil_order;
#[path = "orders/my_orders.rs"]
mod my_orders;
#[path = "orders/order_status.rs"]
mod order_status;
#[path = "orders/place_order.rs"]
mod place_order;
#[path = "orders/refund_order.rs"]
mod refund_order;
#[path = "orders/tell_team.rs"]
mod tell_team;
