// Answers with exit status 0 when node_modules holds exactly what package-lock.json says.
import { readFileSync } from "node:fs";

/** The packages of a lock file, by folder; none when the file is not there. */
function packages(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return {};
  }
}

const wanted = packages("package-lock.json");
const present = packages("node_modules/.package-lock.json");
// Optional packages are those of other machines; the project's own entry has no name.
const differs = ([folder, { version, optional }]) =>
  folder !== "" && !(optional && !present[folder]) && present[folder]?.version !== version;
process.exit(Object.entries(wanted).some(differs) ? 1 : 0);
