//! Charts: drawn as SVG on both sides, with the figures as a table for everyone who cannot or will not look.

use leptos::prelude::*;

use crate::{
    field::filled,
    i18n::{page, td_string},
    index::{Column, DataTable},
};

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 200.0;
const LEFT: f64 = 56.0;
const BOTTOM: f64 = 24.0;
const TOP: f64 = 8.0;

/// A figure under a label, such as a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    label: String,
    value: f64,
    text: String,
}

impl Point {
    /// The label, the figure, and the figure as people read it.
    #[must_use]
    pub fn new(label: impl Into<String>, value: f64, text: impl Into<String>) -> Self {
        Self { label: label.into(), value, text: text.into() }
    }
}

/// How something moved over time.
#[component]
pub fn LineChart(
    /// What is shown.
    #[prop(into)]
    title: String,
    /// The figures in order of time.
    points: Vec<Point>,
    /// The finding in a sentence.
    #[prop(optional, into)]
    description: String,
) -> AnyView {
    let scale = Scale::of(&points);
    let step = if points.len() > 1 { (WIDTH - LEFT) / (points.len() - 1) as f64 } else { 0.0 };
    let place = |index: usize, point: &Point| (LEFT + step * index as f64, scale.y(point.value));
    let path = points
        .iter()
        .enumerate()
        .map(|(index, point)| {
            let (x, y) = place(index, point);
            format!("{}{x:.1} {y:.1}", if index == 0 { 'M' } else { 'L' })
        })
        .collect::<String>();
    let floor = HEIGHT - BOTTOM;
    let area =
        format!("{path}L{:.1} {floor:.1}L{LEFT:.1} {floor:.1}Z", LEFT + step * points.len().saturating_sub(1) as f64);
    let last = points.last().map(|point| {
        let (x, y) = place(points.len() - 1, point);
        view! { <circle class="chart-dot" cx=format!("{x:.1}") cy=format!("{y:.1}") r="4"></circle> }
    });
    let marks = labels(&points, |index| LEFT + step * index as f64);
    let drawing = view! {
        <path class="chart-area" d=area></path>
        <path class="chart-line" d=path></path>
        {last}
        {marks}
    }
    .into_any();
    figure(title, description, &scale, drawing, points)
}

/// How things compare.
#[component]
pub fn BarChart(
    /// What is shown.
    #[prop(into)]
    title: String,
    /// The figures.
    points: Vec<Point>,
    /// The finding in a sentence.
    #[prop(optional, into)]
    description: String,
) -> AnyView {
    let scale = Scale::of(&points);
    let step = (WIDTH - LEFT) / points.len().max(1) as f64;
    let width = (step * 0.64).min(56.0);
    let bars = points
        .iter()
        .enumerate()
        .map(|(index, point)| {
            let x = LEFT + step * (index as f64 + 0.5) - width / 2.0;
            let y = scale.y(point.value);
            view! {
                <rect
                    class="chart-bar"
                    x=format!("{x:.1}")
                    y=format!("{y:.1}")
                    width=format!("{width:.1}")
                    height=format!("{:.1}", (HEIGHT - BOTTOM - y).max(0.0))
                    rx="3"
                >
                    <title>{format!("{}: {}", point.label, point.text)}</title>
                </rect>
            }
        })
        .collect_view();
    let marks = labels(&points, |index| LEFT + step * (index as f64 + 0.5));
    let drawing = view! {
        {bars}
        {marks}
    }
    .into_any();
    figure(title, description, &scale, drawing, points)
}

/// Figures to heights: from nothing to a round number above the largest.
struct Scale {
    top: f64,
}

impl Scale {
    fn of(points: &[Point]) -> Self {
        let largest = points.iter().map(|point| point.value).filter(|value| value.is_finite()).fold(0.0, f64::max);
        Self { top: round_up(largest) }
    }

    fn y(&self, value: f64) -> f64 {
        let share = if value.is_finite() { (value / self.top).clamp(0.0, 1.0) } else { 0.0 };
        (HEIGHT - BOTTOM) - share * (HEIGHT - BOTTOM - TOP)
    }
}

/// The next of 1, 2, 4, 5, 8 or 10 times a power of ten.
fn round_up(largest: f64) -> f64 {
    if largest <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(largest.log10().floor());
    [1.0, 2.0, 4.0, 5.0, 8.0].into_iter().map(|step| step * power).find(|top| *top >= largest).unwrap_or(10.0 * power)
}

/// At most six labels below the chart.
fn labels(points: &[Point], x: impl Fn(usize) -> f64) -> AnyView {
    let every = points.len().div_ceil(6).max(1);
    let last = points.len().saturating_sub(1);
    points
        .iter()
        .enumerate()
        .filter(|(index, _)| index % every == 0)
        .map(|(index, point)| {
            let anchor = match index {
                _ if index == last && last > 6 => "end",
                _ => "middle",
            };
            view! {
                <text x=format!("{:.1}", x(index)) y=format!("{:.1}", HEIGHT - 6.0) text-anchor=anchor>
                    {point.label.clone()}
                </text>
            }
        })
        .collect_view()
        .into_any()
}

fn figure(title: String, description: String, scale: &Scale, drawing: AnyView, points: Vec<Point>) -> AnyView {
    let grid = [0.0, 0.5, 1.0]
        .into_iter()
        .map(|share| {
            let y = scale.y(share * scale.top);
            let y_text = format!("{:.1}", y + 4.0);
            let y = format!("{y:.1}");
            view! {
                <line class="chart-grid" x1=LEFT.to_string() x2=WIDTH.to_string() y1=y.clone() y2=y></line>
                <text x=(LEFT - 8.0).to_string() y=y_text text-anchor="end">{short(share * scale.top)}</text>
            }
        })
        .collect_view();
    let columns = vec![
        Column::new(title.clone(), |point: &Point| point.label.clone()),
        Column::new(td_string!(page(), status.value).to_string(), |point: &Point| point.text.clone()).end(),
    ];
    view! {
        <figure class="chart">
            <figcaption>{title.clone()}</figcaption>
            {filled(description).map(|description| view! { <p class="muted">{description}</p> })}
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=title.clone()>
                {grid}
                {drawing}
            </svg>
            <details>
                <summary>{td_string!(page(), status.show_data).to_string()}</summary>
                <DataTable caption=title columns rows=points compact=true />
            </details>
        </figure>
    }
    .into_any()
}

/// A figure at the axis: 1.5k rather than 1500.
fn short(value: f64) -> String {
    let (value, unit) = match value {
        value if value >= 1_000_000.0 => (value / 1_000_000.0, "M"),
        value if value >= 1_000.0 => (value / 1_000.0, "k"),
        value => (value, ""),
    };
    let rounded = (value * 10.0).round() / 10.0;
    format!("{rounded}{unit}")
}

#[cfg(test)]
mod tests {
    use super::{round_up, short};

    #[test]
    fn axes_end_at_round_numbers() {
        assert_eq!([0.0, 0.3, 7.0, 100.0, 101.0, 950.0].map(round_up), [1.0, 0.4, 8.0, 100.0, 200.0, 1000.0]);
        assert_eq!([0.5, 12.0, 1500.0, 2_000_000.0].map(short), ["0.5", "12", "1.5k", "2M"]);
    }
}
