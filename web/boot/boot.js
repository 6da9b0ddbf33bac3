// What works without the module: the page's colours, and saying why the page isn't alive, in words
// that already stand in it.
(() => {
  const root = document.documentElement;
  // Some hosts append #?secret=… to the address of a page they embed.
  // A page that was saved as a file carries its link.
  const saved = document.querySelector("meta[name=attention-mixer-link]")?.content;
  const [fragment] = (location.hash || `#${saved ?? ""}`).split("#?");
  const [, theme] = fragment.match(/[#&]theme=(light|dark)(?![^&])/) ?? [];
  const [, view] = fragment.match(/[#&]view=(embed|present)(?![^&])/) ?? [];
  const whenParsed = (act) =>
    document.readyState === "loading" ? addEventListener("DOMContentLoaded", act) : act();
  // What went wrong, for whoever looks into it: the notice is for whoever came to learn.
  const show = (notice, reason) =>
    whenParsed(() => {
      root.classList.remove("opening");
      if (reason) root.dataset.reason = reason;
      const element = document.querySelector(`[data-notice="${notice}"]`);
      if (element) element.hidden = false;
    });
  // The module says so itself once it has put the page in place.
  const isAlive = () => root.dataset.started === "true";
  // WebKit has been seen to trap as a sound module starts, once in some hundred visits, and to start
  // the same module the next time. Nothing has been changed yet that could be lost.
  const beginAgain = () => {
    const [visit] = performance.getEntriesByType("navigation");
    const isFirst = visit?.type !== "reload";
    if (isFirst) location.reload();
    return isFirst;
  };
  const failed = (error) => {
    const isTrap = error instanceof WebAssembly.RuntimeError;
    if (isAlive()) isTrap && show("stopped", error);
    else if (!(isTrap && beginAgain())) show("not-loaded", error);
  };
  // Nothing is painted before all of it has been read: half a room would move as the rest comes.
  root.classList.add("reading");
  document.addEventListener("readystatechange", () => root.classList.remove("reading"), { once: true });
  const overdue = () => isAlive() || failed();
  if (view) root.dataset.view = view;
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
  // Browsers don't scroll to what is in view by a sliver.
  addEventListener("focusin", ({ target }) => {
    if (target.matches?.("[tabindex='0']:focus-visible")) target.scrollIntoView({ block: "nearest" });
  });
  addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-again]")) location.reload();
  });
  // A link with numbers of its own does not show the walkthrough's first, unless it takes long.
  if (fragment.includes("=")) {
    root.classList.add("opening");
    setTimeout(overdue, 5000);
  }
  // Inside another page, which wants to know how high this one is.
  if (parent !== window) import("./frame.js").catch(() => {});
  // Without a network, too, after a first visit. The rest is kept once somebody begins to work.
  else if (saved === undefined && parent === window && navigator.serviceWorker) {
    addEventListener("load", () => {
      navigator.serviceWorker.register("./sw.js").catch(() => {});
    });
    const keepRest = () => navigator.serviceWorker.ready.then(({ active }) => active.postMessage("rest"));
    for (const begin of ["pointerdown", "keydown"]) addEventListener(begin, keepRest, { once: true });
  }
  // What the first view does without, asked for by its module.
  const dress = () =>
    new Promise((resolve, reject) => {
      const styles = document.createElement("link");
      styles.rel = "stylesheet";
      styles.href = "./workshop.css";
      styles.onload = resolve;
      styles.onerror = () => reject(new Error(styles.href));
      document.head.append(styles);
    });
  addEventListener("workshop", () =>
    Promise.all([import("./workshop.js"), dress()])
      .then(([workshop]) => workshop.default({ module_or_path: "./workshop_bg.wasm" }))
      .catch((error) => {
        delete root.dataset.started;
        failed(error);
      }),
  );
  // Links of many numbers come packed.
  const packing = () => import("./pack.js");
  const unpack = (address) => {
    if (!/[#&]z=[^&]/.test(address)) return;
    root.classList.add("unpacking");
    packing().then(() => window.unpackLink(address));
  };
  addEventListener("hashchange", ({ newURL }) => unpack(newURL));
  unpack(location.href);
  window.packed = (link) => packing().then(() => window.packLink(link));
  // What the workshop does without until its panel of files is opened.
  window.openFiles = async () => {
    const files = await import("./files.js");
    await files.default({ module_or_path: "./files_bg.wasm" });
    files.open(document.querySelector("[data-room]"));
  };
  if (typeof WebAssembly !== "object") return show("no-webassembly");
  addEventListener("error", (event) => failed(event.error), true);
  addEventListener("unhandledrejection", (event) => failed(event.reason));
  // Not every browser reports a module that rejects while it starts: one that has arrived and does
  // not come alive has failed, and one that does after all takes the notice away.
  new PerformanceObserver((list) => {
    const arrived = list.getEntries().find(({ name }) => name.includes("_bg.wasm"));
    if (arrived) setTimeout(overdue, 3000);
    if (arrived?.decodedBodySize) setTimeout(() => isAlive() || beginAgain(), 5000);
  }).observe({ type: "resource", buffered: true });
})();
