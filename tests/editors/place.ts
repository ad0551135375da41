import "./page.css";
import "./fixture.ts";
import type { Mount, Mounted } from "../../www/editors/mounted.ts";

/** The placeholder must never be read as text. */
const WORDING = { label: "Post", placeholder: "What is happening?" };

/**
 * Where on the page the editor stands: `?in=` of the address. In a shadow tree Draft.js throws and Quill loses the
 * caret, by themselves; the others work.
 */
const PLACES: Record<string, (mount: Mount) => void> = {
  page: (mount) => offer(mount(column(document.body), WORDING)),
  "open-shadow": (mount) => offer(mount(shadowColumn("open"), WORDING)),
  "closed-shadow": (mount) => offer(mount(shadowColumn("closed"), WORDING)),
  dialog: (mount) => offer(mount(dialogColumn(), WORDING)),
  iframe: () => frame(),
};

/** Mounts an editor where the address asks for it, and offers it to the tests as `window.fixture`. */
export function place(mount: Mount): void {
  const name = new URLSearchParams(location.search).get("in") ?? "page";
  const put = PLACES[name];
  if (!put) throw new Error(`?in=${name}: there is no such place, only ${Object.keys(PLACES).join(", ")}`);
  put(mount);
}

function offer(mounted: Mounted): void {
  window.fixture = {
    model: () => mounted.model(),
    html: () => mounted.root.outerHTML,
    write: (text) => mounted.write(text),
    undo: () => mounted.undo(),
    focus: () => mounted.focus(),
  };
}

function column(parent: Node): HTMLElement {
  const element = document.createElement("main");
  parent.appendChild(element);
  return element;
}

function shadowColumn(mode: ShadowRootMode): HTMLElement {
  const host = document.createElement("div");
  host.id = "host";
  document.body.appendChild(host);
  const shadow = host.attachShadow({ mode });
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"]')) shadow.appendChild(sheet.cloneNode());
  return column(shadow);
}

function dialogColumn(): HTMLElement {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-label", "New post");
  document.body.appendChild(dialog);
  dialog.showModal();
  return column(dialog);
}

/** The same page once more in a frame; `window.fixture` of the outer page reaches in. */
function frame(): void {
  const element = document.createElement("iframe");
  element.title = "Composer in a frame";
  element.src = location.pathname;
  element.addEventListener("load", () => {
    const inner = element.contentWindow?.fixture;
    if (!inner) throw new Error(`${element.src} offers no fixture`);
    window.fixture = {
      model: () => inner.model(),
      html: () => inner.html(),
      write: (text) => inner.write(text),
      undo: () => inner.undo(),
      focus: () => {
        element.focus();
        inner.focus();
      },
    };
  });
  document.body.appendChild(element);
}
