//! Taking the page elsewhere: a link, a frame or a file, with what the reader shall see.

mod begin;
mod code;
mod outcome;
mod parts;

use attention_scene::{Language, PagePart, Theme, View, Wishes};
use leptos::prelude::*;

use self::{
    begin::{Begin, Beginning},
    code::Code,
    outcome::Outcome,
    parts::Parts,
};
use crate::{
    app::use_mixer,
    choice::{Choice, fixed},
    dom,
    panel::Panel,
    reactive, words,
};

/// The views, as the list shows them.
const VIEWS: [View; 3] = [View::Full, View::Embed, View::Present];

/// The colours, as the list shows them.
const THEMES: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

/// What the page is to be where it goes.
#[component]
pub(crate) fn Share() -> impl IntoView {
    let content = Box::new(|| view! { <Content /> }.into_any());
    view! { <Panel part=PagePart::Share title=words::share() open=false content /> }
}

#[component]
fn Content() -> impl IntoView {
    let mixer = use_mixer();
    let wishes = RwSignal::new(Wishes {
        theme: None,
        ..untrack(|| mixer.wishes())
    });
    // The page's own colours, as long as no others are chosen.
    let theme = move || wishes.with(|wishes| wishes.theme.or(mixer.wishes().theme));
    let beginning = RwSignal::new(Beginning::default());
    let wished = move |wishes: Wishes| {
        let room = mixer.settled_room(|selection| beginning.get().of(selection));
        let theme = theme();
        format!("{room}{}", Wishes { theme, ..wishes })
    };
    let link = Memo::new(move |_| wished(wishes.get()));
    let embed = Memo::new(move |_| {
        wished(Wishes {
            view: View::Embed,
            ..wishes.get()
        })
    });
    let compact = RwSignal::new(String::new());
    reactive::effect(move || {
        dom::pack(&link.get(), Box::new(move |packed| compact.set(packed)));
    });
    let view = reactive::count(move || {
        let view = wishes.with(|wishes| wishes.view);
        VIEWS
            .into_iter()
            .position(|one| one == view)
            .unwrap_or_default()
    });
    let views = vec![
        fixed("full", words::view_full()),
        fixed("embed", words::view_embed()),
        fixed("present", words::view_present()),
    ];
    let themes = vec![
        fixed("auto", words::theme_auto()),
        fixed("light", words::theme_light()),
        fixed("dark", words::theme_dark()),
    ];
    let languages = vec![
        fixed("", words::share_language_open()),
        fixed(Language::English.code(), words::language_english()),
    ];
    let save = move |_| {
        let link = link.get_untracked();
        dom::save_page(
            link,
            Box::new(move |saved| {
                mixer.say(
                    match saved {
                        true => words::saved_as_file(),
                        false => words::not_saved_as_file(),
                    }
                    .to_owned(),
                );
            }),
        );
    };
    view! {
        <div class="taking">
            <p>{words::share_says()}</p>
            <Choice
                name="share-view"
                label=words::share_view()
                items=views
                chosen=view
                choose=Box::new(move |index| wishes.update(|wishes| wishes.view = VIEWS[index]))
            />
            <Choice
                name="share-theme"
                label=words::theme()
                items=themes
                chosen=reactive::count(move || theme().unwrap_or_default() as usize)
                choose=Box::new(move |index| wishes.update(|wishes| wishes.theme = Some(THEMES[index])))
            />
            <Choice
                name="share-language"
                label=words::share_language()
                items=languages
                chosen=reactive::count(move || wishes.with(|wishes| usize::from(wishes.language.is_some())))
                choose=Box::new(move |index| {
                    wishes.update(|wishes| wishes.language = (index > 0).then_some(Language::English));
                })
            />
            <Begin beginning />
            <Parts wishes />
            <Outcome name="share-link" label=words::share_link() text=Memo::new(move |_| dom::address_of(&link.get())) />
            <Outcome
                name="share-compact"
                label=words::share_compact()
                text=Memo::new(move |_| dom::address_of(&compact.get()))
            />
            <Outcome
                name="share-frame"
                label=words::share_frame()
                text=Memo::new(move |_| frame(&dom::address_of(&embed.get())))
            />
            <Outcome
                name="share-tag"
                label=words::share_tag()
                text=Memo::new(move |_| tag(&dom::address_of(""), &embed.get()))
            />
            <p>
                <a href=reactive::text(move || format!("?#{}", link.get())) target="_blank" rel="noopener">
                    {words::share_try()}
                </a>
            </p>
            <p>
                <button type="button" data-control="save-file" on:click=save>
                    {words::save_as_file()}
                </button>
                " "
                <small>{words::save_as_file_note()}</small>
            </p>
            <Code link />
        </div>
    }
}

/// What may stand in an attribute, in double quotes.
fn quoted(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;")
}

/// The element's script and tag, with a link's keys as its attributes.
fn tag(page: &str, link: &str) -> String {
    let folder = page.trim_end_matches('#').trim_end_matches("index.html");
    let script = quoted(&format!("{folder}embed/attention-mixer.js"));
    let keys = link.split('&').filter(|key| *key != "view=embed");
    let attributes: String = keys
        .filter_map(|key| key.split_once('='))
        .map(|(key, text)| format!(" {key}=\"{}\"", quoted(text)))
        .collect();
    format!(
        "<script src=\"{script}\" defer></script>\n<attention-mixer{attributes}>{}</attention-mixer>",
        words::title(),
    )
}

/// What an author pastes.
fn frame(address: &str) -> String {
    let escaped = quoted(address);
    format!(
        "<iframe src=\"{escaped}\" title=\"{}\" width=\"100%\" height=\"900\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>",
        words::title(),
    )
}
