use std::{cell::RefCell, rc::Rc};

use attention_scene::{Experiment, Selection, write_link};
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    DataTransfer, DragEvent, Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement,
};

use super::opening::{Found, Picking, Source};
use crate::{form, picker, shown::Shown, words, writing::Export};

/// The panel on the page.
pub(super) struct Panel {
    place: HtmlElement,
    /// The file that is picked from.
    picking: RefCell<Option<Picking>>,
}

impl Panel {
    /// Fills its place, and listens there: to one listener for all its controls.
    pub(super) fn open(place: HtmlElement) {
        place.set_inner_html(&form::html());
        let panel = Rc::new(Self {
            place: place.clone(),
            picking: RefCell::new(None),
        });
        let listener = move |event: Event| panel.hear(&event);
        let listener = Closure::<dyn Fn(Event)>::new(listener).into_js_value();
        for kind in ["click", "change", "dragover", "drop"] {
            let _ = place.add_event_listener_with_callback(kind, listener.unchecked_ref());
        }
    }

    fn hear(self: &Rc<Self>, event: &Event) {
        match event.type_().as_str() {
            "dragover" if dropped(event).is_some() => event.prevent_default(),
            "drop" => self.hear_drop(event),
            "change" => {
                let field = event
                    .target()
                    .and_then(|one| one.dyn_into::<HtmlInputElement>().ok());
                let files = field.as_ref().and_then(HtmlInputElement::files);
                if let Some(file) = files.and_then(|files| files.item(0)) {
                    self.start(Source::of(file));
                    // The same file may be chosen again, once it has been mended.
                    if let Some(field) = field {
                        field.set_value("");
                    }
                }
            }
            "click" => {
                let target = event
                    .target()
                    .and_then(|one| one.dyn_into::<Element>().ok());
                let button = target.and_then(|one| one.closest("button").ok().flatten());
                let control = button.and_then(|button| button.get_attribute("data-control"));
                self.press(control.as_deref().unwrap_or_default());
            }
            _ => {}
        }
    }

    fn hear_drop(self: &Rc<Self>, event: &Event) {
        let Some(transfer) = dropped(event) else {
            return;
        };
        event.prevent_default();
        let is_locked = self
            .place
            .closest("fieldset:disabled")
            .is_ok_and(|one| one.is_some());
        let file = transfer.files().and_then(|files| files.item(0));
        if let Some(file) = file.filter(|_| !is_locked) {
            self.start(Source::of(file));
        }
    }

    fn press(self: &Rc<Self>, control: &str) {
        match control {
            "export-save" | "export-copy" => {
                let panel = Rc::clone(self);
                let is_copy = control == "export-copy";
                let Some(export) = Export::named(&self.value("export")) else {
                    return;
                };
                self.refuse("");
                let work = async move {
                    match panel.export(export, is_copy).await {
                        Ok(said) => panel.tell(&said),
                        Err(why) => panel.refuse(why),
                    }
                };
                spawn_local(work);
            }
            "import-take" => {
                let text = self.value("import-text");
                self.start(Source::pasted(&text));
            }
            "pick-take" => {
                let picking = self.picking.take();
                let panel = Rc::clone(self);
                spawn_local(async move {
                    if let Some(picking) = picking {
                        panel.pick(&picking).await;
                        panel.picking.borrow_mut().get_or_insert(picking);
                    }
                });
            }
            _ => {}
        }
    }

    /// Opens a file, or what was pasted.
    fn start(self: &Rc<Self>, source: Source) {
        self.refuse("");
        self.show_picker("");
        self.picking.replace(None);
        let panel = Rc::clone(self);
        spawn_local(async move {
            let Some(shown) = panel.shown() else {
                return;
            };
            let beside = (&shown.room, shown.selection.focus);
            match source.open(beside).await {
                Ok(Found::Room(room, focus)) => {
                    panel.take(&room, focus, source.name());
                }
                Ok(Found::Arrays(picking)) => {
                    panel.show_picker(&picker::html(source.name(), &picking.arrays));
                    panel.picking.replace(Some(picking));
                }
                Err(why) => panel.refuse(&why),
            }
        });
    }

    async fn pick(&self, picking: &Picking) {
        self.refuse("");
        let Some(shown) = self.shown() else {
            return;
        };
        let picks = picker::picks(&picking.arrays, |control| self.value(control));
        match picking.room(&picks, &shown.room).await {
            Ok(room) => {
                let focus = shown.selection.focus.min(room.token_count() - 1);
                self.take(&room, focus, picking.source.name());
            }
            Err(why) => self.refuse(&why),
        }
    }

    /// Hands a room to the page.
    fn take(&self, room: &Experiment, focus: usize, name: &str) {
        let link = write_link(room, Selection::of(focus));
        let count = room.token_count().to_string();
        let dataset = self.place.dataset();
        let _ = dataset.set("taken", &link);
        self.tell_with(&words::file_taken(&count, name));
    }

    /// Has the page say something.
    pub(super) fn tell(&self, said: &str) {
        self.place.dataset().delete("taken");
        self.tell_with(said);
    }

    fn tell_with(&self, said: &str) {
        let _ = self.place.dataset().set("said", said);
        if let Ok(event) = Event::new("taken") {
            let _ = self.place.dispatch_event(&event);
        }
    }

    /// Says why something was not done, beside the controls.
    fn refuse(&self, why: &str) {
        if let Some(place) = self.find("[role=alert]") {
            place.set_text_content(Some(why));
        }
    }

    fn show_picker(&self, html: &str) {
        if let Some(place) = self.find("[data-picker]") {
            place.set_inner_html(html);
            if let Some(list) = self.find("[data-control=pick-q]") {
                let list: HtmlElement = list.unchecked_into();
                let _ = list.focus();
            }
        }
    }

    /// What the page shows; none where its link can't be read.
    pub(super) fn shown(&self) -> Option<Shown> {
        let dataset = self.place.dataset();
        let head = dataset.get("head").and_then(|head| head.parse().ok());
        let document = self.place.owner_document()?;
        let all_rows = document.query_selector("[data-control=all-rows]:checked");
        let style = web_sys::window()?.get_computed_style(&self.place).ok()??;
        let scheme = style.get_property_value("color-scheme").unwrap_or_default();
        Shown::of(
            &dataset.get("room")?,
            head.unwrap_or_default(),
            all_rows.is_ok_and(|one| one.is_some()),
            scheme == "dark",
        )
    }

    fn value(&self, control: &str) -> String {
        let Some(element) = self.find(&format!("[data-control={control}]")) else {
            return String::new();
        };
        if let Some(list) = element.dyn_ref::<HtmlSelectElement>() {
            return list.value();
        }
        if let Some(text) = element.dyn_ref::<HtmlTextAreaElement>() {
            return text.value();
        }
        element
            .dyn_ref()
            .map(HtmlInputElement::value)
            .unwrap_or_default()
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.place.query_selector(selector).ok().flatten()
    }
}

/// What is dragged, where it holds files.
fn dropped(event: &Event) -> Option<DataTransfer> {
    let transfer = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let kinds = transfer.types();
    kinds.includes(&"Files".into(), 0).then_some(transfer)
}
