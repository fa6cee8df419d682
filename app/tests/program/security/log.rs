//! What the process logs, kept for looking through it.

use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use tracing_subscriber::{
    EnvFilter, Layer as _, Registry, fmt::MakeWriter, layer::SubscriberExt as _, util::SubscriberInitExt as _,
};

/// Everything that is logged, in as much detail as an operator could ask for.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Begins to keep it. Before anything else logs: there is one log in a process.
    pub fn begin() -> Self {
        let log = Self::default();
        // The people of the test say what their own browsers keep; that is none of the program's log.
        let filter = EnvFilter::new(
            "debug,cookie_store=off,orion_runtime=trace,orion_app=trace,orion_tenancy=trace,orion_customers=trace",
        );
        let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(log.clone()).with_filter(filter);
        Registry::default().with(lines).try_init().expect("nothing logs yet");
        log
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("the log")).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("the log").extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}
