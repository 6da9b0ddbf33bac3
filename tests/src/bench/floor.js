// All of a page that costs as little as it can: on a slider's event it sets the attributes, texts
// and properties that change, and nothing else. What they become stands ready in `plan`.
{
  const elements = document.body.querySelectorAll(":not(script)");
  const texts = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  const writes = plan.places.map(([at, kind, name]) => {
    const element = elements[at];
    if (kind === "attribute") return (text) => (text === null ? element.removeAttribute(name) : element.setAttribute(name, text));
    if (kind === "value") return (text) => (element.value = text);
    const node = texts(element)[name];
    return (text) => (node.data = text);
  });
  const shown = [];
  document.addEventListener("input", ({ target }) => {
    plan.texts[target.value].forEach((text, at) => {
      if (shown[at] !== text) writes[at]((shown[at] = text));
    });
  });
}
