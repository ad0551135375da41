import leo from "leo-profanity";

export async function load() {
  return { run: (text) => leo.check(text) };
}
