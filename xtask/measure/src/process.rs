//! What processes use, from the kernel's tables.

use std::{fs, path::Path};

/// The kernel counts processor time in hundredths of a second.
const MS_PER_TICK: u64 = 10;

/// Processor time of a process so far, in milliseconds.
pub fn cpu_ms(id: u32) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    // The name in brackets may hold spaces.
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |index: usize| fields.get(index).and_then(|field| field.parse::<u64>().ok()).unwrap_or_default();
    (ticks(11) + ticks(12)) * MS_PER_TICK
}

/// Processor time of a database's processes so far, in milliseconds; those that ended count with their parent.
pub fn database_cpu_ms(cluster: &Path) -> u64 {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = processes.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    ids.filter(|id| fs::read_link(format!("/proc/{id}/cwd")).is_ok_and(|folder| folder == cluster)).map(cpu_ms).sum()
}

/// Memory of a process in megabytes.
pub fn memory_mb(id: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let kilobytes =
        status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1024
}
