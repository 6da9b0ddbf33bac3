//! The page's words, made from `locales/en.ftl` by `build.rs`.

use attention_scene::{LinkProblem, NumberRefusal, Preset, Slot, Vector};

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// What a vector is called.
pub(crate) fn vector(vector: Vector) -> &'static str {
    match vector {
        Vector::Query => query(),
        Vector::Key => key(),
        Vector::Value => value(),
    }
}

/// What a vector is for, in the mixer's words.
pub(crate) fn vector_role(vector: Vector) -> &'static str {
    match vector {
        Vector::Query => query_role(),
        Vector::Key => key_role(),
        Vector::Value => value_role(),
    }
}

/// The name of one number: “Bob query 1”.
pub(crate) fn slot(token: &str, slot: Slot) -> String {
    let component = (slot.component_index + 1).to_string();
    slot_name(&component, token, vector(slot.vector))
}

/// What a room that comes with the product is called.
pub(crate) fn preset_name(preset: Preset) -> &'static str {
    match preset {
        Preset::Walkthrough => preset_walkthrough(),
        Preset::Shares => preset_shares(),
        Preset::Introduction => preset_introduction(),
        Preset::Pronoun => preset_pronoun(),
        Preset::Uniform => preset_uniform(),
        Preset::Loud => preset_loud(),
        Preset::Causal => preset_causal(),
    }
}

/// What to notice in it.
pub(crate) fn preset_notice(preset: Preset) -> &'static str {
    match preset {
        Preset::Walkthrough => notice_walkthrough(),
        Preset::Shares => notice_shares(),
        Preset::Introduction => notice_introduction(),
        Preset::Pronoun => notice_pronoun(),
        Preset::Uniform => notice_uniform(),
        Preset::Loud => notice_loud(),
        Preset::Causal => notice_causal(),
    }
}

/// Why a typed text was refused.
pub(crate) fn refusal(refusal: NumberRefusal) -> &'static str {
    match refusal {
        NumberRefusal::Empty => refused_empty(),
        NumberRefusal::NotANumber => refused_not_a_number(),
        NumberRefusal::TooLong => refused_too_long(),
        NumberRefusal::TooLarge => refused_too_large(),
        NumberRefusal::TooCold => refused_too_cold(),
    }
}

/// What in a link was refused, in a sentence.
pub(crate) fn link_problem(problem: &LinkProblem) -> String {
    let short = |text: &str| text.chars().take(40).collect::<String>();
    match problem {
        LinkProblem::Unreadable(text) => link_unreadable(&short(text)),
        LinkProblem::UnknownKey(text) => link_unknown_key(&short(text)),
        LinkProblem::UnknownValue(key, text) => link_unknown_value(key, &short(text)),
        LinkProblem::Number(key, text, why) => link_number(key, &short(text), refusal(*why)),
        LinkProblem::Shape(key) => link_shape(key),
        LinkProblem::NobodyThere(text) => link_nobody(&short(text)),
    }
}
