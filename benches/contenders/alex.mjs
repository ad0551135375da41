import { markdown } from "alex";

export async function load() {
  return { run: (text) => markdown(text).messages };
}
