// What works without the module: the page's colours, and saying why the page isn't alive, in words
// that already stand in it.
(() => {
  const root = document.documentElement;
  const show = (notice, hidden = false) => {
    if (!hidden) root.classList.remove("opening");
    const element = document.querySelector(`[data-notice="${notice}"]`);
    if (element) element.hidden = hidden;
  };
  const whenParsed = (notice) =>
    document.readyState === "loading"
      ? addEventListener("DOMContentLoaded", () => show(notice))
      : show(notice);
  const failed = (error) => {
    if (root.dataset.ready !== "true") whenParsed("not-loaded");
    else if (error instanceof WebAssembly.RuntimeError) show("stopped");
  };
  addEventListener("change", ({ target }) => {
    if (target.matches?.("[data-control=theme]")) root.dataset.theme = target.value;
  });
  addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-again]")) location.reload();
  });
  // A link with numbers of its own does not show the walkthrough's first.
  if (location.hash.includes("=")) root.classList.add("opening");
  if (typeof WebAssembly !== "object") return whenParsed("no-webassembly");
  addEventListener("error", (event) => failed(event.error), true);
  addEventListener("unhandledrejection", (event) => failed(event.reason));
  // Not every browser reports a module that rejects while it starts: one that has arrived and does
  // not come alive has failed, and one that does after all is forgiven.
  const overdue = () => root.dataset.ready !== "true" && failed();
  new PerformanceObserver((list) => {
    const arrived = list.getEntries().some(({ name }) => name.includes("_bg.wasm"));
    if (arrived) setTimeout(overdue, 3000);
  }).observe({ type: "resource", buffered: true });
  addEventListener("TrunkApplicationStarted", () => show("not-loaded", true));
})();
