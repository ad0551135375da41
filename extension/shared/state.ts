import type { Explanation, PolicyName, Question, State } from "./protocol.ts";

/** Asks the background what there is to choose from, and waking it takes a moment. */
export async function askState(): Promise<State> {
  const question: Question = { ask: "state" };
  const answer: State | { error: string } = await chrome.runtime.sendMessage(question);
  if ("error" in answer) throw new Error(answer.error);
  return answer;
}

/** Asks the background how a policy file calls its policy; rejects with the line and the reason when it cannot be used. */
export async function askPolicyFile(file: string): Promise<PolicyName> {
  const question: Question = { ask: "policy-file", file };
  const answer: PolicyName | { error: string } = await chrome.runtime.sendMessage(question);
  if ("error" in answer) throw new Error(answer.error);
  return answer;
}

/** Asks the background what there is to say about a bio. */
export async function askBio(text: string, isPrivate: boolean): Promise<Explanation[]> {
  const question: Question = { ask: "bio", text, isPrivate };
  const answer: Explanation[] | { error: string } = await chrome.runtime.sendMessage(question);
  if ("error" in answer) throw new Error(answer.error);
  return answer;
}

/** A day or a month of the policies, such as "2023-05-18" or "2024-06", in words; null when it is neither. */
export function inWords(date: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
  if (!year || !month) return null;
  const when = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const form: Intl.DateTimeFormatOptions = { year: "numeric", month: "long", timeZone: "UTC" };
  return when.toLocaleDateString("en-GB", day ? { ...form, day: "numeric" } : form);
}

/** Which edition of a document was read: its version and date, as far as it states them. */
export function editionOf({ title, version, approved }: PolicyName): string {
  const stated = [/\d/.test(version) ? `version ${version}` : null, inWords(approved)].filter((part) => part !== null);
  return [title, ...stated].join(", ");
}

/** Says that a policy is past its own review date, or null when it is not or names none. */
export function reviewNote({ reviewDue }: PolicyName, today: Date): string | null {
  if (!reviewDue || today.toISOString().slice(0, reviewDue.length) <= reviewDue) return null;
  return `This document was due for review in ${inWords(reviewDue)}. Your Trust may have a newer one.`;
}

/** Keys of ours, and what they do. */
export interface Keys {
  readonly keys: string;
  readonly does: string;
}

/** The keys that the person or the browser gave to the commands; browsers for telephones have none. */
export async function commandKeys(): Promise<Keys[]> {
  const commands = (await chrome.commands?.getAll()) ?? [];
  return commands.flatMap(({ shortcut, description }) => {
    if (!shortcut || !description) return [];
    return [{ keys: shortcut.replace("Period", "full stop").replace("Comma", "comma"), does: description }];
  });
}
