import type { SimBlock, SimPage, Store } from './model.ts';

type States = Map<string, SimBlock | SimPage | null>;

/** The editor's own undo stack: it rebuilds the DOM and puts the caret 200 ms later. */
export interface History {
  /** Runs a change of the writer's that can be undone; typing into the same leaf within a second joins the last step. */
  step(change: () => void, joinKey?: string): void;
  undo(): boolean;
  redo(): boolean;
}

const JOIN_MS = 1000;

export function createHistory(store: Store): History {
  const done: States[] = [];
  const undone: States[] = [];
  let lastKey = '';
  let lastAt = 0;
  const apply = (from: States[], to: States[]) => {
    const states = from.pop();
    if (states === undefined) return false;
    to.push(store.record(() => store.restore(states)));
    lastKey = '';
    return true;
  };
  return {
    step(change, joinKey = '') {
      const states = store.record(change);
      if (states.size === 0) return;
      const now = performance.now();
      const last = done.at(-1);
      if (joinKey !== '' && joinKey === lastKey && now - lastAt < JOIN_MS && last !== undefined) {
        for (const [id, state] of states) if (!last.has(id)) last.set(id, state);
      } else done.push(states);
      if (done.length > 200) done.shift();
      undone.length = 0;
      lastKey = joinKey;
      lastAt = now;
    },
    undo: () => apply(done, undone),
    redo: () => apply(undone, done),
  };
}
