// What is left of the package once the module has fallen.
import assert from "node:assert/strict";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { folder } from "./installed.js";

/** The package's own code over a module that does as it is told. */
const module = `
const call = () => { throw globalThis.fallen; };
export { call as attend, call as attendHeads, call as project, call as gradient };
export class FlatAttention {
  q() { return 0; }
  k() { return 0; }
  v() { return 0; }
  output() { return 0; }
  run() { throw globalThis.fallen; }
  free() { throw globalThis.fallen; }
}
`;

let count = 0;

async function over() {
  const place = join(folder, `fallen-${count++}`);
  cpSync(join(folder, "node_modules/attention-mixer"), place, { recursive: true });
  writeFileSync(join(place, "attention.js"), module);
  const api = await import(pathToFileURL(join(place, "api.js")));
  api.begin({ memory: new WebAssembly.Memory({ initial: 1 }) });
  return api;
}

const fallen = [new WebAssembly.RuntimeError("unreachable"), new RangeError("Maximum call stack size exceeded"), "a string"];

for (const thrown of fallen) {
  test(`${thrown} is told as what it is, then and ever after`, async () => {
    const { Attention, attend, attendHeads, gradient, project } = await over();
    const attention = new Attention({ tokens: 1, d: 1 });
    const other = new Attention({ tokens: 1, d: 1 });
    const stopped = (call) =>
      assert.throws(call, (error) => {
        assert.ok(error instanceof Error);
        assert.equal(error.code, "stopped");
        assert.match(error.message, /has stopped/);
        assert.equal(error.cause, thrown);
        return true;
      });
    globalThis.fallen = thrown;
    stopped(() => attention.run());
    globalThis.fallen = undefined;
    for (const call of [attend, attendHeads, project, gradient]) stopped(() => call({}));
    stopped(() => other.run());
    stopped(() => attention.output);
    stopped(() => new Attention({ tokens: 1, d: 1 }));
    attention.free();
  });
}

test("a refusal stops nothing", async () => {
  const { attend } = await over();
  globalThis.fallen = Object.assign(new Error("no"), { code: "no_tokens" });
  for (let call = 0; call < 2; call++) assert.throws(() => attend({}), { code: "no_tokens" });
});
