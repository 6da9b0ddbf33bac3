// What every element says after Bob's first query was moved through these numbers: its attributes,
// its own text, its value.
const [numbers] = arguments;
const slider = document.querySelector('input[type=range][data-vector=q][data-token="2"][data-component="0"]');
const ownText = (element) =>
  [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join("");
const describe = (element) => {
  const attributes = [...element.attributes].map(({ name, value }) => `${name}="${value}"`).sort();
  const value = element.localName === "input" ? ` → ${element.value}` : "";
  return `<${[element.localName, ...attributes].join(" ")}>${ownText(element)}${value}`;
};
(async () => {
  for (const number of numbers) {
    slider.value = number;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  }
  done([...document.body.querySelectorAll(":not(script, noscript, noscript *)")].map(describe));
})();
