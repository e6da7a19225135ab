import { hashToken } from './tokens.ts';

/**
 * Classes of small words that say how a passage speaks (who acts, whether it promises, compares, repeats), apart from what it
 * speaks about. A passage has a class or has it not; how often does not matter.
 */
export const CUE_CLASSES = {
  we: "we our us ours we're we've we'll we'd ourselves",
  you: "you your yours you're you'll you've yourself",
  i: "i my me mine i'm i've i'd i'll",
  they: 'they their them theirs he she his her',
  will: "will shall we'll they'll it'll won't going",
  might: 'would could might may perhaps maybe',
  should: "should ought shouldn't",
  must: "must need needs needed have has required requires mustn't",
  can: "can able allow allows enable enables let lets can't cannot",
  past: 'was were had did been became',
  is: 'is are be being means',
  not: "not no never without don't doesn't isn't aren't won't can't didn't cannot nor",
  because: 'because therefore thus since hence so',
  than: 'than rather instead unlike compared versus vs over',
  every:
    'every each weekly monthly quarterly annually annual daily regular regularly always usually typically often ongoing periodically',
  now: 'today now currently recently already yet',
  ahead: 'soon next future later eventually upcoming tomorrow vision',
  span: 'year years month months week weeks quarter quarters day days hour hours minutes',
  most: 'best most leading largest first only better more fastest greatest top',
  see: 'see refer read check click here below above link links page document documents doc docs section chapter visit following',
  template: 'template example examples e.g placeholder insert fill tbd todo tbc wip n/a optional',
  month:
    'january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
  licence: 'license licence licensed copyright warranty trademark reserved',
  question: 'who what when where why how which whose',
  imperative:
    'add remove create make use ensure define write update review check set run test build document identify include provide ask send share discuss talk keep avoid consider try work focus start stop do give get find follow complete prepare track plan improve increase reduce support implement deliver develop design explore investigate migrate replace fix move show allow',
  role: 'manager managers engineer engineers designer designers lead leads director directors ceo cto cpo vp head owner owners maintainer maintainers member members employee employees staff colleague colleagues teammates candidate candidates chair contributor contributors',
  user: 'user users customer customers participant participants people visitor visitors client clients consumers',
  everyone: 'everyone anyone someone person people individual individuals each other others together',
} as const;

export type CueClass = keyof typeof CUE_CLASSES;
export const CUE_NAMES = Object.keys(CUE_CLASSES) as CueClass[];

/** Class bits by token hash: bit n is the n-th class of CUE_NAMES. */
export function cueBits(): Map<number, number> {
  const bits = new Map<number, number>();
  CUE_NAMES.forEach((name, bit) => {
    for (const word of CUE_CLASSES[name].split(' ')) {
      const hash = hashToken(word);
      bits.set(hash, (bits.get(hash) ?? 0) | (1 << bit));
    }
  });
  return bits;
}
