/**
 * The background: a service worker in Chromium, an event page in Firefox.
 *
 * Every listener is registered while this file first runs, so that a stopped worker is woken by what it listens to.
 */
import { dropRefusedHosts, registerAddedSites } from "../shared/added-sites.ts";
import { COMMANDS, type Notice, type Question } from "../shared/protocol.ts";
import { onSettingsChanged, readSettings, saveSettings } from "../shared/settings.ts";
import { isStatusReport, STATUS_PORT } from "../shared/status.ts";
import { answer, bio, policyFile, state } from "./answer.ts";
import { forgetBiosWhenAsked, noteBio, noteBioByHand } from "./bio-seen.ts";
import { reconfigure } from "./engine.ts";
import { showPaused, showStatus, showUnsaved } from "./icon.ts";
import { isQuestion, isRequest } from "./request.ts";

chrome.runtime.onConnect.addListener((port) => {
  if (port.name === STATUS_PORT) {
    hearStatus(port);
    return;
  }
  port.onMessage.addListener(async (message: unknown) => {
    if (!isRequest(message)) return;
    const reply = await answer(message);
    try {
      port.postMessage(reply);
    } catch {
      // The frame closed its end while its text was being scanned: nobody waits for this answer.
    }
    await noteBio(message, reply, port.sender);
  });
});

chrome.runtime.onMessage.addListener((message: unknown, _sender, respond) => {
  if (!isQuestion(message)) return false;
  reply(message).then(respond, (error) => respond({ error: error instanceof Error ? error.message : String(error) }));
  return true;
});

/** A frame has one thing to say, and hears that it was heard by the end of the Port. */
function hearStatus(port: chrome.runtime.Port): void {
  port.onMessage.addListener((message: unknown) => {
    if (isStatusReport(message)) void showStatus(message.status, port.sender ?? {});
    port.disconnect();
  });
}

async function reply(question: Question): Promise<unknown> {
  if (question.ask === "policy-file") return policyFile(question.file);
  if (question.ask === "state") return state();
  const found = await bio(question.text);
  if (question.text.trim() !== "" && !question.isPrivate) await noteBioByHand(found);
  return found;
}

forgetBiosWhenAsked();

onSettingsChanged(async (settings) => {
  await showPaused(settings.paused);
  await reconfigure(settings);
  await tellActiveTabs({ notice: "settings-changed" }, {});
});

// The icon forgets what it showed when the browser or the extension starts anew.
for (const started of [chrome.runtime.onStartup, chrome.runtime.onInstalled]) {
  started.addListener(async () => showPaused((await readSettings()).paused));
}

// Firefox for Android has no commands.
chrome.commands?.onCommand.addListener((command) => {
  if (command === "pause") {
    readSettings()
      .then(({ paused }) => saveSettings({ paused: !paused }))
      .catch(showUnsaved);
  }
  const asked = COMMANDS.find((known) => known === command);
  if (asked) void tellActiveTabs({ notice: "command", command: asked }, { lastFocusedWindow: true });
});

/** Tells every frame of the active tabs; only one whose composer has focus acts on it. */
async function tellActiveTabs(notice: Notice, where: chrome.tabs.QueryInfo): Promise<void> {
  const tabs = await chrome.tabs.query({ ...where, active: true });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      try {
        await chrome.tabs.sendMessage(id, notice);
      } catch {
        // A tab without our content script has nobody to tell.
      }
    }),
  );
}

// What was registered for added sites is gone after an update, and may be after a start.
chrome.runtime.onInstalled.addListener(() => void registerAddedSites());
chrome.runtime.onStartup.addListener(() => void registerAddedSites());
chrome.permissions.onRemoved.addListener(() => void dropRefusedHosts());
