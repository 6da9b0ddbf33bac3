//! The page's words, made from `locales/en.ftl` by `build.rs`.

use attention_scene::{
    Isolated, KnownHead, LinkProblem, NameRefusal, NumberRefusal, PagePart, Pair, Preset,
    RealSentence, Slot, Step, Tensor, print_short, shorten,
};

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// What one of a token's vectors, or a matrix of weights, is called.
pub(crate) fn tensor(tensor: Tensor) -> &'static str {
    match tensor {
        Tensor::Queries => query(),
        Tensor::Keys => key(),
        Tensor::Values => value(),
        Tensor::Embeddings => embedding(),
        Tensor::Positions => position(),
        Tensor::QueryWeights => query_weights(),
        Tensor::KeyWeights => key_weights(),
        Tensor::ValueWeights => value_weights(),
        Tensor::OutputWeights => output_weights(),
    }
}

/// What stands for it in formulas.
pub(crate) fn tensor_letter(tensor: Tensor) -> &'static str {
    match tensor {
        Tensor::Queries => query_letter(),
        Tensor::Keys => key_letter(),
        Tensor::Values => value_letter(),
        Tensor::Embeddings => embedding_letter(),
        Tensor::Positions => position_letter(),
        weights => self::tensor(weights),
    }
}

/// What a vector, or a matrix of weights, is for, in the mixer's words.
pub(crate) fn tensor_role(tensor: Tensor) -> &'static str {
    match tensor {
        Tensor::Queries => query_role(),
        Tensor::Keys => key_role(),
        Tensor::Values => value_role(),
        Tensor::Embeddings => embedding_role(),
        Tensor::Positions => position_role(),
        Tensor::QueryWeights => query_weights_role(),
        Tensor::KeyWeights => key_weights_role(),
        Tensor::ValueWeights => value_weights_role(),
        Tensor::OutputWeights => output_weights_role(),
    }
}

/// A vector of two numbers, and whether it reaches beyond what is drawn of it.
pub(crate) fn vector([one, other]: Pair, is_beyond: bool) -> String {
    let [one, other] = [one, other].map(print_short);
    match is_beyond {
        true => arrow_value_beyond(&one, &other),
        false => arrow_value(&one, &other),
    }
}

/// The name of one number: “Bob query 1”, or “W_Q row 1 column 2”.
pub(crate) fn slot(token: &str, slot: Slot) -> String {
    let [row, column] = [slot.row, slot.column].map(|index| (index + 1).to_string());
    let name = tensor(slot.tensor);
    match slot.tensor.is_per_token() {
        true => slot_name(&column, token, name),
        false => weight_name(&column, name, &row),
    }
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
        Preset::Order => preset_order(),
        Preset::Heads => preset_heads(),
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
        Preset::Order => notice_order(),
        Preset::Heads => notice_heads(),
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

/// Why a text was refused as a name.
pub(crate) fn name_refusal(refusal: NameRefusal) -> &'static str {
    match refusal {
        NameRefusal::Empty => refused_name_empty(),
        NameRefusal::TooLong => refused_name_too_long(),
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
        LinkProblem::TooMany(key) => link_too_many(key),
        LinkProblem::Name(token_index, text, why) => {
            let number = (token_index + 1).to_string();
            link_name(&number, &shorten(text, 40), name_refusal(*why))
        }
        LinkProblem::NobodyThere(text) => link_nobody(&short(text)),
    }
}

/// What a step of the walk is called.
pub(crate) fn step_name(step: Step) -> &'static str {
    match step {
        Step::Free => step_free(),
        Step::Guests => step_guests(),
        Step::Vectors => step_vectors(),
        Step::Compare => step_compare(),
        Step::Soften => step_softmax(),
        Step::Mix => step_mix(),
        Step::Output => step_output(),
        Step::WhatIf => step_what_if(),
    }
}

/// What a step tells of the guest in focus.
pub(crate) fn lesson(step: Step, query: &str) -> String {
    match step {
        Step::Free => String::new(),
        Step::Guests => lesson_guests(query),
        Step::Vectors => lesson_vectors().to_owned(),
        Step::Compare => lesson_compare(query),
        Step::Soften => lesson_softmax().to_owned(),
        Step::Mix => lesson_mix(query),
        Step::Output => lesson_output(query),
        Step::WhatIf => lesson_what_if(query),
    }
}

/// What a step asks the learner to try.
pub(crate) fn task(step: Step, query: &str, most: &str, least: &str) -> String {
    match step {
        Step::Free => String::new(),
        Step::Guests => try_guests().to_owned(),
        Step::Vectors => try_vectors(query),
        Step::Compare => try_compare(most, query),
        Step::Soften => try_softmax().to_owned(),
        Step::Mix => try_mix(least, query),
        Step::Output => try_output().to_owned(),
        Step::WhatIf => try_what_if(query),
    }
}

/// What is to be noticed once it was tried.
pub(crate) fn task_done(step: Step, query: &str) -> String {
    match step {
        Step::Free => String::new(),
        Step::Guests => done_guests(query),
        Step::Vectors => done_vectors().to_owned(),
        Step::Compare => done_compare().to_owned(),
        Step::Soften => done_softmax().to_owned(),
        Step::Mix => done_mix(query),
        Step::Output => done_output().to_owned(),
        Step::WhatIf => done_what_if(query),
    }
}

/// A sentence that the trained model read.
pub(crate) fn real_sentence(sentence: RealSentence) -> &'static str {
    match sentence {
        RealSentence::Introduction => real_introduction(),
        RealSentence::Pronoun => real_pronoun(),
    }
}

/// What to notice in one of its heads.
pub(crate) fn known_head(known: KnownHead) -> &'static str {
    match known {
        KnownHead::Pronoun => known_pronoun(),
        KnownHead::Preposition => known_preposition(),
        KnownHead::Before => known_before(),
        KnownHead::After => known_after(),
        KnownHead::LastPerson => known_last_person(),
        KnownHead::Persons => known_persons(),
        KnownHead::Rest => known_rest(),
    }
}

/// What a part of the page is called where parts are hidden or locked.
pub(crate) fn page_part(part: PagePart) -> &'static str {
    match part {
        PagePart::Presets => part_presets(),
        PagePart::Walk => part_walk(),
        PagePart::Stage => part_stage(),
        PagePart::Queries => part_queries(),
        PagePart::Keys => part_keys(),
        PagePart::Values => part_values(),
        PagePart::Embeddings => part_embeddings(),
        PagePart::Positions => part_positions(),
        PagePart::Scale => part_scale(),
        PagePart::Temperature => part_temperature(),
        PagePart::Mask => part_mask(),
        PagePart::History => part_history(),
        PagePart::Pin => part_pin(),
        PagePart::Bars => part_bars(),
        PagePart::Steps => part_steps(),
        PagePart::Table => part_table(),
        PagePart::Arrows => part_arrows(),
        PagePart::Source => part_source(),
        PagePart::Heads => part_heads(),
        PagePart::Charts => part_charts(),
        PagePart::Guests => part_guests(),
        PagePart::RealHeads => part_real_heads(),
        PagePart::Share => part_share(),
        PagePart::Files => part_files(),
    }
}
