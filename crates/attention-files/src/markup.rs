/// A text as it stands in HTML and XML, in elements and in attributes, without what may not stand there at all.
///
/// ```
/// assert_eq!(attention_files::escape_markup("1 < \"2\""), "1 &lt; &quot;2&quot;");
/// ```
#[must_use]
pub fn escape_markup(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}
