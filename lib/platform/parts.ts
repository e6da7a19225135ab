/**
 * Parts of Stagemark that reach a page as scripts of their own. All run in the extension's isolated world of the page, which
 * the page cannot see, and meet in one table there, whichever comes first.
 */
interface Slot {
  part: unknown;
  readonly waiting: ((part: unknown) => void)[];
}

const TABLE = Symbol.for('stagemark.parts');
type World = typeof globalThis & { [TABLE]?: Map<string, Slot> };

function slot(name: string): Slot {
  const world = globalThis as World;
  world[TABLE] ??= new Map();
  const table = world[TABLE];
  const found = table.get(name) ?? { part: undefined, waiting: [] };
  table.set(name, found);
  return found;
}

/** A named part and its type. */
export interface PartName<T> {
  readonly name: string;
  /** Only carries the type; never set. */
  readonly of?: T;
}

/** Hands a part in. A second one under the name replaces the first for those who ask later. */
export function offerPart<T>(name: PartName<T>, part: T): void {
  const found = slot(name.name);
  found.part = part;
  for (const resolve of found.waiting.splice(0)) resolve(part);
}

/** Resolves with a part as soon as it is there; never rejects. */
export function partOf<T>(name: PartName<T>): Promise<T> {
  const found = slot(name.name);
  if (found.part !== undefined) return Promise.resolve(found.part as T);
  return new Promise((resolve) => {
    found.waiting.push((part) => resolve(part as T));
  });
}
