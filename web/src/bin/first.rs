//! The first view, brought to life in the browser.

fn main() {
    attention_web::start_first();
}
