//! The document says the computation, and compiles where LaTeX is.
#![expect(clippy::unwrap_used, reason = "these are tests")]

use std::process::{Command, Stdio};

use attention_files::write_latex;
use attention_scene::{Experiment, Preset, decimal, read_link};

fn rooms() -> Vec<Experiment> {
    let crowd = vec!["0.5,-1e-7"; 40].join(";");
    let crowd = format!("q={crowd}&k={crowd}&v={crowd}&temperature=2");
    let links = [
        "mask=110;111;000&scale=sqrt_dk&temperature=0.7&tokens=%5Cinput%7Ba%7D%24x_1%5E2;%D7%A9%D7%9C;Zo%C3%AB%20%F0%9F%91%8D",
        "heads=2&wo=1,2;3,-4&q=1e60,2;0,1;2,3",
        "preset=order&position=1,2;3,4;5,6",
        &crowd,
    ];
    let presets = Preset::ALL.into_iter().map(Preset::experiment);
    let linked = links
        .iter()
        .map(|link| read_link(link, decimal).unwrap().experiment);
    presets.chain(linked).collect()
}

#[test]
fn the_walkthrough_stands_there_in_its_numbers() {
    let document = write_latex(&Preset::Walkthrough.experiment(), 2);
    for part in [
        r"V = \begin{bmatrix} 0.2 & 0.8 \\ 0.5 & 0.1 \\ 0.9 & 0.4 \end{bmatrix}",
        r"S = Q {K}^{\top} \approx \begin{bmatrix} 3 & 1 & 4 \\ 1 & 0 & 1 \\ 5 & 2 & 7 \end{bmatrix}",
        r"0.1185 & 0.0059 & 0.8756 \end{bmatrix}",
        r"0.8147 & 0.4456 \end{bmatrix}",
    ] {
        assert!(document.contains(part), "{part} in {document}");
    }
}

#[test]
fn every_document_is_balanced() {
    for room in rooms() {
        let document = write_latex(&room, 1);
        let plain = document.replace("\\{", "").replace("\\}", "");
        assert_eq!(plain.matches('{').count(), plain.matches('}').count());
        let count = |text: &str| document.matches(text).count();
        assert_eq!(count("\\begin{"), count("\\end{"));
        assert_eq!(count("\\["), count("\\]"));
        assert!(
            !document.contains("NaN") && !document.contains("inf "),
            "{document}"
        );
    }
}

#[test]
fn every_document_compiles() {
    let compilers = ["pdflatex", "xelatex", "lualatex", "tectonic"];
    let Some(compiler) = compilers.iter().find(|name| {
        let mut run = Command::new(name);
        run.arg("--version")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        run.status().is_ok_and(|status| status.success())
    }) else {
        eprintln!("skipped: none of {} is on PATH", compilers.join(", "));
        return;
    };
    let folder = std::env::temp_dir().join(format!("attention-latex-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (index, room) in rooms().iter().enumerate() {
        let name = format!("room-{index}.tex");
        std::fs::write(folder.join(&name), write_latex(room, 1)).unwrap();
        let mut run = Command::new(compiler);
        if *compiler != "tectonic" {
            run.args(["-interaction=nonstopmode", "-halt-on-error"]);
        }
        let run = run.arg(&name).current_dir(&folder).output().unwrap();
        let log = String::from_utf8_lossy(&run.stdout);
        assert!(run.status.success(), "{name}: {log}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}
