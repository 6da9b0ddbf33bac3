//! The page's words, from its own locale file: what a test looks for by name changes with them.

use std::collections::HashMap;
use std::sync::LazyLock;

use anyhow::{Context, Result, bail};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};
use fluent_syntax::parser;

const LOCALE: &str = include_str!("../../web/locales/en.ftl");

type Message = Vec<PatternElement<&'static str>>;

/// A locale that doesn't parse has no messages, so that whoever looks for one is told.
static MESSAGES: LazyLock<HashMap<&str, Message>> = LazyLock::new(|| {
    let resource = parser::parse(LOCALE).unwrap_or_else(|(resource, _)| resource);
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value?.elements)),
        _ => None,
    });
    messages.collect()
});

/// A message without variables.
///
/// # Errors
///
/// When the locale has no such message, or it has variables.
pub fn word(id: &str) -> Result<String> {
    say(id, &[])
}

/// A message with its variables filled in.
///
/// # Errors
///
/// When the locale has no such message, or it has a variable that isn't given.
pub fn say(id: &str, variables: &[(&str, &str)]) -> Result<String> {
    let message = MESSAGES
        .get(id)
        .with_context(|| format!("no words for {id}"))?;
    let mut text = String::new();
    for element in message {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id: variable }),
            } => {
                let given = variables.iter().find(|(name, _)| *name == variable.name);
                let given = given.with_context(|| format!("{id} needs {}", variable.name))?;
                text.push_str(&isolated(given.1));
            }
            PatternElement::Placeable { .. } => bail!("{id} holds more than variables"),
        }
    }
    Ok(text)
}

/// As the page fills a variable in: what holds Hebrew or Arabic letters stands between the marks
/// that keep the sentence around it in order.
fn isolated(text: &str) -> String {
    let turns = |c: char| ('\u{590}'..='\u{8ff}').contains(&c);
    match text.chars().any(turns) {
        true => format!("\u{2068}{text}\u{2069}"),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_filled_in() {
        let name = say(
            "slot-name",
            &[("token", "Bob"), ("vector", "query"), ("component", "1")],
        );
        assert_eq!(name.unwrap(), "Bob query 1");
    }

    #[test]
    fn what_is_missing_is_said() {
        assert!(word("nothing-of-the-kind").is_err());
        assert!(word("slot-name").is_err());
    }
}
