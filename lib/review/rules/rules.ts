import { DOTS_RULES } from './dots.ts';
import { LEVEL_RULES } from './level-rules.ts';
import { MISSING_MOVE_RULES } from './missing-moves.ts';
import { MISSING_SIGNAL_RULES } from './missing-signals.ts';
import { MIX_RULES } from './mix-rules.ts';
import { ORDER_RULES } from './order.ts';
import type { Rule } from './rule.ts';
import { SOUNDS_LIKE_RULES } from './sounds-like.ts';

/** Every rule of advice. */
export const RULES: readonly Rule[] = [
  ...SOUNDS_LIKE_RULES,
  ...MISSING_SIGNAL_RULES,
  ...MISSING_MOVE_RULES,
  ...MIX_RULES,
  ...ORDER_RULES,
  ...DOTS_RULES,
  ...LEVEL_RULES,
];
