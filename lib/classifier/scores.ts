import { ALL_SIGNALS } from '../model/stage.ts';
import { senseWeight, type WriterHand, type WriterPhrase } from './hand.ts';
import { type Channel, type Model, OUTPUTS, SIGNAL_OUTPUTS } from './model.ts';
import { type PassageStore, STAGE_SIGNALS } from './passage-store.ts';
import { addPhrases, addProduct, addRules, type ModelIndex, TextReader } from './reader.ts';
import { PART_SIZE } from './totals.ts';

/** OUTPUTS, which the loop over labels has no need to look up. */
const LABEL_COUNT = OUTPUTS;

/** Turns texts into contributions; keeps those of headings, because many passages share one. */
export class Scorer {
  readonly reader: TextReader;
  private readonly hand: WriterHand;
  readonly model: Model;
  readonly index: ModelIndex;

  constructor(index: ModelIndex, hand: WriterHand) {
    this.index = index;
    this.model = index.model;
    this.hand = hand;
    this.reader = new TextReader(index, hand);
  }

  /** Reads a passage's text into its slot. The scores of its signals are left for later: see `signals`. */
  passage(text: string, store: PassageStore, slot: number): void {
    const { hand, model, reader } = this;
    reader.read(text);
    this.labels(store, slot);
    store.keep(slot, reader, model.documentPhraseWeights);
    if (!hand.scores) return;
    const { own } = store;
    const at = slot * OUTPUTS;
    for (const { sense } of hand.found(reader.tokens)) {
      for (let k = 0; k < OUTPUTS; k++) own[at + k] = (own[at + k] ?? 0) + senseWeight(sense, k);
      if (sense.signal !== null) store.addSense(slot, ALL_SIGNALS.indexOf(sense.signal), sense.weight);
    }
    const taught = hand.taught(reader.tokens);
    if (taught !== null) for (let k = 0; k < OUTPUTS; k++) own[at + k] = (own[at + k] ?? 0) + (taught[k] ?? 0);
  }

  /** Own scores of the labels: what the words, rules and phrases of the text that was read last say. The four sums (OUTPUTS) stay out of memory. */
  private labels(store: PassageStore, slot: number): void {
    const { model } = this;
    const { entries, entryCount, mean, ruleBits } = this.reader;
    const words = model.channels.text;
    let first = 0;
    let second = 0;
    let third = 0;
    let none = 0;
    for (let d = 0; d < mean.length; d++) {
      const value = mean[d] ?? 0;
      const row = d * LABEL_COUNT;
      first += value * (words[row] ?? 0);
      second += value * (words[row + 1] ?? 0);
      third += value * (words[row + 2] ?? 0);
      none += value * (words[row + 3] ?? 0);
    }
    const facts = model.rules.rules;
    for (let word = 0; word < ruleBits.length; word++)
      for (let bits = ruleBits[word] ?? 0; bits !== 0; bits &= bits - 1) {
        const row = (word * 32 + 31 - Math.clz32(bits & -bits)) * LABEL_COUNT;
        first += facts[row] ?? 0;
        second += facts[row + 1] ?? 0;
        third += facts[row + 2] ?? 0;
        none += facts[row + 3] ?? 0;
      }
    const phrases = model.phraseWeights;
    for (let place = 0; place < entryCount; place++) {
      const row = (entries[place] ?? 0) * LABEL_COUNT;
      first += phrases[row] ?? 0;
      second += phrases[row + 1] ?? 0;
      third += phrases[row + 2] ?? 0;
      none += phrases[row + 3] ?? 0;
    }
    const { own } = store;
    const at = slot * LABEL_COUNT;
    own[at] = first;
    own[at + 1] = second;
    own[at + 2] = third;
    own[at + 3] = none;
  }

  /** Makes sure that the slot holds the own scores of the stage's signals. @param stage place among STAGES. */
  signals(store: PassageStore, slot: number, stage: number): void {
    if (store.stages[slot] === stage) return;
    const { model } = this;
    const first = stage * STAGE_SIGNALS;
    store.readSignals(slot, model.signalChannels.text, model.signalRules.rules, SIGNAL_OUTPUTS, first);
    store.addSenses(slot, first);
    store.stages[slot] = stage;
  }

  /** The writer's phrases in the text that was read last. */
  writerPhrases(): readonly WriterPhrase[] {
    return this.hand.found(this.reader.tokens);
  }

  /** What the writer's corrections taught about the words of the text that was read last, by output; null where nothing. */
  taughtWeights(): Float64Array | null {
    return this.hand.taught(this.reader.tokens);
  }

  /** What a heading says, PART_SIZE numbers each: to the passages right below it, and to the mean over the document's headings. */
  heading(text: string): { readonly below: Float64Array; readonly outline: Float64Array } {
    const { model, reader } = this;
    const below = new Float64Array(PART_SIZE);
    reader.read(text);
    addProduct(reader.mean, model.channels.heading, OUTPUTS, below, 0);
    addRules(reader, model.rules['heading-rules'], OUTPUTS, below, 0);
    addPhrases(reader, model.headingPhraseWeights, OUTPUTS, below, 0);
    addProduct(reader.mean, model.signalChannels.heading, SIGNAL_OUTPUTS, below, OUTPUTS);
    addRules(reader, model.signalRules['heading-rules'], SIGNAL_OUTPUTS, below, OUTPUTS);
    return { below, outline: this.readWords('outline') };
  }

  /** Contributions of the headings above that one, read as one text. */
  path(text: string): Float64Array {
    return this.words(text, 'path');
  }

  title(text: string): Float64Array {
    return this.words(text, 'title');
  }

  /** What the words of a text alone say in a channel. */
  private words(text: string, channel: Channel): Float64Array {
    this.reader.read(text);
    return this.readWords(channel);
  }

  /** What the words of the text that was read last say in a channel. */
  private readWords(channel: Channel): Float64Array {
    const { model, reader } = this;
    const out = new Float64Array(PART_SIZE);
    addProduct(reader.mean, model.channels[channel], OUTPUTS, out, 0);
    addProduct(reader.mean, model.signalChannels[channel], SIGNAL_OUTPUTS, out, OUTPUTS);
    return out;
  }
}
