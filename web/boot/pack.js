// Links of many numbers, packed: `z=` is readable keys and their values, deflated (RFC 1951), in
// base64url. What is unpacked takes the place of `z=` in the address, where the page reads it as
// ever; what can't be unpacked leaves an empty `z=`, which the page tells of.
(() => {
  const LONGEST = 1 << 20;
  const through = (bytes, stream) => new Blob([bytes]).stream().pipeThrough(stream);

  window.packLink = async (link) => {
    const packed = through(link, new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
    const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    return `z=${text.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")}`;
  };

  const unpacked = async (packed) => {
    const text = atob(packed.replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(text, (one) => one.charCodeAt(0));
    const reader = through(bytes, new DecompressionStream("deflate-raw")).getReader();
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let link = "";
    for (;;) {
      const { done, value } = await reader.read();
      link += decoder.decode(value, { stream: !done });
      if (done) break;
      if (link.length > LONGEST) throw new Error("too long");
    }
    // What is packed twice is nobody's link.
    if (/(^|&)z=/.test(link) || !link.includes("=")) throw new Error("no link");
    return link;
  };

  window.unpackLink = async (address) => {
    const fragment = address.slice(address.indexOf("#") + 1);
    const [packed] = fragment.match(/(?<=(^|&)z=)[^&]+/) ?? [];
    const link = await unpacked(packed).catch(() => "z=");
    const shown = () => document.documentElement.classList.remove("unpacking");
    addEventListener("hashchange", () => requestAnimationFrame(shown), { once: true });
    location.replace(`#${fragment.replace(`z=${packed}`, () => link)}`);
  };
})();
