//! A mail's content and its two forms: HTML with its style inline, as mail readers need it, and plain text.

use std::fmt::Write as _;

use orion_kernel::Locale;

/// What a mail says, before it has a form.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its language.
    pub locale: Locale,
    /// Who writes.
    pub sender: String,
    /// Their home page.
    pub home: String,
    /// The address of their logo; empty for none.
    pub logo: String,
    /// The subject and heading.
    pub subject: String,
    /// The content.
    pub blocks: Vec<Block>,
    /// Who the sender is by law, a line each.
    pub footer: Vec<String>,
    /// Legal pages: title and address.
    pub links: Vec<(String, String)>,
}

/// A part of a letter.
#[derive(Clone, Debug)]
pub enum Block {
    /// A sentence or two.
    Paragraph(String),
    /// The same, smaller.
    SmallPrint(String),
    /// A title within the letter.
    Heading(String),
    /// What the recipient is to do.
    Button {
        /// A verb.
        label: String,
        /// Where it leads.
        url: String,
    },
    /// Goods: title, detail, amount.
    Rows(Vec<(String, String, String)>),
    /// Sums: what and how much; the flag marks the bottom line.
    Sums(Vec<(String, String, bool)>),
    /// Lines as on an envelope.
    Lines(Vec<String>),
    /// Links below each other: title and address.
    Links(Vec<(String, String)>),
}

const FONT: &str = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const TEXT: &str = "margin:0 0 16px;font-size:16px;line-height:1.5;color:#1f2328";
const SMALL: &str = "margin:0 0 8px;font-size:13px;line-height:1.5;color:#57606a";
const HEADING: &str = "margin:24px 0 8px;font-size:16px;line-height:1.4;color:#1f2328";
const RULE: &str = "padding:10px 0;border-top:1px solid #d8dee4;font-size:15px;line-height:1.5;color:#1f2328";
const SUM: &str = "padding:3px 0;font-size:15px;line-height:1.5;color:#1f2328";
const BUTTON: &str = "display:inline-block;padding:12px 20px;border-radius:6px;background:#1f2328;color:#ffffff;\
                      font-size:16px;font-weight:600;text-decoration:none";
const LINK: &str = "color:#0a58ca";

impl Letter {
    /// As HTML.
    #[must_use]
    pub fn html(&self) -> String {
        let mut body = String::new();
        for block in &self.blocks {
            block.html(&mut body);
        }
        let mut foot = String::new();
        for (title, url) in &self.links {
            let _ =
                write!(foot, "<a href=\"{}\" style=\"{LINK};margin-right:12px\">{}</a> ", escape(url), escape(title));
        }
        for line in &self.footer {
            let _ = write!(foot, "<div>{}</div>", escape(line));
        }
        format!(
            "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{subject}</title></head>\
             <body style=\"margin:0;padding:24px 12px;background:#f4f5f7;{FONT}\">\
             <div style=\"max-width:600px;margin:0 auto\">\
             <p style=\"margin:0 0 16px;font-size:18px;font-weight:700\">\
             <a href=\"{home}\" style=\"color:#1f2328;text-decoration:none\">{face}</a></p>\
             <div style=\"padding:28px 24px;border-radius:10px;background:#ffffff\">\
             <h1 style=\"margin:0 0 16px;font-size:22px;line-height:1.3;color:#1f2328\">{subject}</h1>{body}</div>\
             <div style=\"padding:16px 4px;font-size:13px;line-height:1.6;color:#57606a\">{foot}</div>\
             </div></body></html>",
            language = self.locale.code(),
            subject = escape(&self.subject),
            home = escape(&self.home),
            face = self.face(),
        )
    }

    /// The logo, or the name where there is none.
    fn face(&self) -> String {
        let name = escape(&self.sender);
        if self.logo.is_empty() {
            return name;
        }
        format!("<img src=\"{}\" alt=\"{name}\" height=\"36\" style=\"height:36px;border:0\">", escape(&self.logo))
    }

    /// As plain text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for block in &self.blocks {
            block.text(&mut text);
            text.push('\n');
        }
        text.push_str("-- \n");
        for (title, url) in &self.links {
            let _ = writeln!(text, "{title}: {url}");
        }
        for line in &self.footer {
            let _ = writeln!(text, "{line}");
        }
        text
    }
}

/// Writing to a string does not fail, so what it returns is dropped throughout.
impl Block {
    fn html(&self, out: &mut String) {
        match self {
            Self::Paragraph(text) => drop(write!(out, "<p style=\"{TEXT}\">{}</p>", escape(text))),
            Self::SmallPrint(text) => drop(write!(out, "<p style=\"{SMALL}\">{}</p>", escape(text))),
            Self::Heading(text) => drop(write!(out, "<h2 style=\"{HEADING}\">{}</h2>", escape(text))),
            Self::Button { label, url } => drop(write!(
                out,
                "<p style=\"margin:20px 0\"><a href=\"{}\" style=\"{BUTTON}\">{}</a></p>",
                escape(url),
                escape(label)
            )),
            Self::Rows(rows) => {
                for (title, detail, amount) in rows {
                    let _ = write!(
                        out,
                        "<div style=\"{RULE}\"><span style=\"float:right;padding-left:12px\">{}</span><strong>{}</strong>\
                         <div style=\"color:#57606a\">{}</div></div>",
                        escape(amount),
                        escape(title),
                        escape(detail)
                    );
                }
            }
            Self::Sums(sums) => {
                out.push_str("<div style=\"padding:8px 0;border-top:1px solid #d8dee4\">");
                for (what, amount, is_bottom_line) in sums {
                    let weight = if *is_bottom_line { ";font-weight:700" } else { "" };
                    let _ = write!(
                        out,
                        "<div style=\"{SUM}{weight}\"><span style=\"float:right;padding-left:12px\">{}</span>{}</div>",
                        escape(amount),
                        escape(what)
                    );
                }
                out.push_str("</div>");
            }
            Self::Lines(lines) => {
                let lines: Vec<_> = lines.iter().map(|line| escape(line)).collect();
                let _ = write!(out, "<p style=\"{TEXT}\">{}</p>", lines.join("<br>"));
            }
            Self::Links(links) => {
                for (title, url) in links {
                    let _ = write!(
                        out,
                        "<p style=\"margin:0 0 6px;font-size:15px\"><a href=\"{}\" style=\"{LINK}\">{}</a></p>",
                        escape(url),
                        escape(title)
                    );
                }
            }
        }
    }

    fn text(&self, out: &mut String) {
        match self {
            Self::Paragraph(text) | Self::SmallPrint(text) => drop(writeln!(out, "{text}")),
            Self::Heading(text) => drop(writeln!(out, "{text}\n{}", "=".repeat(text.chars().count()))),
            Self::Button { label, url } => drop(writeln!(out, "{label}:\n{url}")),
            Self::Rows(rows) => {
                for (title, detail, amount) in rows {
                    let detail = if detail.is_empty() { String::new() } else { format!(" ({detail})") };
                    let _ = writeln!(out, "{title}{detail}: {amount}");
                }
            }
            Self::Sums(sums) => {
                for (what, amount, _) in sums {
                    let _ = writeln!(out, "{what}: {amount}");
                }
            }
            Self::Lines(lines) => {
                for line in lines {
                    let _ = writeln!(out, "{line}");
                }
            }
            Self::Links(links) => {
                for (title, url) in links {
                    let _ = writeln!(out, "{title}: {url}");
                }
            }
        }
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(blocks: Vec<Block>) -> Letter {
        Letter {
            locale: Locale::Fr,
            sender: "Café & Cie".to_owned(),
            logo: String::new(),
            home: "https://cafe.example/fr".to_owned(),
            subject: "Votre commande".to_owned(),
            blocks,
            footer: vec!["Café & Cie S.à r.l.".to_owned()],
            links: vec![("Conditions".to_owned(), "https://cafe.example/fr/terms".to_owned())],
        }
    }

    #[test]
    fn nothing_in_a_text_becomes_markup() {
        let attack = "<img src=x onerror=\"alert('1')\">";
        let every = vec![
            Block::Paragraph(attack.to_owned()),
            Block::SmallPrint(attack.to_owned()),
            Block::Heading(attack.to_owned()),
            Block::Button { label: attack.to_owned(), url: attack.to_owned() },
            Block::Rows(vec![(attack.to_owned(), attack.to_owned(), attack.to_owned())]),
            Block::Sums(vec![(attack.to_owned(), attack.to_owned(), true)]),
            Block::Lines(vec![attack.to_owned()]),
            Block::Links(vec![(attack.to_owned(), attack.to_owned())]),
        ];
        let html = Letter { subject: attack.to_owned(), sender: attack.to_owned(), ..letter(every) }.html();
        assert!(!html.contains("<img"), "{html}");
        assert!(!html.contains("onerror=\""), "{html}");
    }

    #[test]
    fn both_forms_say_the_same() {
        let letter = letter(vec![
            Block::Rows(vec![("2 × Tasse".to_owned(), "Bleu".to_owned(), "12,00 €".to_owned())]),
            Block::Button { label: "Voir".to_owned(), url: "https://cafe.example/fr/orders/1001?token=x".to_owned() },
        ]);
        let (html, text) = (letter.html(), letter.text());
        for said in ["2 × Tasse", "Bleu", "12,00 €", "https://cafe.example/fr/orders/1001?token=x", "Conditions"] {
            assert!(html.contains(said) && text.contains(said), "{said}");
        }
        assert!(html.contains("lang=\"fr\"") && html.contains("Café &amp; Cie"), "{html}");
    }
}
