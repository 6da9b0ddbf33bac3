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
  const isFramed = parent !== window;
  if (isFramed) import("./frame.js").catch(() => {});
  // Nothing but the walkthrough to show: the first view's own module will do until more is wanted.
  const hasWork = () => {
    try {
      return localStorage.getItem("attention-mixer/work/1") !== null;
    } catch {
      return false;
    }
  };
  const isBare = () =>
    !isFramed && /^#?[\w-]*$/.test(fragment) && !/[?&]workshop\b/.test(location.search) && !hasWork();
  // A module's script, and the module, on their way at once.
  const fetchBoth = async (script, module) => {
    const answer = fetch(module);
    answer.catch(() => {});
    const { default: start } = await script;
    return () => start({ module_or_path: answer });
  };
  const dress = () =>
    new Promise((resolve, reject) => {
      const styles = document.createElement("link");
      styles.rel = "stylesheet";
      styles.href = "./workshop.css";
      styles.onload = resolve;
      styles.onerror = () => reject(new Error(styles.href));
      document.head.append(styles);
    });
  // The whole page: loaded once, ahead of need where somebody begins to work.
  let whole;
  const load = () =>
    (whole ??= Promise.all([fetchBoth(import("./workshop.js"), "./workshop_bg.wasm"), dress()]));
  // Nothing is taken away from under a finger.
  let isPressed = false;
  let release = () => {};
  addEventListener("pointerdown", () => (isPressed = true));
  for (const end of ["pointerup", "pointercancel"])
    addEventListener(end, () => {
      isPressed = false;
      release();
    });
  const start = async () => {
    const [begin] = await load();
    if (isPressed) await new Promise((resolve) => (release = resolve));
    await begin();
  };
  // The first view asks for what is beyond it, and goes on there.
  let coming;
  addEventListener("whole", () => {
    coming ??= start().then(
      () => dispatchEvent(new Event("whole-stands")),
      (error) => {
        if (error instanceof WebAssembly.RuntimeError) return beginAgain() || failed(error);
        whole = coming = undefined;
        dispatchEvent(new Event("whole-fails"));
        show("rest-not-loaded", error);
      },
    );
  });
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
  // A page that was saved as a file carries its module, and starts it itself.
  if (saved === undefined) {
    const first = () => fetchBoth(import("./first.js"), "./first_bg.wasm").then((open) => open());
    (isBare() ? first() : start()).catch(failed);
    // Without a network, too, after a first visit. The rest is kept once somebody begins to work.
    const worker = isFramed ? undefined : navigator.serviceWorker;
    addEventListener("load", () => worker?.register("./sw.js").catch(() => {}));
    const keepRest = () => worker?.ready.then(({ active }) => active.postMessage("rest"));
    const begin = () => load().then(keepRest, () => (whole = undefined));
    for (const sign of ["pointermove", "pointerdown", "keydown"])
      addEventListener(sign, begin, { once: true });
  }
  // Not every browser reports a module that rejects while it starts: one that has arrived and does
  // not come alive has failed, and one that does after all takes the notice away.
  new PerformanceObserver((list) => {
    const arrived = list.getEntries().find(({ name }) => name.includes("_bg.wasm"));
    if (arrived) setTimeout(overdue, 3000);
    if (arrived?.decodedBodySize) setTimeout(() => isAlive() || beginAgain(), 5000);
  }).observe({ type: "resource", buffered: true });
})();
