//! Serves until told to stop, then finishes what is under way.

use std::{io::ErrorKind, net::SocketAddr, time::Duration};

use anyhow::{Result, anyhow, bail};
use axum::{ServiceExt, extract::Request, serve::ListenerExt as _};
use orion_runtime::{App, health::Health, shutdown::Shutdown, telemetry};
use tokio::net::TcpListener;

use crate::{demo, start, work};

/// How long running requests and jobs may take to end.
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
    let health = Health::of(app, shutdown.clone(), metrics);
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
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move { stopping.stopping().await });
    let ended = async {
        serving.await?;
        // Without a signal, serving ends when it fails.
        shutdown.stop();
        anyhow::Ok(shutdown.drained(GRACE).await)
    };
    let out_of_time = async {
        shutdown.stopping().await;
        tokio::time::sleep(GRACE).await;
    };
    let all_ended = tokio::select! {
        ended = ended => ended?,
        () = out_of_time => false,
    };
    if !all_ended {
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
