//! The first view by itself does what the whole page does: the same tasks, without the rest of the page.

use anyhow::Result;
use attention_tests::Page;

use crate::task::tasks;
use crate::{accessibility, address, focus, history, refusals, sliders, typing};

/// Tasks of other modules, done in the first view, and a check that the rest of the page has not come.
macro_rules! alone {
    ($($module:ident::$task:ident),* $(,)?) => {
        tasks![$($task),*];
        $(async fn $task(page: Page<'_>) -> Result<()> {
            $module::$task(page.at_first()).await?;
            expect_alone(page).await
        })*
    };
}

alone![
    sliders::bobs_first_query_is_brought_to_0_by_keyboard,
    sliders::home_and_end_go_as_far_as_the_slider_reaches,
    sliders::each_slider_moves_its_own_number,
    sliders::everything_is_redrawn_in_the_next_frame,
    typing::numbers_are_typed_the_way_people_type_them,
    typing::a_typed_number_moves_the_slider_and_the_slider_the_field,
    typing::a_number_beyond_the_slider_is_kept,
    typing::a_number_between_the_sliders_steps_is_kept,
    typing::leaving_the_field_takes_the_number,
    typing::each_field_sets_its_own_number,
    typing::a_negative_number_stands_in_brackets_after_a_sign,
    refusals::what_is_no_number_is_refused_in_words_and_changes_nothing,
    refusals::escape_brings_the_last_good_number_back,
    refusals::the_next_good_number_clears_the_refusal,
    refusals::a_refusal_does_not_come_back_with_the_number,
    refusals::a_dismissed_refusal_still_stands_beside_its_field,
    focus::a_click_puts_a_guest_in_focus,
    focus::the_keyboard_puts_a_guest_in_focus,
    focus::a_tap_puts_a_guest_in_focus,
    history::a_drag_by_pointer_is_one_step,
    history::a_touch_that_scrolls_takes_nothing_from_redo,
    history::buttons_say_when_they_have_nothing_to_do,
    address::the_address_is_not_written_at_every_key,
    address::a_refused_address_is_written_later,
    accessibility::the_skip_link_leads_to_the_guests,
    accessibility::what_changed_is_said_once_a_step_is_done,
    accessibility::the_chart_has_a_text_alternative,
];

async fn expect_alone(page: Page<'_>) -> Result<()> {
    let doors = "return document.querySelectorAll('[data-door]').length";
    assert_eq!(page.script::<usize>(doors, vec![]).await?, 8);
    Ok(())
}
