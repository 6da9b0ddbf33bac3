// Notes what goes wrong from the page's first moment on.
window.complaints = [];
{
  const note = (kind, what) => complaints.push(`${kind}: ${what?.stack ?? what}`);
  addEventListener("error", (event) => note("error", event.error ?? event.target?.outerHTML ?? event.message), true);
  addEventListener("unhandledrejection", (event) => note("rejection", event.reason));
  addEventListener("securitypolicyviolation", (event) => note("policy", `${event.violatedDirective} ${event.blockedURI}`));
  for (const kind of ["error", "warn"]) {
    const print = console[kind];
    console[kind] = (...what) => {
      note(kind, what.join(" "));
      print.apply(console, what);
    };
  }
}
// A trap, as a module's failed assertion is one: (module (func (export "trap") unreachable)).
window.trap = () => {
  const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11];
  new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.trap();
};
addEventListener("trap", () => setTimeout(trap));
