// The page inside another's: it tells the other its height, and lets it read and set the state.
// docs/embedding.md says what is sent and what is answered; only the window that holds the frame
// is listened to.
(() => {
  if (parent === window) return;
  const root = document.documentElement;
  const VERSION = 1;
  const LONGEST_LINK = 1 << 20;
  const say = (message, origin = "*") => parent.postMessage({ "attention-mixer": VERSION, ...message }, origin);

  // WordPress gives its frame a secret and expects it back. The page's own address, or its reload,
  // would lose it; the frame's name stays.
  const MARK = "attention-mixer-secret:";
  const [, given] = location.hash.match(/#\?(?:.*&)?secret=([^&]+)/) ?? [];
  if (given) window.name = MARK + given;
  const secret = window.name.startsWith(MARK) ? window.name.slice(MARK.length) : undefined;

  let told = 0;
  const tellHeight = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().bottom + scrollY);
    if (height === told) return;
    told = height;
    say({ height });
    parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
    parent.postMessage(JSON.stringify({ src: location.href, context: "iframe.resize", height }), "*");
    if (secret) parent.postMessage({ message: "height", value: height, secret }, "*");
  };
  new ResizeObserver(tellHeight).observe(document.body);

  const isAlive = () => root.dataset.ready === "true";
  const refused = () =>
    [...document.querySelectorAll("#app [role=alert] li")].map((sentence) => sentence.textContent);
  const set = (link) => {
    const address = `#${link}`;
    if (!isAlive()) return location.replace(address);
    // As one who pastes the link, but without a step in the history of the page around.
    try {
      history.replaceState(null, "", address);
    } catch {
      // Too often for this browser: the page writes it there later.
    }
    dispatchEvent(new HashChangeEvent("hashchange", { newURL: new URL(address, location.href).href }));
  };

  let alive = isAlive();
  const waiting = [];
  let subscriber;
  const answer = ({ data, origin }) => {
    const back = origin === "null" ? "*" : origin;
    const reply = (message) => say("id" in data ? { id: data.id, ...message } : message, back);
    if (data["attention-mixer"] !== VERSION) return reply({ refused: ["unknown-version"] });
    if (typeof data.set === "string") {
      if (data.set.length > LONGEST_LINK) return reply({ refused: ["too-long"] });
      if (!data.set.includes("=")) return reply({ refused: ["not-a-link"] });
      set(data.set);
      // What can't be taken is said on the page once it has been looked at.
      return setTimeout(() => reply({ state: root.dataset.state, refused: refused() }));
    }
    if (data.get === "state") return reply({ state: root.dataset.state });
    if (data.subscribe === true) {
      subscriber = back;
      return reply({ state: root.dataset.state });
    }
    reply({ refused: ["unknown-request"] });
  };
  addEventListener("message", (event) => {
    const { source, data } = event;
    if (source !== parent || typeof data !== "object" || data === null) return;
    if (!Object.hasOwn(data, "attention-mixer")) return;
    if (alive) answer(event);
    else waiting.push(event);
  });
  let state;
  new MutationObserver(() => {
    if (!alive && isAlive()) {
      alive = true;
      say({ ready: true });
      for (const event of waiting.splice(0)) answer(event);
    }
    if (root.dataset.state !== state) {
      state = root.dataset.state;
      if (subscriber && alive) say({ state }, subscriber);
    }
  }).observe(root, { attributes: true, attributeFilter: ["data-ready", "data-state"] });
  if (alive) say({ ready: true });
})();
