//! The ids of what one module owns and others point at.

use orion_kernel::typed_id;

typed_id!(CartId, "A shopper's cart.");
typed_id!(CategoryId, "A category of products.");
typed_id!(CheckoutId, "One attempt to turn a cart into an order.");
typed_id!(FulfilmentId, "One parcel of an order.");
typed_id!(ImportId, "One run of a product import.");
typed_id!(LocationId, "A place where stock is kept.");
typed_id!(MediaId, "A picture in a store's library.");
typed_id!(MovementId, "One entry of the stock ledger.");
typed_id!(OrderId, "An order.");
typed_id!(OrderLineId, "A line of an order.");
typed_id!(PaymentId, "One attempt to be paid.");
typed_id!(ProductId, "A product.");
typed_id!(VariantId, "What is bought: a product in one combination of its options.");
