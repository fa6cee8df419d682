//! Who somebody is, and how they prove it: through the doors.

mod authenticator;
mod builders;
mod change_email;
mod forgotten;
mod passkeys;
mod policy;
mod second_factor;
mod sessions;
mod throttle;
