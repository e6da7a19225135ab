import type { Advice } from '../model/report.ts';
import { keyPart, message } from './message.ts';
import type { Reading } from './reading.ts';
import type { Rule } from './rules/rule.ts';
import { RULES } from './rules/rules.ts';

/** What a weak finding keeps of its rule's weight. */
const WEAKEST = 0.5;
/** What is left of the weight of a second advice on the same matter. */
const SAME_MATTER = 0.5;
/** Under this confidence in the document's type, what rests on the type weighs less. */
const SURE_OF_TYPE = 0.5;
const UNSURE = 0.75;

/**
 * The advice on a document, ranked by what would change the reader's decision most: the rule's weight, scaled by how strongly it
 * holds and by how sure the document's type is; a second advice on one matter counts half.
 */
export function advise(reading: Reading, rules: readonly Rule[] = RULES): Advice[] {
  const sure = reading.typeConfidence >= SURE_OF_TYPE ? 1 : UNSURE;
  const found = rules.flatMap((rule) => {
    const finding = rule.types.includes(reading.type) ? rule.find(reading) : null;
    if (finding === null) return [];
    const strength = WEAKEST + (1 - WEAKEST) * Math.min(1, Math.max(0, finding.strength));
    const advice: Advice = {
      rule: rule.id,
      weight: rule.weight * strength * sure,
      reason: message(`advice${keyPart(rule.id)}Reason`, ...finding.reason),
      question: message(`advice${keyPart(rule.id)}Question`, ...finding.question),
      passageIds: [...finding.passageIds],
    };
    return [{ advice, matter: rule.matter }];
  });
  const matters = new Set<string>();
  return found
    .sort((first, second) => second.advice.weight - first.advice.weight)
    .map(({ advice, matter }) => {
      const again = matters.has(matter);
      matters.add(matter);
      return again ? { ...advice, weight: advice.weight * SAME_MATTER } : advice;
    })
    .sort((first, second) => second.weight - first.weight);
}
