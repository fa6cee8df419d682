//! Tables for people and for Markdown.

/// Prints rows below their heads; the first column to the left, numbers to the right.
pub fn print(title: &str, heads: &[&str], rows: &[Vec<String>]) {
    let widths: Vec<usize> = (0..heads.len())
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
            cells.chain([heads[column].chars().count()]).max().unwrap_or_default()
        })
        .collect();
    println!("\n{title}\n");
    println!("{}", line(heads.iter().map(|head| (*head).to_owned()), &widths));
    let rules = widths
        .iter()
        .enumerate()
        .map(|(column, width)| if column == 0 { "-".repeat(*width) } else { format!("{}:", "-".repeat(width - 1)) });
    println!("{}", line(rules, &widths));
    for row in rows {
        println!("{}", line(row.iter().cloned(), &widths));
    }
}

fn line(cells: impl Iterator<Item = String>, widths: &[usize]) -> String {
    let cells = cells
        .zip(widths)
        .enumerate()
        .map(|(column, (cell, width))| if column == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") });
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}
