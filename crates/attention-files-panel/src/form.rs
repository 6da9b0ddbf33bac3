//! The panel as HTML. Every text in it is escaped: files and what is in them are called anything.

use crate::{words, writing::Export};
pub(crate) use attention_files::escape_markup as escaped;

/// The whole panel, before anything was opened.
pub(crate) fn html() -> String {
    let group = |label: &str, exports: &mut dyn Iterator<Item = Export>| {
        let options: String = exports
            .map(|export| option(&export.name(), &export.title(), false))
            .collect();
        format!(
            "<optgroup label=\"{}\">{options}</optgroup>",
            escaped(label)
        )
    };
    let exports = [
        group(words::file_pictures(), &mut Export::pictures()),
        group(words::file_numbers(), &mut Export::NUMBERS.into_iter()),
        group(words::file_scripts(), &mut Export::SCRIPTS.into_iter()),
    ];
    format!(
        "<div class=\"together\"><p>{}</p>\
         <h3>{}</h3><div class=\"fetch\">{}{}{}</div>\
         <h3>{}</h3><label class=\"choice\">{}\
         <input type=\"file\" data-control=\"import-file\" accept=\".json,.csv,.tsv,.txt,.npy,.npz,.safetensors\"></label>\
         <p><small>{}</small></p>\
         <div class=\"outcome-row\"><label>{}<textarea dir=\"ltr\" rows=\"4\" spellcheck=\"false\" data-control=\"import-text\"></textarea></label>{}</div>\
         <div data-picker></div><p class=\"reason\" role=\"alert\"></p></div>",
        escaped(words::files_say()),
        escaped(words::file_save()),
        select("export", words::file_what(), &exports.concat()),
        button("export-save", words::file_save_it()),
        button("export-copy", words::file_copy_it()),
        escaped(words::file_open()),
        escaped(words::file_kinds()),
        escaped(words::file_drop()),
        escaped(words::file_paste()),
        button("import-take", words::file_take()),
    )
}

pub(crate) fn select(control: &str, label: &str, options: &str) -> String {
    format!(
        "<label class=\"choice\">{} <select data-control=\"{control}\">{options}</select></label>",
        escaped(label)
    )
}

pub(crate) fn option(value: &str, label: &str, is_chosen: bool) -> String {
    let chosen = if is_chosen { " selected" } else { "" };
    format!(
        "<option value=\"{}\"{chosen}>{}</option>",
        escaped(value),
        escaped(label)
    )
}

pub(crate) fn button(control: &str, label: &str) -> String {
    format!(
        "<button type=\"button\" data-control=\"{control}\">{}</button>",
        escaped(label)
    )
}
