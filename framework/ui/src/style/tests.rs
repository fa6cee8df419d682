//! Contrast holds for every hue a theme may choose, in both schemes: WCAG 2.2, 1.4.3 (text 4.5:1) and 1.4.11 (controls 3:1).

use std::collections::HashMap;

use super::MAIN_CSS;

type Rgb = [f64; 3];

/// OKLCH to linear sRGB, cut to the gamut channel by channel as browsers do.
fn rgb([lightness, chroma, hue]: [f64; 3]) -> Rgb {
    let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s,
    ]
    .map(|channel| channel.clamp(0.0, 1.0))
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let luminance = |[r, g, b]: Rgb| 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    let (one, other) = (luminance(one), luminance(other));
    one.max(other) / one.min(other)
}

#[derive(Clone, Copy)]
struct Theme {
    dark: bool,
    accent_hue: f64,
    neutral_hue: f64,
    accent_chroma: f64,
}

/// The custom properties of tokens.css.
struct Tokens(HashMap<&'static str, &'static str>);

impl Tokens {
    fn read() -> Self {
        let css = MAIN_CSS.iter().find(|(name, _)| *name == "tokens").expect("listed").1;
        let properties =
            css.lines().filter_map(|line| line.trim().strip_suffix(';')?.strip_prefix("--")?.split_once(": "));
        let mut tokens = HashMap::new();
        for (name, value) in properties {
            tokens.entry(name).or_insert(value);
        }
        Self(tokens)
    }

    fn color(&self, name: &str, theme: Theme) -> Rgb {
        self.resolve(self.0.get(name).unwrap_or_else(|| panic!("no token {name}")), theme)
    }

    fn resolve(&self, value: &str, theme: Theme) -> Rgb {
        if let Some(name) = value.strip_prefix("var(--") {
            return self.color(name.trim_end_matches(')'), theme);
        }
        if let Some(both) = value.strip_prefix("light-dark(") {
            let both = both.strip_suffix(')').expect("closed");
            let (light, dark) = both.split_once("), ").expect("two colours");
            return if theme.dark { self.resolve(dark, theme) } else { self.resolve(&format!("{light})"), theme) };
        }
        let parts = value.strip_prefix("oklch(").and_then(|rest| rest.strip_suffix(')')).expect("a colour");
        let (lightness, rest) = parts.split_once(' ').expect("lightness");
        let (chroma, hue) = rest.rsplit_once(' ').expect("chroma and hue");
        rgb([self.number(lightness, theme), self.number(chroma, theme), self.number(hue, theme)])
    }

    fn number(&self, text: &str, theme: Theme) -> f64 {
        if let Some(product) = text.strip_prefix("calc(").and_then(|rest| rest.strip_suffix(')')) {
            return product.split(" * ").map(|factor| self.number(factor, theme)).product();
        }
        match text {
            "var(--accent-hue)" => theme.accent_hue,
            "var(--neutral-hue)" => theme.neutral_hue,
            "var(--accent-chroma)" => theme.accent_chroma,
            "var(--neutral-chroma)" => self.0["neutral-chroma"].parse().expect("a number"),
            number => number.parse().unwrap_or_else(|_| panic!("no number: {number}")),
        }
    }
}

/// What stands on what, and how far apart they must be.
fn pairs() -> Vec<(&'static str, &'static str, f64)> {
    let mut pairs = Vec::new();
    let surfaces = ["surface", "surface-raised", "surface-sunken", "surface-hover"];
    for surface in surfaces {
        pairs.extend(["text", "text-muted", "accent-text", "critical-text"].map(|text| (text, surface, 4.5)));
        pairs.extend(["warning-text", "success-text", "info-text"].map(|text| (text, surface, 4.5)));
        pairs.extend(["border-control", "control-on", "focus"].map(|control| (control, surface, 3.0)));
    }
    for tone in ["accent", "critical", "warning", "success", "info"] {
        let [text, subtle] = [format!("{tone}-text"), format!("{tone}-subtle")];
        pairs.push((text.leak(), subtle.leak(), 4.5));
    }
    pairs.extend([
        ("text-muted", "surface-pressed", 4.5),
        ("text-muted", "neutral-4", 4.5),
        ("text-muted", "accent-3", 4.5),
        ("accent-text", "accent-4", 4.5),
        ("accent-12", "accent-4", 4.5),
        ("on-primary", "primary", 4.5),
        ("on-primary", "primary-hover", 4.5),
        ("on-accent", "accent", 4.5),
        ("on-solid", "critical", 4.5),
        ("on-solid", "success", 4.5),
        ("neutral-1", "neutral-12", 4.5),
        ("white", "control-on", 3.0),
        ("white", "border-control", 3.0),
    ]);
    pairs
}

#[test]
fn contrast_holds_for_every_theme() {
    let tokens = Tokens::read();
    let pairs = pairs();
    for hue in (0..360).step_by(6) {
        for accent_chroma in [0.0, 0.1, 0.17, 0.2] {
            for dark in [false, true] {
                let accent_hue = f64::from(hue);
                let theme = Theme { dark, accent_hue, neutral_hue: (accent_hue + 40.0) % 360.0, accent_chroma };
                for (front, back, least) in &pairs {
                    let found = contrast(tokens.color(front, theme), tokens.color(back, theme));
                    assert!(
                        found >= *least,
                        "{front} on {back}: {found:.2} at hue {hue}, chroma {accent_chroma}, dark {dark}"
                    );
                }
            }
        }
    }
}

#[test]
fn nothing_but_the_tokens_holds_a_raw_colour() {
    for (name, css) in MAIN_CSS.iter().filter(|(name, _)| *name != "tokens") {
        let shades = css.lines().filter(|line| line.contains('#') && line.contains(": #") || line.contains("rgb("));
        assert_eq!(shades.collect::<Vec<_>>(), Vec::<&str>::new(), "in {name}");
    }
}
