// Shows why the page isn't alive, in words that already stand in it, when the module that would
// have said so is what failed.
(() => {
  const show = (notice) => {
    document.documentElement.classList.remove("opening");
    const element = document.querySelector(`[data-notice="${notice}"]`);
    if (element) element.hidden = false;
  };
  const whenParsed = (notice) =>
    document.readyState === "loading"
      ? addEventListener("DOMContentLoaded", () => show(notice))
      : show(notice);
  const failed = (error) => {
    if (document.documentElement.dataset.ready !== "true") whenParsed("not-loaded");
    else if (error instanceof WebAssembly.RuntimeError) show("stopped");
  };
  // A link with numbers of its own does not show the walkthrough's first.
  if (location.hash.includes("=")) document.documentElement.classList.add("opening");
  addEventListener("click", (event) => {
    if (event.target.closest?.("[data-again]")) location.reload();
  });
  if (typeof WebAssembly !== "object") return whenParsed("no-webassembly");
  addEventListener("error", (event) => failed(event.error), true);
  addEventListener("unhandledrejection", (event) => failed(event.reason));
})();
