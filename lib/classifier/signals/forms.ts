/** English word forms for the pattern language: enough for the words of the lexicon, checked by its tests. */

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  beat: ['beat', 'beats', 'beating', 'beaten'],
  bet: ['bet', 'bets', 'betting'],
  break: ['break', 'breaks', 'broke', 'broken', 'breaking'],
  bring: ['bring', 'brings', 'brought', 'bringing'],
  build: ['build', 'builds', 'built', 'building'],
  buy: ['buy', 'buys', 'bought', 'buying'],
  choose: ['choose', 'chooses', 'chose', 'chosen', 'choosing'],
  cut: ['cut', 'cuts', 'cutting'],
  do: ['do', 'does', 'did', 'done', 'doing'],
  fall: ['fall', 'falls', 'fell', 'fallen', 'falling'],
  feel: ['feel', 'feels', 'felt', 'feeling'],
  find: ['find', 'finds', 'found', 'finding'],
  get: ['get', 'gets', 'got', 'getting'],
  give: ['give', 'gives', 'gave', 'given', 'giving'],
  grow: ['grow', 'grows', 'grew', 'grown', 'growing'],
  have: ['have', 'has', 'had', 'having'],
  hear: ['hear', 'hears', 'heard', 'hearing'],
  hit: ['hit', 'hits', 'hitting'],
  hold: ['hold', 'holds', 'held', 'holding'],
  keep: ['keep', 'keeps', 'kept', 'keeping'],
  lead: ['lead', 'leads', 'led', 'leading'],
  leave: ['leave', 'leaves', 'left', 'leaving'],
  lose: ['lose', 'loses', 'lost', 'losing'],
  make: ['make', 'makes', 'made', 'making'],
  meet: ['meet', 'meets', 'met', 'meeting'],
  pay: ['pay', 'pays', 'paid', 'paying'],
  person: ['person', 'people'],
  run: ['run', 'runs', 'ran', 'running'],
  see: ['see', 'sees', 'saw', 'seen', 'seeing'],
  sell: ['sell', 'sells', 'sold', 'selling'],
  send: ['send', 'sends', 'sent', 'sending'],
  set: ['set', 'sets', 'setting'],
  speak: ['speak', 'speaks', 'spoke', 'spoken', 'speaking'],
  split: ['split', 'splits', 'splitting'],
  spend: ['spend', 'spends', 'spent', 'spending'],
  take: ['take', 'takes', 'took', 'taken', 'taking'],
  tell: ['tell', 'tells', 'told', 'telling'],
  win: ['win', 'wins', 'won', 'winning'],
  write: ['write', 'writes', 'wrote', 'written', 'writing'],
};

const DOUBLING = new Set(['ship', 'plan', 'stop', 'drop', 'map', 'tap', 'submit', 'prefer', 'refer', 'defer', 'swap']);

/** Forms of a verb: base, third person, past, participle and -ing form. */
export function verbForms(verb: string): readonly string[] {
  const irregular = IRREGULAR[verb];
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const third = /(s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  if (/ee$/.test(verb)) return [verb, third, `${verb}d`, `${verb}ing`];
  if (verb.endsWith('e')) return [verb, third, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const stem = DOUBLING.has(verb) ? verb + verb.slice(-1) : verb;
  return [verb, third, `${stem}ed`, `${stem}ing`];
}

/** Singular and plural of a noun. */
export function nounForms(noun: string): readonly string[] {
  const irregular = IRREGULAR[noun];
  if (irregular !== undefined && noun === 'person') return irregular;
  if (/[^aeiou]y$/.test(noun)) return [noun, `${noun.slice(0, -1)}ies`];
  if (noun.endsWith('sis')) return [noun, `${noun.slice(0, -2)}es`];
  if (/(s|x|z|ch|sh)$/.test(noun)) return [noun, `${noun}es`];
  return [noun, `${noun}s`];
}
