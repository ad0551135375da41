import { Filter } from "bad-words";

export async function load() {
  const filter = new Filter();
  return { run: (text) => filter.isProfane(text) };
}
