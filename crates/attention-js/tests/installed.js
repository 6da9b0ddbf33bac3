// The package as somebody else has it: packed by npm, installed in a folder of its own, imported by name.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const source = resolve(process.env.ATTENTION_NPM ?? new URL("../../../dist/npm", import.meta.url).pathname);
export const folder = mkdtempSync(join(tmpdir(), "attention-mixer-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const npm = (...args) => execFileSync("npm", [...args, "--loglevel=error"], { cwd: folder, shell: process.platform === "win32" });
npm("pack", source, "--pack-destination", folder);
const archive = readdirSync(folder).find((name) => name.endsWith(".tgz"));
writeFileSync(join(folder, "package.json"), '{"name": "host", "version": "1.0.0", "type": "module", "private": true}');
npm("install", `./${archive}`, "--offline", "--no-audit", "--no-fund");
writeFileSync(join(folder, "host.js"), 'export * from "attention-mixer";\nexport { default } from "attention-mixer";\n');

/** What `import … from "attention-mixer"` gives there. */
export const mixer = await import(pathToFileURL(join(folder, "host.js")));
