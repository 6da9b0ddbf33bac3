use std::future::Future;
use std::pin::Pin;

use anyhow::Result;
use attention_tests::{Engine, Page};

/// What a task does, in whichever engine.
pub(crate) type Run = for<'a> fn(Page<'a>) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// One thing that somebody does on the page, and sees happen.
#[derive(Clone, Copy)]
pub(crate) struct Task {
    pub(crate) name: &'static str,
    pub(crate) run: Run,
    /// The one engine whose driver can do it, where not all can.
    pub(crate) only: Option<Engine>,
}

/// Lists a module's tasks: those for every engine, then those that only Chromium's driver can do.
macro_rules! tasks {
    ($($everywhere:ident),* $(,)? $(; chromium: $($chromium:ident),* $(,)?)?) => {
        pub(crate) fn tasks() -> Vec<$crate::task::Task> {
            vec![
                $($crate::task::Task {
                    name: concat!(module_path!(), "::", stringify!($everywhere)),
                    run: |page| Box::pin($everywhere(page)),
                    only: None,
                },)*
                $($($crate::task::Task {
                    name: concat!(module_path!(), "::", stringify!($chromium)),
                    run: |page| Box::pin($chromium(page)),
                    only: Some(attention_tests::Engine::Chromium),
                },)*)?
            ]
        }
    };
}

pub(crate) use tasks;
