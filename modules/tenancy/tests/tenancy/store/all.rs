//! How a merchant sets a store up: who is let in, where it is found, how it counts and measures.

mod closed_door;
mod domains;
mod order_numbers;
mod region;
mod steps;
mod subdomain;
