//! What several pages show.

mod account_badges;
mod badges;
mod countries;
mod offered_languages;
mod passkeys;
mod permission_boxes;
mod profile_tabs;
mod recovery_codes;
mod refusal;
mod second_factor_policy;
mod sign_in_card;
mod store_finder;
mod store_switcher;

pub use account_badges::{AccountBadges, last_sign_in};
pub use badges::{RoleBadge, StatusBadge, TierBadge};
pub use countries::country_name;
pub use offered_languages::{OfferedLanguages, language_choices};
pub use passkeys::{AddPasskey, PasskeySignIn};
pub use permission_boxes::PermissionBoxes;
pub use profile_tabs::ProfileTabs;
pub use recovery_codes::RecoveryCodes;
pub use refusal::{reason_of, reason_without};
pub use second_factor_policy::SecondFactorPolicy;
pub use sign_in_card::SignInCard;
pub use store_switcher::StoreSwitcher;
