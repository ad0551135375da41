import { element } from "../extension/content/element.ts";
import type { PolicyName } from "../extension/shared/protocol.ts";
import type { WasmScanner } from "../extension/shared/wasm.ts";
import { byId } from "./page.ts";

/** Lets the person choose whose policy is in force; calls back after each change. */
export function offerPolicies(wasm: WasmScanner, changed: () => void): void {
  const select = byId("policy") as HTMLSelectElement;
  const policies = wasm.policies();
  select.append(...policies.map(({ id, name }) => element("option", { value: id }, name)));
  select.addEventListener("change", () => {
    wasm.configure(select.value === "" ? null : select.value);
    const chosen = policies.find(({ id }) => id === select.value);
    byId("policy-note").textContent = chosen ? about(chosen) : "";
    changed();
  });
  byId("policy-choice").hidden = false;
}

function about({ title, version, approved, reviewDue }: PolicyName): string {
  const review = reviewDue ? ` It says that it should be reviewed by ${written(reviewDue)}.` : "";
  return `${title}, version ${version}, approved ${written(approved)}.${review}`;
}

/** "2024-06" as June 2024, "2023-05-18" as 18 May 2023, anything else as it is. */
function written(date: string): string {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(date)) return date;
  const day: Intl.DateTimeFormatOptions = date.length > 7 ? { day: "numeric" } : {};
  return new Date(date).toLocaleDateString("en-GB", { ...day, month: "long", year: "numeric", timeZone: "UTC" });
}
