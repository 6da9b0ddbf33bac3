//! The page with its workshop, brought to life in the browser.

fn main() {
    attention_web::start();
}
