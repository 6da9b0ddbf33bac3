//! What each output may weigh: the one table to edit.

use anyhow::{Result, bail};

use super::compress::Weighed;

/// KB are 1,024 bytes, everywhere in this project.
const KB: u64 = 1024;

struct Budget {
    name: &'static str,
    /// All files together.
    kilobytes: u64,
    measure: Measure,
    counts: fn(&Weighed) -> bool,
}

/// How a file is measured.
#[derive(Clone, Copy)]
enum Measure {
    /// As a server sends it, by brotli at its best.
    Brotli,
    /// As it lies on a disk.
    Raw,
}

/// What the page asks for after its first view, by plain name. A file that is not named here counts as loaded at once.
const LOADED_LATER: [&str; 12] = [
    "attention-mixer.html",
    "files.js",
    "files_bg.wasm",
    "frame.js",
    "oembed.json",
    "pack.js",
    "page.png",
    "real-heads/introduction.f32",
    "real-heads/pronoun.f32",
    "workshop.css",
    "workshop.js",
    "workshop_bg.wasm",
];

const BUDGETS: [Budget; 5] = [
    Budget {
        name: "first view",
        kilobytes: 80,
        measure: Measure::Brotli,
        counts: |file| {
            !file.name.starts_with("embed/") && !LOADED_LATER.contains(&file.name.as_str())
        },
    },
    Budget {
        name: "the whole page, when it is asked for",
        kilobytes: 225,
        measure: Measure::Brotli,
        counts: |file| file.name.starts_with("workshop"),
    },
    Budget {
        name: "the element, with all that it loads",
        kilobytes: 160,
        measure: Measure::Brotli,
        counts: |file| {
            ["embed/attention-mixer.js", "embed/mixer.wasm"].contains(&file.name.as_str())
        },
    },
    Budget {
        name: "files, when their panel is opened",
        kilobytes: 120,
        measure: Measure::Brotli,
        counts: |file| file.name.starts_with("files"),
    },
    Budget {
        name: "the page as one file",
        kilobytes: 600,
        measure: Measure::Raw,
        counts: |file| file.name == "attention-mixer.html",
    },
];

/// Prints every file's size and every budget's sum, and fails over a budget.
pub(super) fn check(files: &[Weighed]) -> Result<()> {
    println!(
        "\n{:<40} {:>10} {:>10} {:>10}",
        "KB", "raw", "gzip", "brotli"
    );
    for file in files {
        println!(
            "{:<40} {:>10} {:>10} {:>10}",
            file.name,
            kilobytes(file.raw),
            kilobytes(file.gzip),
            kilobytes(file.brotli)
        );
    }
    let over: Vec<&str> = BUDGETS
        .iter()
        .filter(|budget| !budget.holds(files))
        .map(|budget| budget.name)
        .collect();
    println!();
    if !over.is_empty() {
        bail!("over budget: {}", over.join(", "));
    }
    Ok(())
}

impl Budget {
    fn holds(&self, files: &[Weighed]) -> bool {
        let sum = self.sum(files);
        let holds = sum <= self.kilobytes * KB;
        println!(
            "{}: {} KB{} of {} KB{}",
            self.name,
            kilobytes(sum),
            match self.measure {
                Measure::Brotli => " brotli",
                Measure::Raw => "",
            },
            self.kilobytes,
            if holds { "" } else { ": OVER BUDGET" },
        );
        holds
    }

    fn sum(&self, files: &[Weighed]) -> u64 {
        files
            .iter()
            .filter(|file| (self.counts)(file))
            .map(|file| match self.measure {
                Measure::Brotli => file.brotli,
                Measure::Raw => file.raw,
            })
            .sum()
    }
}

/// Tenths, rounded up: no number looks smaller than it is.
fn kilobytes(bytes: u64) -> String {
    let tenths = (bytes * 10).div_ceil(KB);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, brotli: u64) -> Weighed {
        Weighed {
            name: name.to_owned(),
            raw: brotli * 3,
            brotli,
            gzip: brotli + 1,
        }
    }

    #[test]
    fn a_budget_is_kept_to_the_byte() {
        assert!(check(&[file("page_bg.wasm", 79 * KB), file("index.html", KB)]).is_ok());
        let failure = check(&[file("page_bg.wasm", 80 * KB), file("index.html", 1)]).unwrap_err();
        assert_eq!(failure.to_string(), "over budget: first view");
    }

    #[test]
    fn sizes_are_rounded_up() {
        assert_eq!(kilobytes(0), "0.0");
        assert_eq!(kilobytes(1), "0.1");
        assert_eq!(kilobytes(KB), "1.0");
        assert_eq!(kilobytes(100 * KB + 1), "100.1");
    }
}
