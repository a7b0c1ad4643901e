// Makes dist/ from src/: one script and one style sheet, which the Rust half takes into every page.
import { build } from "esbuild";
import { mkdirSync } from "node:fs";

const folder = process.argv[2] ?? "dist";
mkdirSync(folder, { recursive: true });
const common = { minify: true, target: "es2020", charset: "utf8", logLevel: "warning" };
await build({
  ...common,
  entryPoints: ["src/main.ts"],
  outfile: `${folder}/viewer.js`,
  bundle: true,
  format: "iife",
});
await build({ ...common, entryPoints: ["src/viewer.css"], outfile: `${folder}/viewer.css` });
