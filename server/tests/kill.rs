//! The real program, killed at each step of a purchase and started again: nothing is lost, nothing is done twice.

#[path = "kill/books.rs"]
mod books;
#[path = "kill/by_card.rs"]
mod by_card;
#[path = "kill/by_transfer.rs"]
mod by_transfer;
#[path = "kill/in_the_background.rs"]
mod in_the_background;
#[path = "kill/installation.rs"]
mod installation;
#[path = "kill/shopper.rs"]
mod shopper;
