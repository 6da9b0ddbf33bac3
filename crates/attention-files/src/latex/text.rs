/// A text as LaTeX sets it: what means something to TeX is escaped, what pdfTeX can't set is named by its number.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => {
                escaped.push('\\');
                escaped.push(c);
            }
            // In braces, so that no two of them make another character.
            '<' | '>' | '-' | '`' | '\'' | ',' | '"' => {
                escaped.push('{');
                escaped.push(c);
                escaped.push('}');
            }
            ' '..='~' => escaped.push(c),
            // Latin letters that T1 has.
            'À'..='Ö' | 'Ù'..='Ý' | 'à'..='ö' | 'ù'..='ý' => escaped.push(c),
            c => escaped.push_str(&format!("\\character{{{c}}}{{{:04X}}}", u32::from(c))),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_in_a_name_is_a_command() {
        assert_eq!(
            escaped(r"\input{a}$x_1^2$%#&~"),
            r"\textbackslash{}input\{a\}\$x\_1\textasciicircum{}2\$\%\#\&\textasciitilde{}"
        );
        assert_eq!(
            escaped("Zoë <שלום>"),
            "Zoë {<}\\character{ש}{05E9}\\character{ל}{05DC}\\character{ו}{05D5}\\character{ם}{05DD}{>}"
        );
    }
}
