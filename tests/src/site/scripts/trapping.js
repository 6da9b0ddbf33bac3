// Where the module traps as it starts: until the page begins again, or, with this focus in
// the link, at every visit.
const [visit] = performance.getEntriesByType("navigation");
if (visit?.type !== "reload" || location.hash.includes("focus=1")) {
  const trap = () => Promise.reject(new WebAssembly.RuntimeError("Out of bounds memory access"));
  WebAssembly.instantiate = trap;
  WebAssembly.instantiateStreaming = trap;
}
