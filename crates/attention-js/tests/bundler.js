// A program of somebody else's, made one file by esbuild.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { folder } from "./installed.js";

const path = process.env.ATTENTION_ESBUILD;

/** Why a test with a bundler is skipped: never where nobody would see it. */
export const skip = path || process.env.CI === "true" ? false : "ATTENTION_ESBUILD names no bundler";

let count = 0;

/** The file that a program becomes in a folder in which the package is installed. */
export async function bundle(program, { platform, format }) {
  const { build } = await import(pathToFileURL(path));
  const outfile = join(folder, `bundle-${count++}.${format === "esm" ? "mjs" : "cjs"}`);
  await build({
    stdin: { contents: program, resolveDir: folder },
    bundle: true,
    minify: true,
    logLevel: "error",
    target: "es2022",
    outfile,
    platform,
    format,
  });
  return outfile;
}
