/** The part of the options page that adds sites to those in the manifest, and takes them away again. */
import { isBuiltIn } from "../content/site.ts";
import { addedHosts, addHost, hostFrom, removeHost } from "../shared/added-sites.ts";
import { part, say } from "../shared/parts.ts";

const typed = part("site", HTMLInputElement);
const list = part("sites", HTMLUListElement);

/** The hosts on the list: asking the storage first would cost the click that browsers ask people on. */
let hosts: readonly string[] = [];

async function show(): Promise<void> {
  hosts = await addedHosts();
  list.replaceChildren(...hosts.map(entry));
}

function entry(host: string): HTMLLIElement {
  const item = document.createElement("li");
  const remove = document.createElement("button");
  remove.type = "button";
  remove.textContent = "Remove";
  remove.setAttribute("aria-label", `Remove ${host}`);
  remove.addEventListener("click", async () => {
    await removeHost(host);
    await show();
    typed.focus();
    tell(`Removed. Forepost no longer runs on ${host}.`);
  });
  item.append(`${host} `, remove);
  return item;
}

function tell(outcome: string, problem = ""): void {
  say("site-added", outcome);
  say("site-problem", problem);
  typed.setAttribute("aria-invalid", String(problem !== ""));
}

async function add(): Promise<void> {
  const host = hostFrom(typed.value);
  if (isBuiltIn(new URL(`https://${host}/`))) throw new Error(`Forepost runs on ${host} already.`);
  if (hosts.includes(host)) throw new Error(`${host} is on the list already.`);
  if (!(await addHost(host))) throw new Error(`Your browser was not allowed to let Forepost run on ${host}.`);
  typed.value = "";
  await show();
  tell(`Added. Forepost runs on ${host} from the next page that you open there.`);
}

part("add-site", HTMLFormElement).addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    await add();
  } catch (error) {
    tell("", error instanceof Error ? error.message : String(error));
  }
});
await show();
