import { profanity } from "@2toad/profanity";

export async function load() {
  return { run: (text) => profanity.exists(text) };
}
