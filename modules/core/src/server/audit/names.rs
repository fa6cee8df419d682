//! What the things are called that entries are about: the modules that own them say it.

use std::collections::{BTreeMap, HashMap};

use orion_runtime::{Result, Tx, audit::AuditEntry};
use uuid::Uuid;

/// Names by id.
pub struct AuditNames(HashMap<Uuid, String>);

impl AuditNames {
    /// Asks once for every kind of thing that the entries are about. What is gone has no name.
    pub async fn read(tx: &mut Tx, entries: &[AuditEntry]) -> Result<Self> {
        let ctx = tx.ctx().clone();
        let is_store = ctx.scope().store_id().is_some();
        let stores: Vec<Uuid> = entries.iter().filter_map(|entry| entry.store_id).collect();
        let mut asked: BTreeMap<&str, Vec<Uuid>> = BTreeMap::new();
        for entry in entries {
            if let (Some(kind), Some(id)) = (entry.subject_kind.as_deref(), subject(entry)) {
                asked.entry(kind).or_default().push(id);
            }
        }
        let mut names = HashMap::new();
        let modules = ctx.app().modules().iter().filter(|module| ctx.scope().has_module(module.code));
        for known in modules.flat_map(|module| module.audit_names) {
            let Some(ids) = asked.get(known.kind).filter(|_| !(is_store && known.for_operators)) else { continue };
            let found: Vec<(Uuid, String)> =
                sqlx::query_as(known.statement).bind(&stores).bind(ids).fetch_all(tx.conn()).await?;
            names.extend(found);
        }
        // People who did something to themselves are known by it.
        for entry in entries {
            if let Some(id) = subject(entry).filter(|id| entry.actor_id == Some(*id) && !entry.actor_name.is_empty()) {
                names.entry(id).or_insert_with(|| entry.actor_name.clone());
            }
        }
        Ok(Self(names))
    }

    /// What an entry is about: its name, or else the code or number that people know it by, or the end of its id.
    pub fn of(&self, entry: &AuditEntry) -> String {
        let Some(id) = subject(entry) else { return entry.subject_id.clone().unwrap_or_default() };
        self.0.get(&id).filter(|name| !name.is_empty()).cloned().unwrap_or_else(|| {
            let id = id.simple().to_string();
            format!("…{}", &id[id.len() - SHOWN..])
        })
    }
}

/// How much of an id is shown: it begins with the time, and is told apart by its end.
const SHOWN: usize = 8;

fn subject(entry: &AuditEntry) -> Option<Uuid> {
    entry.subject_id.as_deref()?.parse().ok()
}
