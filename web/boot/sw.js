// The page without a network, after a first visit. `cargo xtask dist` puts before this what it
// refers to: BUILD, and the files of that build, FIRST (the first view's), LATER (the workshop's)
// and USED (kept once they were used), whose names say what is in them.
//
// The page itself comes from the network wherever there is one, so none is ever stale; what is kept
// is one build's page with that build's files, so none is ever mixed.

const OURS = `attention-mixer ${registration.scope} `;
const CACHE = OURS + BUILD;
const FILES = [...FIRST, ...LATER, ...USED];
const within = (name) => new URL(name, registration.scope).href;

const keepPage = async () => {
  const page = await fetch(within("./"), { cache: "no-cache" });
  const text = await page.clone().text();
  // A page of another build names other files: its own worker is on the way.
  if (!page.ok || !FIRST.every((name) => text.includes(name))) throw new Error("not this build's page");
  const cache = await caches.open(CACHE);
  await cache.addAll(FIRST.map(within));
  await cache.put(within("./"), page);
};
const keepLater = async () => {
  const cache = await caches.open(CACHE);
  for (const name of LATER) if (!(await cache.match(within(name)))) await cache.add(within(name));
};

// A page of the build before may still be open, and open its workshop.
const dropOld = async () => {
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  for (const name of ours.slice(0, -1)) await caches.delete(name);
};

const newestPage = async (request) => {
  let answer;
  try {
    answer = await fetch(request);
  } catch {
    // No network.
  }
  if (answer && answer.status < 500) return answer;
  const cache = await caches.open(CACHE);
  return (await cache.match(within("./"))) ?? answer ?? Response.error();
};
const file = async (request, name) => {
  const kept = await caches.match(within(name));
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(CACHE)).put(within(name), answer.clone());
  return answer;
};

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(keepPage());
});
addEventListener("activate", (event) => event.waitUntil(dropOld()));
addEventListener("message", (event) => event.waitUntil(keepLater()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const [address] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !address.startsWith(registration.scope)) return;
  const name = address.slice(registration.scope.length);
  if (name === "" || name === "index.html") event.respondWith(newestPage(request));
  else if (FILES.includes(name)) event.respondWith(file(request, name));
});
