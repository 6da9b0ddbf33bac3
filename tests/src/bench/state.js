// What every element of the page says after Bob's first query was moved to a number: its attributes
// and its own text.
const [number] = arguments;
const slider = document.querySelector('input[type=range][data-vector=q][data-token="2"][data-component="0"]');
slider.value = number;
slider.dispatchEvent(new Event("input", { bubbles: true }));
const ownText = (element) =>
  [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join("");
const describe = (element) => {
  const attributes = [...element.attributes].map(({ name, value }) => `${name}="${value}"`).sort();
  const value = element.matches("input") ? ` → ${element.value}` : "";
  return `<${[element.localName, ...attributes].join(" ")}>${ownText(element)}${value}`;
};
requestAnimationFrame(() => setTimeout(() => done([...document.querySelectorAll("main *")].map(describe))));
