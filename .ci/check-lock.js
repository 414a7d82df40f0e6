// A lock file written on one platform can lack the binaries of another: npm ci then fails on a fresh machine there.
import { readFileSync } from "node:fs";

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const nameOf = (path) => path.split("node_modules/").pop();
const locked = new Set(Object.keys(packages).map(nameOf));
const faults = [];
for (const [path, entry] of Object.entries(packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (!locked.has(name)) faults.push(`${nameOf(path) || "the project"} wants ${name}, which is not in the lock file`);
  }
  if (/^https?:/.test(entry.resolved ?? "")) faults.push(`${nameOf(path)} is locked to a download address`);
}
for (const fault of faults) console.error(fault);
console.log(`${locked.size} packages locked, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
