// Bob's first query, moved once a frame: milliseconds from each event to the end of its frame's work.
const [numbers, warmUp] = arguments;
const slider = document.querySelector('input[type=range][data-vector=q][data-token="2"][data-component="0"]');
const { port1, port2 } = new MessageChannel();
// Told of a new size after the frame's layout and before its paint: the message must come later.
const probe = document.body.appendChild(document.createElement("div"));
probe.style.position = "absolute";
let laidOut = false;
const observer = new ResizeObserver(() => (laidOut = true));
observer.observe(probe);

const times = [];
let at = 0;
const next = () =>
  requestAnimationFrame(() => {
    laidOut = false;
    // Only while warming up: the frames that count are the page's alone.
    if (at < warmUp) probe.style.width = `${at + 1}px`;
    else if (at === warmUp) probe.remove();
    const start = performance.now();
    slider.value = numbers[at];
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    port1.onmessage = () => {
      const time = performance.now() - start;
      if (at < warmUp && !laidOut) return done([]);
      if (at >= warmUp) times.push(time);
      at += 1;
      if (at < numbers.length) next();
      else done(times);
    };
    port2.postMessage(null);
  });
next();
