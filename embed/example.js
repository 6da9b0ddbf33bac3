// What a post may do with the element, and with the frame, in its own script.
document.getElementById("mixer").addEventListener("attention-change", ({ detail }) => {
  const focus = Number(new URLSearchParams(detail.state).get("focus"));
  const percent = detail.weights[focus].map((weight) => `${Math.round(weight * 100)} %`);
  document.getElementById("weights").textContent = percent.join(", ");
});
addEventListener("message", ({ source, data }) => {
  const frame = document.querySelector("iframe");
  if (source === frame.contentWindow && data["attention-mixer"] === 1 && data.height) {
    frame.style.height = `${data.height}px`;
  }
});
