//! What stands in for a port whose module is off.

use std::sync::Arc;

use orion_contracts::{
    carts::{Carts, NullCarts},
    catalog::{Catalog, NullCatalog},
    cms::{NullStartPages, StartPages},
    customers::{Customers, NullCustomers},
    features::{Features, NullFeatures},
    mails::{Mails, NullMails},
    notifications::{Notifications, NullNotifications},
    orders::{NullOrders, Orders},
    payments::{NullPaymentOutcomes, PaymentOutcomes},
    stock::{NullStock, Stock},
};
use orion_runtime::{ModuleServer, Ports};

/// The contracts' share: every port that a module may leave without an implementation.
pub fn register() -> ModuleServer {
    ModuleServer { ports, ..ModuleServer::new("contracts") }
}

fn ports(ports: &mut Ports) {
    ports.null::<dyn Carts>(Arc::new(NullCarts));
    ports.null::<dyn Catalog>(Arc::new(NullCatalog));
    ports.null::<dyn Customers>(Arc::new(NullCustomers));
    ports.null::<dyn Features>(Arc::new(NullFeatures));
    ports.null::<dyn Mails>(Arc::new(NullMails));
    ports.null::<dyn Notifications>(Arc::new(NullNotifications));
    ports.null::<dyn Orders>(Arc::new(NullOrders));
    ports.null::<dyn PaymentOutcomes>(Arc::new(NullPaymentOutcomes));
    ports.null::<dyn StartPages>(Arc::new(NullStartPages));
    ports.null::<dyn Stock>(Arc::new(NullStock));
}
