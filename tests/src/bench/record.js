// What a slider changes: moves Bob's first query through these numbers, and notes after each what
// every element's attributes, texts and value have become. Comes to the page as it stands, without
// its scripts, and a plan: the places that change, and for each number what stands there.
const [numbers] = arguments;
const slider = document.querySelector('input[type=range][data-vector=q][data-token="2"][data-component="0"]');
const texts = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
const elements = () => [...document.body.querySelectorAll(":not(script, noscript, noscript *)")];

// A place is an element's number, and an attribute's name, a text's number, or the value.
const read = () => {
  const places = new Map();
  elements().forEach((element, at) => {
    for (const { name, value } of element.attributes) places.set(`${at} attribute ${name}`, value);
    texts(element).forEach(({ data }, text) => places.set(`${at} text ${text}`, data));
    if (element.localName === "input") places.set(`${at} value`, element.value);
  });
  return places;
};
const move = async (number) => {
  slider.value = number;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  // Two frames: one that draws what the event has changed, one for what waits until then.
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  return read();
};
// Parsed back, two texts side by side would be one: a comment keeps them apart.
const html = () => {
  const root = document.documentElement.cloneNode(true);
  root.querySelectorAll("script, noscript, link[rel*=preload]").forEach((element) => element.remove());
  // What stands in a field of text would be read as its text.
  root.querySelectorAll("textarea").forEach((element) => element.replaceChildren());
  for (const element of root.querySelectorAll("body *")) {
    texts(element).filter((text) => text.nextSibling?.nodeType === Node.TEXT_NODE).forEach((text) => text.after(document.createComment("")));
  }
  return root.outerHTML;
};

(async () => {
  // The first event may change more than numbers: a sentence that comes, a button that goes.
  await move(numbers.at(-1));
  const page = html();
  // Copying it may have taken so long that numbers came to rest: then everything is told of the next movement.
  await move(numbers.at(-2));
  const isMoving = () => document.documentElement.dataset.moving;
  const moving = isMoving();
  const states = [];
  let rested = false;
  for (const number of numbers) {
    states.push(await move(number));
    rested ||= isMoving() !== moving;
  }
  const places = [...new Set(states.flatMap((state) => [...state.keys()]))];
  const changing = places.filter((place) => states.some((state) => state.get(place) !== states[0].get(place)));
  const vanishing = changing.filter((place) => !place.includes("attribute") && states.some((state) => !state.has(place)));
  const plan = { places: changing.map((place) => place.split(" ")), texts: {} };
  // An attribute that is not there stands as null.
  numbers.forEach((number, at) => (plan.texts[number] = changing.map((place) => states[at].get(place) ?? null)));
  done({ page, plan, vanishing, rested });
})();
