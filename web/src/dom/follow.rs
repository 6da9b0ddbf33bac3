//! Elements that follow a number of the room.
//!
//! A page of a hundred guests has hundreds of them, and at each movement each is due: they are written straight, without
//! an effect for every one.

use std::rc::Rc;

use web_sys::Element;

use crate::mixer::Live;

/// How a number is said.
pub(crate) type Print = Box<dyn Fn(f64) -> String>;

/// What of an element follows a number: an attribute, by its name, or its text, by no name; and how it says it.
pub(crate) type Spot = (&'static str, Print);

/// The element's text.
pub(crate) const TEXT: &str = "";

/// A directive: has the element follow a number. It is built with what the number is then.
pub(crate) fn follow(number: Live, spots: Vec<Spot>) -> impl Fn(Element) + 'static {
    let spots = Rc::new(spots);
    move |element| {
        let now = number.get_untracked();
        let mut said: Vec<String> = spots.iter().map(|(_, print)| print(now)).collect();
        let spots = Rc::clone(&spots);
        number.paint(Box::new(move |number| {
            for ((name, print), said) in spots.iter().zip(&mut said) {
                let says = print(number);
                if says != *said {
                    write(&element, name, &says);
                    *said = says;
                }
            }
        }));
    }
}

fn write(element: &Element, name: &str, says: &str) {
    if name != TEXT {
        // Names of ours are never refused.
        element.set_attribute(name, says).unwrap_or_default();
    } else if let Some(text) = element.first_child() {
        // Before the text stands there, it is on its way.
        text.set_node_value(Some(says));
    }
}
