-- A cart that was merged into another remembers which: should it be bought after all, the other one gives back what it got.

alter table cart.carts add column merged_into uuid;
