//! Where words for people may stand: in the locale files, so that they can be translated and tested.

use anyhow::Result;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::sources::sources;
use super::tokens::{is_ident, is_punct};
use crate::workspace::Workspace;

/// Attributes that people read, or hear.
const SPOKEN: [&str; 6] = [
    "alt",
    "aria-label",
    "aria-description",
    "aria-valuetext",
    "placeholder",
    "title",
];

pub(super) fn words_stand_in_locales(workspace: &Workspace) -> Result<Vec<String>> {
    let mut breaches = Vec::new();
    for source in sources(workspace, "web/src", &["rs"])? {
        let mut found = Vec::new();
        find_views(source.tokens()?, &mut found);
        breaches.extend(
            found
                .into_iter()
                .map(|(line, text)| format!("{}:{line} says {text}", source.name)),
        );
    }
    Ok(breaches)
}

/// Looks for `view! { … }`, in a view's expressions too.
fn find_views(tokens: TokenStream, found: &mut Vec<(usize, String)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (place, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            continue;
        };
        if place >= 2 && is_ident(&tokens[place - 2], "view") && is_punct(&tokens[place - 1], '!') {
            find_words(group.stream(), found);
        }
        find_views(group.stream(), found);
    }
}

/// A string is a text node unless it is an attribute's value; a value counts where people get to read it.
fn find_words(view: TokenStream, found: &mut Vec<(usize, String)>) {
    let tokens: Vec<TokenTree> = view.into_iter().collect();
    for (place, token) in tokens.iter().enumerate() {
        let Some(text) = lone_string(token) else {
            continue;
        };
        let is_value = place >= 1 && is_punct(&tokens[place - 1], '=');
        if has_word(&text)
            && (!is_value || SPOKEN.contains(&attribute(&tokens[..place - 1]).as_str()))
        {
            found.push((token.span().start().line, text));
        }
    }
}

/// Two letters on end: one alone is a symbol, like Euler's e.
fn has_word(text: &str) -> bool {
    text.split(|character: char| !character.is_alphabetic())
        .any(|word| word.chars().nth(1).is_some())
}

/// `"text"`, or `{ "text" }`.
fn lone_string(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Literal(literal) => {
            let text = literal.to_string();
            (text.starts_with('"') || text.starts_with("r\"") || text.starts_with("r#"))
                .then_some(text)
        }
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            let mut inside = group.stream().into_iter();
            let only = inside.next()?;
            inside
                .next()
                .is_none()
                .then(|| lone_string(&only))
                .flatten()
        }
        _ => None,
    }
}

/// The name that ends these tokens: `aria-label`, `attr:title`.
fn attribute(tokens: &[TokenTree]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = tokens;
    while let [before @ .., TokenTree::Ident(ident)] = rest {
        parts.push(ident.to_string());
        match before {
            [before @ .., TokenTree::Punct(punct)] if punct.as_char() == '-' => rest = before,
            _ => break,
        }
    }
    parts.reverse();
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(code: &str) -> Vec<String> {
        let mut found = Vec::new();
        find_views(code.parse().unwrap(), &mut found);
        found.into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn text_in_a_view_is_found() {
        let code = r#"fn f() { view! { <p class="a b">"Reset it"</p> {"Undo"} <b title="Now">{move || view! { <i>"deep"</i> }}</b> } }"#;
        assert_eq!(
            words(code),
            [r#""Reset it""#, r#""Undo""#, r#""Now""#, r#""deep""#]
        );
    }

    #[test]
    fn what_nobody_reads_is_not() {
        let code = r#"fn f() { let name = "Reset it"; view! { <p class="card seat" data-card={index} aria-label=words.reset aria-hidden=is_on.then_some("true")>
            "e" {words.reset} " · " "= " {format!("{name} {value}")}</p> } }"#;
        assert_eq!(words(code), Vec::<String>::new());
    }
}
