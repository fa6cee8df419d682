//! What stands at both doors: the second step, a forgotten password, a new one.

mod forgotten;
mod new_password;
mod second_step;

pub use forgotten::{AdminForgotten, PlatformForgotten};
pub use new_password::{AdminNewPassword, PlatformNewPassword};
pub use second_step::{AdminSecondStep, PlatformSecondStep};
