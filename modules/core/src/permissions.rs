//! The permissions of the module.

use orion_kernel::Permission;

pub const DASHBOARD: Permission = Permission("dashboard.view");
pub const AUDIT: Permission = Permission("audit.view");
pub const ANNOUNCE: Permission = Permission("announcements.manage");
