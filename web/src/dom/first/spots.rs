//! The places in the page that say something of the room, and what each of them says.

use web_sys::{Element, HtmlInputElement, Node};

use crate::first::First;

/// Where something is said.
enum Place {
    Text(Node),
    /// An attribute, which is not there while there is nothing to say.
    Attribute(Element, &'static str),
    Value(HtmlInputElement),
    /// A part at the end of another, which is there while there is anything to say in it.
    Part(Element, Element),
}

/// A place, and what it says.
struct Spot {
    place: Place,
    stands: String,
    says: Box<dyn Fn(&First) -> String>,
}

/// Places that say something of the room. What stands there already is not written again.
#[derive(Default)]
pub(super) struct Spots(Vec<Spot>);

impl Spots {
    /// Writes what has come to be another.
    pub(super) fn paint(&mut self, first: &First) {
        for spot in &mut self.0 {
            let says = (spot.says)(first);
            if says != spot.stands {
                spot.place.write(&says);
                spot.stands = says;
            }
        }
    }

    /// A text: the node's own, or the whole of an element's.
    pub(super) fn text(&mut self, node: Option<Node>, says: impl Fn(&First) -> String + 'static) {
        if let Some(node) = node {
            let stands = node.text_content().unwrap_or_default();
            self.add(Place::Text(node), stands, Box::new(says));
        }
    }

    /// An attribute.
    pub(super) fn attribute(
        &mut self,
        element: &Element,
        name: &'static str,
        says: impl Fn(&First) -> String + 'static,
    ) {
        let stands = element.get_attribute(name).unwrap_or_default();
        let place = Place::Attribute(element.clone(), name);
        self.add(place, stands, Box::new(says));
    }

    /// An attribute that says that something holds, by being there.
    pub(super) fn flag(
        &mut self,
        element: &Element,
        name: &'static str,
        holds: impl Fn(&First) -> bool + 'static,
    ) {
        let says = move |first: &First| match holds(first) {
            true => "true".to_owned(),
            false => String::new(),
        };
        self.attribute(element, name, says);
    }

    /// What a slider or a field shows.
    pub(super) fn value(
        &mut self,
        input: HtmlInputElement,
        says: impl Fn(&First) -> String + 'static,
    ) {
        let stands = input.value();
        self.add(Place::Value(input), stands, Box::new(says));
    }

    /// A part that comes and goes, with its first text.
    pub(super) fn part(
        &mut self,
        part: &Element,
        whole: &Element,
        says: impl Fn(&First) -> String + 'static,
    ) {
        let place = Place::Part(part.clone(), whole.clone());
        self.add(place, String::new(), Box::new(says));
    }

    fn add(&mut self, place: Place, stands: String, says: Box<dyn Fn(&First) -> String>) {
        self.0.push(Spot {
            place,
            stands,
            says,
        });
    }
}

impl Place {
    fn write(&self, text: &str) {
        match self {
            Self::Text(node) => node.set_text_content(Some(text)),
            Self::Value(input) => input.set_value(text),
            // Nothing is to be done where a page no longer has what it was painted with.
            Self::Attribute(element, name) if text.is_empty() => {
                element.remove_attribute(name).ok();
            }
            Self::Attribute(element, name) => {
                element.set_attribute(name, text).ok();
            }
            Self::Part(part, _) if text.is_empty() => part.remove(),
            Self::Part(part, whole) => {
                if let Some(node) = part.first_child() {
                    node.set_text_content(Some(text));
                }
                whole.append_child(part).ok();
            }
        }
    }
}
