//! Turns the locale file into Rust: a function a message, with its variables as arguments, so that
//! a missing word or a misspelt variable does not compile.

use std::{collections::BTreeSet, env, error::Error, fmt::Write as _, fs, path::Path};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

/// Writes the functions to where the package's `words.rs` includes them.
pub(crate) fn write(locale: &str) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={locale}");
    let source = fs::read_to_string(locale)?;
    let resource = parser::parse(source.as_str())
        .map_err(|(_, errors)| format!("{locale} can't be read: {errors:?}"))?;
    let mut rust = String::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let Some(pattern) = &message.value else {
                    return Err(format!("{locale}: {} has no text", message.id.name).into());
                };
                write_message(&mut rust, message.id.name, pattern)?;
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => return Err(format!("{locale}: not a message: {other:?}").into()),
        }
    }
    let path = Path::new(&env::var("OUT_DIR")?).join("words.rs");
    Ok(fs::write(path, rust)?)
}

fn write_message(
    rust: &mut String,
    id: &str,
    pattern: &Pattern<&str>,
) -> Result<(), Box<dyn Error>> {
    let mut text = String::new();
    let mut variables = BTreeSet::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                variables.insert(id.name);
                write!(text, "{{{}}}", id.name)?;
            }
            other => return Err(format!("{id}: not supported: {other:?}").into()),
        }
    }
    let name = id.replace('-', "_");
    let document = text.replace('\n', " ");
    if variables.is_empty() {
        writeln!(
            rust,
            "/// “{document}”\npub(crate) fn {name}() -> &'static str {{ {text:?} }}"
        )?;
    } else {
        let arguments: Vec<String> = variables
            .iter()
            .map(|name| format!("{name}: &str"))
            .collect();
        let arguments = arguments.join(", ");
        // A guest may be called anything: what is filled in must not turn the sentence around.
        let isolated: Vec<String> = variables
            .iter()
            .map(|name| format!("{name} = Isolated({name})"))
            .collect();
        let isolated = isolated.join(", ");
        writeln!(
            rust,
            "/// “{document}”\npub(crate) fn {name}({arguments}) -> String {{ format!({text:?}, {isolated}) }}"
        )?;
    }
    Ok(())
}
