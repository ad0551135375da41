import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type FrameStatus, isStatusReport, type Status, statusOfTab } from "../../extension/shared/status.ts";

const top = (status: Status): FrameStatus => ({ frame: 1, status, isTop: true, at: 5 });
const inner = (status: Status, at: number): FrameStatus => ({ frame: at, status, isTop: false, at });

describe("the status of a tab", () => {
  test("is that of its top frame, whatever its other frames remember", () => {
    assert.equal(statusOfTab([inner("checked", 9), top("private")]), "private");
    assert.equal(statusOfTab([top("none"), inner("failed", 9)]), "none");
  });

  test("is that of the frame that was entered last, where the focus is in a frame", () => {
    assert.equal(statusOfTab([top("frame"), inner("private", 7), inner("checked", 9), inner("none", 11)]), "checked");
  });

  test("is closed off where no frame answers for the focus", () => {
    assert.equal(statusOfTab([top("frame"), inner("none", 9)]), "frame");
  });

  test("is unknown where the top frame says nothing", () => {
    assert.equal(statusOfTab([]), null);
    assert.equal(statusOfTab([inner("checked", 9)]), null);
  });

  test("comes in no other words than these", () => {
    assert.ok(isStatusReport({ status: "checked" }));
    for (const other of [null, "checked", { status: "what was written" }, {}]) assert.ok(!isStatusReport(other));
  });
});
