//! Work in the background while its module is off.

use std::sync::atomic::{AtomicUsize, Ordering};

use orion_kernel::event::Event;
use orion_runtime::{EventHandler, Job, JobCtx, JobError, JobRegistration};
use orion_testing::TestApp;
use serde::{Deserialize, Serialize};

use super::{switches, traces::back_office};

const MODULE: &str = "inventory";

static WORKED: AtomicUsize = AtomicUsize::new(0);
static MARKED: AtomicUsize = AtomicUsize::new(0);
static REACTED: AtomicUsize = AtomicUsize::new(0);

/// Work of the module that is switched.
#[derive(Serialize, Deserialize)]
struct CountShelves;

impl Job for CountShelves {
    const NAME: &'static str = "inventory.count_shelves";

    async fn run(self, _: JobCtx) -> Result<(), JobError> {
        WORKED.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
}

/// Work of another module, enqueued later: when it is done, the workers have been at the earlier one.
#[derive(Serialize, Deserialize)]
struct Mark;

impl Job for Mark {
    const NAME: &'static str = "tenancy.mark";

    async fn run(self, _: JobCtx) -> Result<(), JobError> {
        MARKED.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
}

#[derive(Serialize, Deserialize)]
struct ShelfFell;

impl Event for ShelfFell {
    const NAME: &'static str = "tenancy.shelf_fell";
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_of_a_module_that_is_off_wait_for_it_and_reactions_do_not_run() {
    let app = TestApp::start_with(|modules| {
        for module in modules {
            match module.code {
                MODULE => {
                    module.jobs.push(JobRegistration::of::<CountShelves>(MODULE));
                    module.handlers.push(EventHandler::on::<ShelfFell>("inventory.pick_up", MODULE, |_, _| {
                        REACTED.fetch_add(1, Ordering::SeqCst);
                        Box::pin(async { Ok(()) })
                    }));
                }
                "tenancy" => module.jobs.push(JobRegistration::of::<Mark>("tenancy")),
                _ => {}
            }
        }
    })
    .await;
    let (platform, switches) = (app.platform_id().await, switches(&app));
    switches.disable(&app.app, platform, MODULE).await.expect("it can be switched off");
    happen(&app).await;
    mark(&app).await;
    assert_eq!(WORKED.load(Ordering::SeqCst), 0, "the job waits");
    switches.enable(&app.app, platform, MODULE).await.expect("it can be switched on");
    app.until("the job", || async { (WORKED.load(Ordering::SeqCst) == 1).then_some(()) }).await;
    assert_eq!(REACTED.load(Ordering::SeqCst), 0, "what happened in the meantime is over");
    happen(&app).await;
    app.until("the job", || async { (WORKED.load(Ordering::SeqCst) == 2).then_some(()) }).await;
    app.until("the reaction", || async { (REACTED.load(Ordering::SeqCst) == 1).then_some(()) }).await;
    app.stop().await;
}

/// The event, and what the module would do anyway.
async fn happen(app: &TestApp) {
    let mut tx = back_office(app).await.begin().await.expect("a transaction");
    tx.enqueue(&CountShelves).await.expect("enqueued");
    tx.publish(&ShelfFell).await.expect("published");
    tx.commit().await.expect("committed");
}

/// Waits until the workers have seen everything so far.
async fn mark(app: &TestApp) {
    let mut tx = back_office(app).await.begin().await.expect("a transaction");
    tx.enqueue(&Mark).await.expect("enqueued");
    tx.commit().await.expect("committed");
    app.until("the mark", || async { (MARKED.load(Ordering::SeqCst) == 1).then_some(()) }).await;
}
