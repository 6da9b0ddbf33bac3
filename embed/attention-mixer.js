// <attention-mixer>: the room in somebody else's page. `cargo xtask dist` puts before this what it
// refers to: wasm_bindgen (the way into the module), STYLES, MODULE (the module's file, beside
// this one) and INTEGRITY (its hash). docs/embedding.md says what authors may rely on.

const NAME = "attention-mixer";

// The link's keys, which the element takes as attributes: docs/links.md and docs/contract.md.
const ROOM = ["tokens", "q", "k", "v", "x", "position", "wq", "wk", "wv", "wo", "heads", "mask"];
const KEYS = [
  "preset", ...ROOM, "scale", "temperature", "focus", "step",
  "view", "hide", "lock", "lang", "theme",
];

// A script of either kind may be asked where it came from, a module only by what it throws.
const here =
  document.currentScript?.src || new Error().stack?.match(/\w+:\/\/[^\s()@]+?\.js(?=[?:\s]|$)/)?.[0] || document.baseURI;
const PAGE = new URL("../", here).href;

let starting;
const start = () => {
  starting ??= fetch(new URL(MODULE, here), { integrity: INTEGRITY, credentials: "omit" })
    .then((response) => (response.ok ? response.arrayBuffer() : Promise.reject(new Error(`${MODULE}: ${response.status}`))))
    .then((bytes) => wasm_bindgen({ module_or_path: bytes }))
    .catch((error) => {
      starting = undefined;
      throw error;
    });
  return starting;
};

// Links as lists of keys and texts. Later ones count.
const parts = (link) =>
  new Map(link.split("#?")[0].split("&").flatMap((part) => {
    const [key, ...text] = part.split("=");
    return key ? [[key, text.length > 0 ? text.join("=") : undefined]] : [];
  }));
const written = (keys) => [...keys].map(([key, text]) => (text === undefined ? key : `${key}=${text}`)).join("&");
/** One link over another. A preset brings numbers of its own. */
const over = (below, above) => {
  const kept = above.has("preset") ? [...below].filter(([key]) => !ROOM.includes(key)) : below;
  return written(new Map([...kept, ...above]));
};

let sheet;
const styles = () => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
  }
  return sheet;
};

// Whether light text stands on something dark in the page around, however it came to do so.
const isDark = (element) => {
  const { color } = getComputedStyle(element);
  const numbers = color.match(/[\d.]+/g)?.map(Number) ?? [];
  const luma = (red, green, blue) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  if (color.startsWith("rgb")) return luma(...numbers) > 127;
  if (/^okl/.test(color)) return numbers[0] > 0.5;
  return /^l/.test(color) ? numbers[0] > 50 : luma(...numbers) > 0.5;
};

/**
 * Keys that the room takes are not for the page around: a book turns its pages by arrows, a notebook
 * has letters for its cells, and one of its kind keeps Enter from fields.
 */
const keepKeys = (event) => {
  const { target, key, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey || ["Tab", "Escape"].includes(key)) return;
  event.stopPropagation();
  if (key === "Enter" && target.matches("[data-field]")) {
    target.blur();
    target.focus();
  }
};

/** A frame, if one comes: what was put in is laid out, and others have had their turn. */
const aTurn = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 50);
  });

class AttentionMixer extends HTMLElement {
  static observedAttributes = KEYS;

  /** Sees which elements come near the window. */
  static #near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) target.#comeAlive();
    },
    { rootMargin: "50%" },
  );
  static #sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) target.#dress();
  });
  static #scheme = matchMedia("(prefers-color-scheme: dark)");

  #root = this.attachShadow({ mode: "open" });
  #fallback = document.createElement("slot");
  #place;
  #room;
  /** What to open on, where that isn't what the attributes say. */
  #state;
  #changed = new Set();
  #follow = () => this.#dress();
  #around = new MutationObserver(this.#follow);

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [styles()];
    this.#root.append(this.#fallback);
    // What was set before the element was known.
    if (Object.hasOwn(this, "state")) {
      const { state } = this;
      delete this.state;
      this.state = state;
    }
  }

  connectedCallback() {
    AttentionMixer.#near.observe(this);
  }

  disconnectedCallback() {
    // An element that is only moved is connected again by then.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  attributeChangedCallback(key) {
    if (!this.#room) return;
    if (this.#changed.size === 0) queueMicrotask(() => this.#followAttributes());
    this.#changed.add(key);
  }

  /** The link to the state, without its `#`. */
  get state() {
    return this.#room?.state ?? this.#state ?? written(this.#attributes());
  }

  set state(link) {
    this.#state = String(link).replace(/^#/, "");
    if (!this.#room) return;
    this.#room.follow(this.#state);
    this.#dress();
  }

  /** The weights, a row a query; none before the element is alive. */
  get weights() {
    return this.#room?.weights;
  }

  /** Opens what a link of the prose says, over what the attributes say. */
  static open(element, link) {
    element.state = over(element.#attributes(), parts(link));
    element.#comeAlive();
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) element.scrollIntoView({ behavior: isCalm ? "auto" : "smooth" });
  }

  async #comeAlive() {
    AttentionMixer.#near.unobserve(this);
    try {
      await start();
      await aTurn();
      if (this.isConnected && !this.#room) await this.#enter();
    } catch (error) {
      // The content between the tags stays.
      this.dispatchEvent(new ErrorEvent("error", { error, message: String(error) }));
    }
  }

  /** Puts the room in the place of the fallback, a piece at a time: the page around goes on between them. */
  async #enter() {
    const place = document.createElement("div");
    place.className = NAME;
    place.lang = "en";
    place.addEventListener("keydown", keepKeys);
    // JupyterLab and Notebook listen before anybody else does.
    this.dataset.lmSuppressShortcuts = "true";
    // Nothing jumps while it grows: laid out as it will be, it takes no room until it is whole.
    const cover = document.createElement("div");
    cover.className = "cover";
    cover.dataset.growing = "true";
    cover.append(place);
    this.#place = place;
    this.#dressAs("auto", "embed");
    this.#room = new wasm_bindgen.Room(place, this.state, PAGE, (state, weights) => {
      const detail = { state, weights };
      this.dispatchEvent(new CustomEvent("attention-change", { detail, bubbles: true, composed: true }));
    });
    const room = this.#room;
    this.#root.append(cover);
    do {
      await aTurn();
      // It may have left meanwhile.
      if (this.#room !== room) return;
    } while (room.build());
    // First what stands under it, then as much room as that takes: either is work for a frame.
    cover.dataset.growing = "whole";
    await aTurn();
    if (this.#room !== room) return;
    delete cover.dataset.growing;
    this.#fallback.remove();
    this.#dress();
    for (const one of [document.documentElement, document.body]) this.#around.observe(one, { attributes: true });
    AttentionMixer.#scheme.addEventListener("change", this.#follow);
    AttentionMixer.#sizes.observe(this);
    this.dataset.ready = "true";
  }

  #leave() {
    AttentionMixer.#near.unobserve(this);
    if (!this.#room) return;
    this.#around.disconnect();
    AttentionMixer.#scheme.removeEventListener("change", this.#follow);
    AttentionMixer.#sizes.unobserve(this);
    // It goes on there if the element comes back.
    this.#state = this.#room.state;
    this.#room.free();
    this.#room = undefined;
    this.#root.replaceChildren(this.#fallback);
    delete this.dataset.ready;
  }

  /** Follows the size and the colours of the page around. */
  #dress() {
    if (this.#room) this.#dressAs(this.#room.theme, this.#room.view);
  }

  #dressAs(theme, view) {
    const size = parseFloat(getComputedStyle(this).fontSize) * (view === "present" ? 1.4 : 1);
    const { style, dataset } = this.#place;
    style.setProperty("--rem", `${size}px`);
    dataset.theme = theme !== "auto" ? theme : isDark(this) ? "dark" : "light";
    dataset.view = view;
  }

  #attributes() {
    const text = (key) => this.getAttribute(key)?.replaceAll("&", "%26");
    return new Map([["view", "embed"], ...KEYS.map((key) => [key, text(key)]).filter(([, given]) => given)]);
  }

  #followAttributes() {
    const [given, changed] = [this.#attributes(), this.#changed];
    this.#changed = new Set();
    // What is gone is as it would be without; another preset brings numbers of its own.
    const isAnew = [...changed].some((key) => key === "preset" || !given.has(key));
    const wanted = new Map([...given].filter(([key]) => changed.has(key)));
    this.state = isAnew ? written(given) : over(parts(this.state), wanted);
  }
}

// Beside another version of itself, the first one serves.
if (!customElements.get(NAME)) {
  customElements.define(NAME, AttentionMixer);
  // Links of the prose: <a data-mixer="id" href="#focus=0">.
  addEventListener("click", (event) => {
    const { target, button, defaultPrevented } = event;
    if (defaultPrevented || button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = target.closest?.("a[data-mixer][href]");
    const element = link && document.getElementById(link.dataset.mixer);
    if (!(element instanceof AttentionMixer)) return;
    event.preventDefault();
    AttentionMixer.open(element, link.hash.slice(1));
  });
}
