/** Hashtags of several words without capitals: taken apart where that is certain, and left alone otherwise. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { partsOf, unreadable } from "../../extension/content/corporate/hashtags.ts";

const better = (text: string) => unreadable(text).map(({ better }) => better);

test("what is several words for certain is written with a capital for each", () => {
  assert.deepEqual(better("Join us! #ambulanceservice #mentalhealthawarenessweek"), [
    "#AmbulanceService",
    "#MentalHealthAwarenessWeek",
  ]);
  assert.deepEqual(better("#THANKYOUNHS and #Teamworkday2026, #worldsepsisday."), [
    "#ThankYouNHS",
    "#TeamworkDay2026",
    "#WorldSepsisDay",
  ]);
});

test("what can be read already, is one word, or may be something else is left alone", () => {
  for (const text of [
    "#AmbulanceService #MentalHealth",
    "#ambulance #defibrillator #healthcare #teamwork #together #workforce",
    "#emazing #zzzservice #glastonbury #xmasjumper",
    "https://example.org/#ambulanceservice and mail#ambulanceservice",
    "ambulanceservice",
    "#day",
    "#ambulance_service",
  ]) {
    assert.deepEqual(unreadable(text), [], text);
  }
});

test("where two readings are as good, none is taken", () => {
  assert.deepEqual(partsOf("ambulanceservice"), ["ambulance", "service"]);
  assert.equal(partsOf("nowherestart"), null);
});

test("the work stays small, however odd the text", () => {
  const start = performance.now();
  unreadable(`#${"be".repeat(20)} `.repeat(2_000));
  unreadable("#".repeat(50_000));
  assert.ok(performance.now() - start < 1_000);
});
