//! The page, brought to life in the browser.

fn main() {
    attention_web::start();
}
