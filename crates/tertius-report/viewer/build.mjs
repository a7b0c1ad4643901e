// Makes dist/ from src/: one script and one style sheet, which the Rust half takes into every page.
import { build } from "esbuild";
import { mkdirSync } from "node:fs";

const folder = process.argv[2] ?? "dist";
mkdirSync(folder, { recursive: true });
// Names that are ours alone, in neither the data nor the browser: they are shortened as names of variables are.
// Events and attributes that are called the same stand in quotes in the sources, and stay as they are.
const ours = [
  "state scene shown net facets facet choices counts element update neighbours pairs pair pairOf actor actorOf ranks lone",
  "nActors nTies gained lost before fate toA toB camera whole theme ink soft paper accent order lines line heart focusNames",
  "radii marks claims widths sizes mixed labels anchor standing always heading pin data opacity xy radius change path zoom tie halo bold move",
  "polygon disc shifted group form draw looks remember pathFrom refresh refocus reveal shot point say arrive same words",
  "covers cost lead stranger mingled drawn ring sheet makeRoom forget steps",
];
const common = { minify: true, target: "es2020", charset: "utf8", logLevel: "warning" };
await build({
  ...common,
  entryPoints: ["src/main.ts"],
  outfile: `${folder}/viewer.js`,
  bundle: true,
  mangleProps: new RegExp(`^(${ours.join(" ").replaceAll(" ", "|")})$`),
  format: "iife",
});
await build({ ...common, entryPoints: ["src/viewer.css"], outfile: `${folder}/viewer.css` });
