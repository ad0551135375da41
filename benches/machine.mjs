/** The machine that the figures are of. */
import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";

/** `{ date, cpu, cores, cache, memory, system, node, load }`; what the system does not tell is left out. */
export function machine() {
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0].model,
    cores: cpus().length,
    cache: [2, 3].map((level) => ({ level, size: cacheSize(level) })).filter(({ size }) => size),
    memory: totalmem(),
    system: `${type()} ${release()}`,
    node: process.version,
    load: loadavg()[0],
  };
}

/** As Linux says it, such as "2048K". */
function cacheSize(level) {
  try {
    return readFileSync(`/sys/devices/system/cpu/cpu0/cache/index${level}/size`, "utf8").trim();
  } catch {
    return null;
  }
}
