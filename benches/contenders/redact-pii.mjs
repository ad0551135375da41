import { SyncRedactor } from "redact-pii";

export async function load() {
  const redactor = new SyncRedactor();
  return { run: (text) => redactor.redact(text) };
}
