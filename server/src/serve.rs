//! Serves until told to stop, then finishes what is under way.

use std::{io::ErrorKind, net::SocketAddr, time::Duration};

use anyhow::{Result, anyhow, bail};
use axum::{ServiceExt, extract::Request, serve::ListenerExt as _};
use orion_runtime::{
    App,
    health::{Health, Integration},
    shutdown::Shutdown,
    telemetry,
};
use tokio::net::TcpListener;

use crate::{demo, start, work};

/// How long running requests may take to end.
const GRACE: Duration = Duration::from_secs(20);

/// `orion serve`.
pub async fn serve(with_worker: bool, with_demo: bool) -> Result<()> {
    let metrics = telemetry::prometheus()?;
    let process = start::start().await?;
    let result = async {
        if with_demo {
            demo::seed(&process).await?;
        }
        run(&process.app, metrics, with_worker, with_demo).await
    }
    .await;
    start::stop(process).await?;
    result
}

async fn run(app: &App, metrics: telemetry::PrometheusHandle, with_worker: bool, with_demo: bool) -> Result<()> {
    let listener = listen(app.config().listen).await?;
    let shutdown = Shutdown::new();
    shutdown.on_signals()?;
    if with_worker {
        work::spawn(app, &shutdown);
    }
    let health = Health {
        pool: app.pool().clone(),
        migrations: app.migrations(),
        checks: app.modules().iter().flat_map(|module| module.health.iter().cloned()).collect(),
        integrations: integrations(app),
        shutdown: shutdown.clone(),
        metrics,
        metrics_token: app.config().metrics_token.clone(),
    };
    let router = orion_app::server::router(app.clone(), health, &app.config().site_dir)?;
    let service = ServiceExt::<Request>::into_make_service_with_connect_info::<SocketAddr>(router);
    // Streamed pages wait for acknowledgements otherwise.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY was refused");
        }
    });
    if with_demo {
        demo::announce(app);
    } else {
        tracing::info!(address = %app.config().listen, origin = %app.config().public_origin, "serving");
    }
    let stopping = shutdown.clone();
    axum::serve(listener, service).with_graceful_shutdown(async move { stopping.stopping().await }).await?;
    shutdown.stop();
    if !shutdown.drained(GRACE).await {
        tracing::warn!("not everything ended in time; jobs start again elsewhere");
    }
    Ok(())
}

async fn listen(address: SocketAddr) -> Result<TcpListener> {
    match TcpListener::bind(address).await {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!("Port {} is taken by another program. Stop it, or choose another with ORION_PORT.", address.port())
        }
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            bail!("Port {} may not be used by this user. Choose one above 1023 with ORION_PORT.", address.port())
        }
        Err(error) => Err(anyhow!("Cannot listen on {address}: {error}.")),
    }
}

fn integrations(app: &App) -> Vec<Integration> {
    let files = app.files().clone();
    vec![
        Integration {
            name: "files",
            configured: true,
            note: "a folder, or S3 with ORION_FILES=s3",
            check: std::sync::Arc::new(move || {
                let files = files.clone();
                Box::pin(async move { files.check().await })
            }),
        },
        Integration {
            name: "smtp",
            configured: !app.mailer().is_capturing(),
            note: "without SMTP_URL, mail is kept in the data folder",
            check: std::sync::Arc::new(|| Box::pin(async { Ok(()) })),
        },
    ]
}
