//! JSON as it is written, number by number: a large room has millions of them.

use std::fmt::Write as _;

use attention_scene::print_exact;

/// An object that is being written.
pub(super) struct Writer {
    text: String,
    /// Whether something stands before what comes next, in the same list or object.
    has_before: bool,
}

impl Writer {
    pub(super) fn begun() -> Self {
        Self {
            text: "{".to_owned(),
            has_before: false,
        }
    }

    pub(super) fn ended(self) -> String {
        self.text + "}"
    }

    /// A key, whose value comes next.
    pub(super) fn key(&mut self, key: &str) -> &mut Self {
        self.text(key);
        self.text.push(':');
        self.has_before = false;
        self
    }

    pub(super) fn object(&mut self, fill: impl FnOnce(&mut Self)) {
        self.around(['{', '}'], fill);
    }

    pub(super) fn list<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        mut item: impl FnMut(&mut Self, T),
    ) {
        self.around(['[', ']'], |json| {
            for one in items {
                item(json, one);
            }
        });
    }

    pub(super) fn numbers(&mut self, numbers: &[f64]) {
        self.list(numbers, |json, number| json.number(*number));
    }

    pub(super) fn number(&mut self, number: f64) {
        self.put(&print_exact(number));
    }

    pub(super) fn count(&mut self, count: u64) {
        self.put(&count.to_string());
    }

    pub(super) fn truth(&mut self, truth: bool) {
        self.put(if truth { "true" } else { "false" });
    }

    pub(super) fn nothing(&mut self) {
        self.put("null");
    }

    pub(super) fn text(&mut self, text: &str) {
        self.put("\"");
        for c in text.chars() {
            match c {
                '"' | '\\' => {
                    self.text.push('\\');
                    self.text.push(c);
                }
                c if c.is_control() => {
                    // Writing to a String can't fail.
                    let _ = write!(self.text, "\\u{:04x}", u32::from(c));
                }
                c => self.text.push(c),
            }
        }
        self.text.push('"');
    }

    fn around(&mut self, [begin, end]: [char; 2], fill: impl FnOnce(&mut Self)) {
        self.put("");
        self.text.push(begin);
        self.has_before = false;
        fill(self);
        self.text.push(end);
        self.has_before = true;
    }

    fn put(&mut self, text: &str) {
        if self.has_before {
            self.text.push(',');
        }
        self.text.push_str(text);
        self.has_before = true;
    }
}
