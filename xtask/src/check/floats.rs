//! Where a float function may be called: std specifies no result for most, so that one file decides whose it is.

use anyhow::Result;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::sources::sources;
use super::tokens::{is_ident, is_punct};
use crate::workspace::Workspace;

const METHODS: [&str; 26] = [
    "acos", "asin", "atan", "atan2", "cbrt", "cos", "cosh", "exp", "exp2", "exp_m1", "hypot", "ln",
    "ln_1p", "log", "log10", "log2", "mul_add", "powf", "powi", "sin", "sin_cos", "sinh", "sqrt",
    "tan", "tanh", "recip",
];

const LIBRARIES: [&str; 3] = ["libm", "core_maths", "num_traits"];

pub(super) fn only_float_calls_float_functions(workspace: &Workspace) -> Result<Vec<String>> {
    let mut breaches = Vec::new();
    for source in sources(workspace, "crates/attention-core/src", &["rs"])? {
        if source.name.ends_with("/float.rs") || is_test(&source.name) {
            continue;
        }
        let mut found = Vec::new();
        float_calls(source.tokens()?, &mut found);
        breaches.extend(
            found
                .into_iter()
                .map(|(line, call)| format!("{}:{line} calls {call}", source.name)),
        );
    }
    Ok(breaches)
}

fn is_test(name: &str) -> bool {
    name.ends_with("/tests.rs") || name.contains("/tests/")
}

/// Calls as a method (`x.exp()`) or by path (`f64::exp(x)`, `libm::exp(x)`). Test modules are passed over.
fn float_calls(tokens: TokenStream, found: &mut Vec<(usize, String)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (place, token) in tokens.iter().enumerate() {
        let (before, after) = (&tokens[..place], &tokens[place + 1..]);
        match token {
            TokenTree::Group(group) if !is_test_module(before) => {
                float_calls(group.stream(), found);
            }
            TokenTree::Ident(ident) => {
                let name = ident.to_string();
                if METHODS.contains(&name.as_str()) && is_called(before, after)
                    || LIBRARIES.contains(&name.as_str()) && is_path(after)
                {
                    found.push((ident.span().start().line, name));
                }
            }
            _ => {}
        }
    }
}

fn is_called(before: &[TokenTree], after: &[TokenTree]) -> bool {
    match before {
        [.., dot] if is_punct(dot, '.') => matches!(
            after.first(),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis
        ),
        [.., float, _, colon] if is_punct(colon, ':') => {
            is_ident(float, "f32") || is_ident(float, "f64")
        }
        _ => false,
    }
}

fn is_path(after: &[TokenTree]) -> bool {
    after.first().is_some_and(|token| is_punct(token, ':'))
}

/// Whether `mod tests` stands before a group.
fn is_test_module(before: &[TokenTree]) -> bool {
    let [.., word, name] = before else {
        return false;
    };
    is_ident(word, "mod") && is_ident(name, "tests")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calls(code: &str) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        float_calls(code.parse().unwrap(), &mut found);
        found
    }

    #[test]
    fn calls_are_found_however_they_are_written() {
        let code =
            "fn f(x: f64) -> f64 {\n x.exp()\n + f64::sqrt(x)\n + libm::sin(x)\n + map(f64::ln) }";
        let lines: Vec<usize> = calls(code).iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [2, 3, 4, 5]);
    }

    #[test]
    fn the_shim_and_tests_are_no_calls() {
        let code = "use crate::float;\nfn f(x: f64) -> f64 { float::exp(x) + self.exp + x.max(1.0) }\n\
                    #[cfg(test)]\nmod tests { fn g(x: f64) -> f64 { x.exp() } }";
        assert_eq!(calls(code), []);
    }
}
