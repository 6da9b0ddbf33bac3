/** A module of one function, which multiplies and adds in one instruction: does the engine know it? */
const RELAXED_MULTIPLY_ADD = "AGFzbQEAAAABBgFgAXsBewMCAQAKDQELACAAIAAgAP2FAgs=";

export function hasRelaxedSimd() {
  return WebAssembly.validate(decode(RELAXED_MULTIPLY_ADD));
}

export function decode(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
