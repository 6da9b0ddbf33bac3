// What works without the module: the page's colours, and saying why the page isn't alive, in words
// that already stand in it.
(() => {
  const root = document.documentElement;
  // Some hosts append #?secret=… to the address of a page they embed.
  const [fragment] = location.hash.split("#?");
  const [, theme] = fragment.match(/[#&]theme=(light|dark)(?![^&])/) ?? [];
  const whenParsed = (act) =>
    document.readyState === "loading" ? addEventListener("DOMContentLoaded", act) : act();
  const show = (notice) =>
    whenParsed(() => {
      root.classList.remove("opening");
      const element = document.querySelector(`[data-notice="${notice}"]`);
      if (element) element.hidden = false;
    });
  // The module says so itself once it has put the page in place.
  const isAlive = () => root.dataset.started === "true";
  const failed = (error) => {
    if (!isAlive()) show("not-loaded");
    else if (error instanceof WebAssembly.RuntimeError) show("stopped");
  };
  const overdue = () => isAlive() || failed();
  if (theme) {
    root.dataset.theme = theme;
    whenParsed(() => {
      const choice = document.querySelector("[data-control=theme]");
      if (choice) choice.value = theme;
    });
  }
  addEventListener("change", ({ target }) => {
    if (target.matches?.("[data-control=theme]")) root.dataset.theme = target.value;
  });
  addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-again]")) location.reload();
  });
  // A link with numbers of its own does not show the walkthrough's first, unless it takes long.
  if (fragment.includes("=")) {
    root.classList.add("opening");
    setTimeout(overdue, 5000);
  }
  // What the first view does without, asked for by its module.
  addEventListener("workshop", () =>
    import("./workshop.js")
      .then((workshop) => workshop.default({ module_or_path: "./workshop_bg.wasm" }))
      .catch(() => show("not-loaded")),
  );
  if (typeof WebAssembly !== "object") return show("no-webassembly");
  addEventListener("error", (event) => failed(event.error), true);
  addEventListener("unhandledrejection", (event) => failed(event.reason));
  // Not every browser reports a module that rejects while it starts: one that has arrived and does
  // not come alive has failed, and one that does after all takes the notice away.
  new PerformanceObserver((list) => {
    const arrived = list.getEntries().some(({ name }) => name.includes("_bg.wasm"));
    if (arrived) setTimeout(overdue, 3000);
  }).observe({ type: "resource", buffered: true });
})();
