import type { Memory, Scanner } from "../shared/protocol.ts";
import { Acting } from "./actions.ts";
import { Announcer } from "./announce.ts";
import { Checks } from "./checks.ts";
import type { Composer } from "./composer.ts";
import { editBetween, shift } from "./edit.ts";
import { Explainer } from "./explainer.ts";
import type { Marked } from "./finding.ts";
import { Guide } from "./guide.ts";
import { Ignoring } from "./ignoring.ts";
import type { Kept } from "./kept.ts";
import { Layer } from "./layer.ts";
import { type Happenings, listen } from "./listen.ts";
import { Lookout } from "./lookout.ts";
import { Marker } from "./mark.ts";
import type { Note, PanelFooter } from "./note.ts";
import { Overview } from "./overview.ts";
import { read } from "./read.ts";
import { Replacer } from "./replace.ts";
import type { About } from "./report.ts";
import { addressOf } from "./site.ts";
import { drawn, strokesFor } from "./strokes.ts";
import { surfaceOf } from "./surface.ts";
import { NOTHING_READ, Thread } from "./thread.ts";
import { Writer } from "./writer.ts";

/** What a session works with. */
export interface SessionParts {
  readonly scanner: Scanner;
  /** Null where nothing can be ignored for good. */
  readonly memory: Memory | null;
  readonly kept: Kept;
  /** What a report says of the extension. */
  readonly about: () => Promise<About>;
  /** Called once, however the session ends. */
  readonly ended: () => void;
  /** Called when it ends because the page takes everything of ours away. */
  readonly refused: () => void;
}

/** The time that one composer has the focus. When it ends, everything that it made or knew goes with it. */
export class Session {
  readonly composer: Composer;
  readonly #ended: () => void;
  readonly #abort = new AbortController();
  readonly #thread: Thread;
  readonly #layer: Layer;
  readonly #marker: Marker;
  readonly #announcer: Announcer;
  readonly #guide: Guide;
  readonly #overview: Overview;
  readonly #ignoring: Ignoring;
  readonly #lookout: Lookout;
  readonly #checks: Checks;
  #reading = NOTHING_READ;
  #found: readonly Marked[] = [];
  #truncated = false;
  #composing = false;
  #stale = false;
  /** True while words are being put in and looked at again. */
  #held = false;

  constructor(composer: Composer, { scanner, memory, kept, about, ended, refused }: SessionParts) {
    const { signal } = this.#abort;
    this.composer = composer;
    this.#ended = ended;
    const keydown = (event: KeyboardEvent) => this.#overview.keydown(event) || this.#guide.keydown(event);
    const events = {
      keydown,
      focusLost: () => this.end(),
      cameBack: () => {
        this.#overview.cameBack();
        this.#guide.cameBack();
        this.#changed();
      },
      returned: () => this.#startOver(),
      refused: () => {
        refused();
        this.end();
      },
    };
    const layer = new Layer(composer.element, events, signal);
    this.#thread = new Thread(composer);
    this.#layer = layer;
    this.#marker = new Marker(layer, signal);
    this.#announcer = new Announcer(composer.element, layer, signal);
    this.#checks = this.#checksBy(scanner);
    this.#ignoring = new Ignoring(kept, memory, { repaint: () => this.#show(), scan: () => this.#checks.now() });
    const explainer = new Explainer(scanner);
    const replacer = new Replacer(
      composer,
      (work) => this.#quietly(work),
      signal,
      () => this.#reading,
    );
    const writer = new Writer(replacer, explainer, () => this.check());
    const shared = { composer, layer, signal, explainer, acting: new Acting(this.#ignoring, about), writer };
    this.#guide = new Guide({ ...shared, marker: this.#marker, area: this.#thread.element });
    this.#overview = new Overview({ ...shared, kept, held: (held) => this.#guide.hold(held) });
    this.#lookout = new Lookout({
      // The first look is for what stood there already.
      stands: (touched) => this.#checks.hasBegun && this.#marker.stands(touched),
      read: () => this.#refresh(),
    });
    this.#listen(signal);
    this.#changed();
  }

  /** Ends when the composer loses the focus; what belongs to this time is torn down by it. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** What stands found in the text now, without what is ignored. */
  get findings(): readonly Marked[] {
    return this.#found.filter((finding) => !this.#ignoring.hides(finding));
  }

  get notes(): readonly Note[] {
    return this.#overview.notes;
  }

  /** Shows something to think of that no stretch of the text holds; one with the same id gives way to it. */
  note(note: Note): void {
    this.#overview.note(note);
    this.#tellCount();
  }

  unnote(id: string): void {
    this.#overview.unnote(id);
    this.#tellCount();
  }

  /** Opens the panel with everything that there is to look at, and with these buttons at its foot. */
  openPanel(footer?: PanelFooter): void {
    if (!this.#overview.open(footer)) this.#announcer.say("Nothing in your draft is marked.");
  }

  /** Moves into the card of the next finding, or of the one before. */
  next(by: 1 | -1 = 1): void {
    this.#overview.close();
    if (this.findings.length > 0) this.#guide.next(by);
    else this.openPanel();
  }

  /** Whether what stands there now was not checked yet. */
  get isUnchecked(): boolean {
    this.#catchUp();
    return !this.#composing && this.#checks.isDue;
  }

  /** Checks what stands there now at once, and answers what is found in it. */
  async check(): Promise<readonly Marked[]> {
    this.#refresh();
    await this.#checks.now();
    return this.findings;
  }

  /** Scans again although the text is the same: the policy changed. */
  rescan(): void {
    this.#overview.close();
    this.#guide.close();
    void this.#checks.now();
  }

  owns(element: Element): boolean {
    return this.#layer.owns(element);
  }

  end(): void {
    if (this.#abort.signal.aborted) return;
    this.#layer.giveFocusBack();
    this.#lookout.done();
    this.#marker.clear();
    this.#abort.abort();
    this.#checks.wait();
    this.#reading = NOTHING_READ;
    this.#found = [];
    this.#ended();
  }

  #listen(signal: AbortSignal): void {
    const happenings: Happenings = {
      changed: (records) => {
        this.#lookout.mutated(records);
        this.#changed();
      },
      // No frame may be asked for where nothing changed: the page's next one would come later.
      moved: () => !this.#lookout.isDue && this.#saysOther() && this.#lookout.look(),
      displaced: () => {
        this.#startOver();
        this.#layer.settle();
      },
      composing: (composing) => this.#compose(composing),
      ended: () => this.end(),
    };
    listen(this.composer, this.#thread, happenings, signal);
  }

  #checksBy(scanner: Scanner): Checks {
    return new Checks(scanner, {
      // What an input method is still composing is no word yet; the end of the composition asks again.
      text: () => (this.#composing || this.#abort.signal.aborted ? null : this.#reading.text),
      surface: () => surfaceOf(this.composer, addressOf(document)),
      catchUp: () => this.#catchUp(),
      found: (findings, truncated) => {
        this.#found = findings;
        this.#truncated = truncated;
        this.#show();
      },
    });
  }

  /** Draws everything anew: the page took away what was there. */
  #startOver(): void {
    this.#overview.closeAll();
    this.#guide.close();
    this.#marker.clear();
    this.#changed();
  }

  #compose(composing: boolean): void {
    this.#composing = composing;
    this.#checks.wait();
    this.#changed();
    if (!composing) this.#checks.soon(this.#lookout.rested);
  }

  /** The text changed, or the nodes that show it: what is drawn may not be where it belongs any more. */
  #changed(): void {
    this.#stale = true;
    this.#lookout.look();
  }

  /** Whether the composer says anything but what was read last. */
  #saysOther(): boolean {
    const own = this.#reading.parts.find(({ composer }) => composer.element === this.composer.element);
    return read(this.composer).text !== own?.text;
  }

  /** Looks at nothing until the work is done: an edit that is undone again leaves everything as it was. */
  async #quietly<T>(work: () => Promise<T>): Promise<T> {
    this.#held = true;
    this.#marker.clear();
    try {
      return await work();
    } finally {
      this.#held = false;
      this.#stale = true;
      this.#refresh();
    }
  }

  /** Reads the text anew, moves the marks along with it, and has it scanned if it is not what it was. */
  #refresh(): void {
    this.#lookout.done();
    if (this.#abort.signal.aborted || this.#held) return;
    const isFirst = !this.#checks.hasBegun;
    const reading = this.#thread.read();
    const edit = editBetween(this.#reading.text, reading.text);
    if (edit || this.#stale) {
      this.#reading = reading;
      const kept = edit ? shift(this.#found, edit) : this.#found;
      // Inside a composition the lines move along by themselves, and an input method is left alone; but what it writes in goes.
      const staysDrawn = this.#composing && kept.length === this.#found.length && this.#marker.movesAlong;
      this.#found = kept;
      if (reading.text.trim() === "") this.#ignoring.forgetText();
      if (!staysDrawn) this.#paint();
    }
    this.#stale = false;
    if (edit && isFirst) void this.#checks.now();
    // The keys rest from when they were pressed, not from the frame in which the text was read.
    else if (edit) this.#checks.soon(this.#lookout.rested);
  }

  /** What is drawn is drawn in the text as it stands. */
  #catchUp(): void {
    if (this.#lookout.isDue) this.#refresh();
  }

  #show(): void {
    this.#catchUp();
    this.#paint();
    this.#tellCount();
  }

  #tellCount(): void {
    this.#announcer.count(this.findings.length, this.#overview.notes.length, this.#truncated);
  }

  #paint(): void {
    if (this.#held) return;
    const { findings } = this;
    const shown = drawn(findings, this.#reading.text.length);
    if (shown.length === 0) this.#marker.clear();
    else this.#marker.show(this.#reading, strokesFor(shown));
    this.#guide.marked(findings, shown, this.#truncated);
    this.#overview.marked(findings, this.#truncated);
  }
}
