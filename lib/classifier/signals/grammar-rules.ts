import type { Label, Signal } from '../../model/stage.ts';
import { stageOf } from '../../model/stage.ts';

/**
 * Rules for what phrases alone cannot decide: who does what to whom, in which tense and mood. They are matched by compromise on tagged
 * sentences (its match syntax, `two` tags); a mistake in a pattern never throws there, hence the examples.
 */
export interface GrammarRule {
  /** `family/name`, unique; the rule id of a hit. */
  readonly id: string;
  readonly label: Label;
  /** Null exactly when the label is `none`. */
  readonly signal: Signal | null;
  /** compromise match syntax. */
  readonly match: string;
  /**
   * Groups of words of which a sentence must hold at least one each for the rule to be able to match: the gate before the tagger. `<number>`, `<year>`
   * (2020-2049), `<old-year>` (1000-1999), `<money>` and `<question>` stand for kinds of words or marks; `grammar-gate.ts` knows them.
   */
  readonly cues: readonly (readonly string[])[];
  /** Whether the cues count only as the first word of a sentence. */
  readonly opening: boolean;
  /** What a negation shortly before the match does: `drop` ends the match's claim, `keep` leaves it (negation is part of the sense). */
  readonly negated: 'drop' | 'keep';
  readonly note: string;
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
}

interface RuleText {
  readonly match: string;
  readonly cues: string;
  readonly opening?: boolean;
  readonly negated?: 'drop' | 'keep';
  readonly note: string;
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
}

function rule(id: string, signal: Signal | null, text: RuleText): GrammarRule {
  return {
    id,
    label: signal === null ? 'none' : stageOf(signal),
    signal,
    match: text.match,
    cues: text.cues.split(' & ').map((group) => group.split('|')),
    opening: text.opening ?? false,
    negated: text.negated ?? 'drop',
    note: text.note,
    fires: text.fires,
    quiet: text.quiet,
  };
}

const BUILD =
  'add|remove|show|hide|send|store|validate|fix|instrument|rename|replace|display|render|update|enable|disable|support|implement|create|delete|log|cache|track|migrate|export|import|sort|filter|extend|refactor|expose|persist|parse|wire|test|redirect|truncate|highlight|encrypt';
const BUILT =
  'added|removed|shown|hidden|sent|stored|validated|fixed|renamed|replaced|displayed|rendered|updated|enabled|disabled|supported|implemented|created|deleted|logged|cached|tracked|migrated|exported|imported|sorted|filtered|extended|encrypted|saved|generated|loaded|returned|stripped|synced|truncated|highlighted';
const SHIPPED =
  'shipped|launched|released|completed|fixed|migrated|closed|resolved|delivered|finished|deployed|rolled|reverted|improved|reduced|found|learned|learnt|missed|tested|ran|measured|merged|discovered';
const INTERFACE =
  'button|page|screen|list|form|field|menu|dialog|dialogue|modal|table|panel|banner|tooltip|icon|link|column|row|card|notification|email|message|error|dropdown|checkbox|tab|toolbar|widget|chart|map|cart|filter|endpoint|request|response|file|setting|settings';
const PERSON_USER =
  'user|users|visitor|visitors|admin|admins|customer|customers|shopper|shoppers|driver|drivers|patient|patients|player|players|reader|readers|member|members|client|clients|seller|sellers|student|students|teacher|teachers|guest|guests|applicant|applicants|participant|participants|respondent|respondents|agent|agents';
const ROLE =
  'engineer|engineers|designer|designers|pm|pms|manager|managers|people|person|employee|employees|staff|teammates|teammate|colleague|colleagues|lead|leads|director|directors|analyst|analysts|newcomer|newcomers|hire|hires|researcher|researchers|contractor|contractors|leader|leaders|intern|interns|recruiter|recruiters|owner|owners|maintainer|maintainers';
const MARKET =
  'market|markets|segment|segments|category|categories|share|space|position|account|accounts|deals|territory|region|regions|vertical|verticals|industry|enterprise|niche|customers|buyers';
const RIVAL =
  'competitor|competitors|incumbent|incumbents|rival|rivals|vendor|vendors|startup|startups|challenger|challengers|entrants|resellers';
const BUYER =
  'customers|buyers|companies|enterprises|businesses|organisations|organizations|retailers|banks|hospitals|schools|consumers|advertisers|publishers|developers|merchants|manufacturers|clinics|insurers';
const EXECUTIVE = 'ceo|cfo|cto|cpo|cro|coo|board|executives|leadership|execs|founders|vps|directors';

/** All grammar rules. Where a rule's claim is vague its weight is small; the fit decides. */
export const GRAMMAR_RULES: readonly GrammarRule[] = [
  rule('imperative/build', 'develop', {
    match: `^(please|then|next|also)? (${BUILD}) (#Determiner|#Possessive|#Adjective|#Noun|#Value|#Gerund|#PastTense)`,
    cues: `${BUILD}|please|then|next|also`,
    opening: true,
    note: 'an order to build: a task',
    fires: ['Add a filter to the list.', 'Rename the column before the import.', 'Store the drafts on the device.'],
    quiet: ['Adding a filter took a week.', 'Support is thin at night.', 'We add value.'],
  }),
  rule('imperative/people-hiring', 'hiring', {
    match: '^(hire|recruit|interview|source|screen|onboard|backfill) (#Determiner|#Possessive|#Adjective|#Noun|#Value)',
    cues: 'hire|recruit|interview|source|screen|onboard|backfill',
    opening: true,
    note: 'an order whose object is people to be found',
    fires: ['Hire two senior designers by June.', 'Interview candidates in pairs.'],
    quiet: ['Hiring is slow.', 'The screen shows a list.'],
  }),
  rule('imperative/people-growth', 'coaching', {
    match:
      '^(coach|mentor|promote|delegate|praise|thank|develop|reward|recognise|recognize) (#Determiner|#Possessive|#Adjective|#Noun|#Value)',
    cues: 'coach|mentor|promote|delegate|praise|thank|develop|reward|recognise|recognize',
    opening: true,
    note: 'an order whose object is the growth of people',
    fires: ['Coach each lead on writing.', 'Praise good work in public.'],
    quiet: ['Coaching helps.', 'The coach was late.'],
  }),
  rule('imperative/market', 'bets', {
    match:
      '^(win|own|defend|enter|exit|dominate|capture|become|invest|bet|expand|focus|double|lead|stop|say|avoid) (on|in|into|down|no|being|#Gerund|#Determiner|#Possessive|#Adjective|#Noun)',
    cues: 'win|own|defend|enter|exit|dominate|capture|become|invest|bet|expand|focus|double|lead|stop|say|avoid',
    opening: true,
    note: 'an order whose object is a market or a choice',
    fires: ['Win the mid-sized clinics first.', 'Focus on retention before reach.', 'Stop selling through resellers.'],
    quiet: ['The winner takes all.', 'Winning feels good.'],
  }),
  rule('imperative/norm', 'culture', {
    match:
      '^(be|treat|listen|respect|assume|speak|share|ask|give|seek|trust|welcome|celebrate|admit|stay) (#Adverb|#Adjective|#Preposition|#Determiner|#Possessive|#Noun|for|to|with|up)',
    cues: 'be|treat|listen|respect|assume|speak|share|ask|give|seek|trust|welcome|celebrate|admit|stay',
    opening: true,
    note: 'an order about how to treat each other',
    fires: ['Be kind to newcomers.', 'Listen to the quiet voices.', 'Assume good intent.'],
    quiet: ['Being kind pays.', 'He asks for more.'],
  }),
  rule('imperative/prohibition', 'process', {
    match: '^(never|always|do not|avoid) #Verb',
    cues: 'never|always|do|don|avoid',
    opening: true,
    negated: 'keep',
    note: 'a standing rule',
    fires: ['Never merge without a review.', "Don't schedule meetings on Wednesday."],
    quiet: ['He never came.', 'Doing it twice is fine.'],
  }),
  rule('imperative/reader', null, {
    match:
      '^(please|also|just)? (see|read|refer|visit|check|click|note|describe|explain|use|download|install|open|consult|browse|run|go|follow|join|find) (#Determiner|#Possessive|to|on|here|our|below|how|out|#Noun)',
    cues: 'see|read|refer|visit|check|click|note|describe|explain|use|download|install|open|consult|browse|run|go|follow|join|find|please|also|just',
    opening: true,
    note: 'an instruction to the reader',
    fires: ['See the appendix for the list.', 'Refer to our handbook.', 'Describe the problem in two lines.'],
    quiet: ['Seeing is believing.', 'He opened the door.'],
  }),
  rule('passive/will-be-built', 'design', {
    match: `(will|shall|should|must|can|could|may|to) not? be #Adverb? (${BUILT})`,
    cues: `${BUILT} & be`,
    negated: 'keep',
    note: 'what will be done to a thing of the system',
    fires: ['The total will be shown below.', 'Drafts should be stored on the device.'],
    quiet: ['The total was shown below.', 'They will be late.'],
  }),
  rule('passive/is-built', 'design', {
    match: `(is|are|gets|get) #Adverb? (${BUILT}) #Adverb? (in|on|as|when|by|to|for|with|from|at|if|once|into|after|before)`,
    cues: `${BUILT} & is|are|gets|get`,
    negated: 'keep',
    note: 'how the system behaves',
    fires: ['Drafts are stored on the device.', 'The list is sorted by date.'],
    quiet: ['They are late on Mondays.', 'The list was sorted.'],
  }),
  rule('passive/was-shipped', 'debrief', {
    match: `(was|were|has been|have been|had been|got) #Adverb? (${SHIPPED}|${BUILT})`,
    cues: `${SHIPPED}|${BUILT} & was|were|been|got`,
    note: 'what was done',
    fires: ['The import was shipped in May.', 'Two bugs have been fixed.'],
    quiet: ['The import will be shipped in May.', 'We were late.'],
  }),
  rule('modality/interface', 'define', {
    match: `(must|should|shall|may|can|will|needs to|has to) not? #Adverb? #Verb #Determiner? #Adjective? #Noun? (${INTERFACE})`,
    cues: `${INTERFACE} & must|should|shall|may|can|will|needs|has`,
    negated: 'keep',
    note: 'duty of an interface: a requirement',
    fires: ['The form must show an error.', 'It should open the list in place.'],
    quiet: ['Managers must hire well.', 'The page was long.'],
  }),
  rule('modality/interface-subject', 'define', {
    match: `(${INTERFACE}) (must|should|shall|needs to|has to|will|can|may) not? #Adverb? #Verb`,
    cues: `${INTERFACE} & must|should|shall|needs|has|will|can|may`,
    negated: 'keep',
    note: 'duty of an interface: a requirement',
    fires: ['The button must stay visible.', 'The endpoint will return early.'],
    quiet: ['Teams must stay small.', 'The button is red.'],
  }),
  rule('user/subject-acts', 'design', {
    match: `(a|the|each|an) #Adjective? (${PERSON_USER}) (can|will|must|should|may)? not? #Adverb? (#PresentTense|#Infinitive) (#Determiner|#Possessive|#Preposition|#Adjective|#Noun|#Conjunction)`,
    cues: `${PERSON_USER} & a|the|each|an`,
    negated: 'keep',
    note: 'the user does something: behaviour',
    fires: ['The user opens the list.', 'An admin can revoke any link.'],
    quiet: ['The user base grew.', 'Users matter.'],
  }),
  rule('user/as-a', 'define', {
    match: '^as (a|an|the) .{1,4} (i|we) (want|need|can|would|should)',
    cues: 'as',
    opening: true,
    negated: 'keep',
    note: 'user story',
    fires: ['As a billing admin, I want to revoke a link.'],
    quiet: ['As a team we met.', 'As agreed, I can come.'],
  }),
  rule('user/when', 'design', {
    match:
      '^(when|if|once|after|whenever|while) (#Determiner|#Possessive) #Adjective? #Noun+ #Adverb? (#PresentTense|has|have|is|are) (#PastTense|#Determiner|#Preposition|#Adjective|#Noun)',
    cues: 'when|if|once|after|whenever|while',
    opening: true,
    negated: 'keep',
    note: 'a condition on the state of a system',
    fires: ['When the user leaves the page, the draft is kept.', 'If the upload has failed, retry once.'],
    quiet: ['When in doubt, ask.', 'After lunch we rest.'],
  }),
  rule('user/observed', 'discover', {
    match: `#Value? (of|out of)? #Value? (${PERSON_USER}|people|they) #Adverb? (did not|could not|#PastTense) (#Determiner|#Possessive|#Preposition|#Verb|that|to|#Adverb|#Pronoun)`,
    cues: `${PERSON_USER}|people|they`,
    negated: 'keep',
    note: 'what was observed of users',
    fires: [
      'Four participants clicked the wrong tab.',
      'Customers asked for a summary.',
      'They could not find the export.',
    ],
    quiet: ['Participants will click the tab.', 'The customer is here.'],
  }),
  rule('user/cannot', 'discover', {
    match: `(${PERSON_USER}|people|they) (cannot|can not|do not|struggle to|have to|has to|must|need to|are not able to|are unable to|are forced to) #Adverb? #Infinitive`,
    cues: `${PERSON_USER}|people|they & not|cannot|struggle|have|has|must|need|are`,
    negated: 'keep',
    note: 'what users cannot do today',
    fires: ["Admins can't see who changed the rule.", 'People have to retype the address.'],
    quiet: ['Admins see the log.', 'We do not know.'],
  }),
  rule('user/hard-to', 'discover', {
    match:
      '(is|was|are|were|it|be|feels|felt|find) #Determiner? #Adverb? (hard|difficult|slow|confusing|tedious|impossible|painful|cumbersome|frustrating|easy|unclear) (for #Determiner? #Noun+)? to #Infinitive',
    cues: 'hard|difficult|slow|confusing|tedious|impossible|painful|cumbersome|frustrating|easy|unclear & to',
    negated: 'keep',
    note: 'ease or trouble of a task',
    fires: ['It is hard for a clerk to undo it.', 'The export is slow to open.'],
    quiet: ['A hard day.', 'He tried hard to win.'],
  }),
  rule('reported/speech', 'discover', {
    match:
      '(#Pronoun|#Noun|#Person|most|many|some) #Adverb? (said|says|told|complained|mentioned|replied|reported|asked|explained) (us|that|me|they|he|she|it|for|about)',
    cues: 'said|says|told|complained|mentioned|replied|reported|asked|explained',
    negated: 'keep',
    note: 'someone is quoted',
    fires: ['A nurse told us that the list jumps.', 'Most complained about the colours.'],
    quiet: ['We tell them.', 'No one spoke.'],
  }),
  rule('result/number', 'debrief', {
    match:
      '(increased|decreased|rose|fell|dropped|grew|improved|declined|went|climbed|halved|doubled|reduced|cut|shrank|saved) #Adverb? .{0,6} #Value',
    cues: 'increased|decreased|rose|fell|dropped|grew|improved|declined|went|climbed|halved|doubled|reduced|cut|shrank|saved & <number>',
    note: 'a measured result in the past',
    fires: ['Sign-ups increased by 12%.', 'We reduced the error rate from 4 to 1.', 'Saves went up 9%.'],
    quiet: ['Increase sign-ups by 12%.', 'It fell apart.'],
  }),
  rule('result/we-did', 'debrief', {
    match: `(we|i|team|engineering) #Adverb? (have|had|has)? #Adverb? (${SHIPPED}) (#Determiner|#Possessive|#Preposition|#Adjective|#Noun|#Value|that|how|out)`,
    cues: SHIPPED,
    note: 'what the team did',
    fires: [
      'We shipped the import on time.',
      'The team has closed nine tickets.',
      'We learned that tours are skipped.',
    ],
    quiet: ['We ship the import.', 'It was improved.'],
  }),
  rule('result/of-the', 'discover', {
    match:
      '(#Value|#Percent) (of|out of) #Determiner? #Possessive? (#Value|#Adjective)? #Plural #Adverb? (#PastTense|were|had|could not|did not|use|said|never|are|have|report|skip|fail)',
    cues: '<number> & of',
    negated: 'keep',
    note: 'a share of people or things observed',
    fires: ['5 of 8 participants gave up.', '40% of accounts have tried it.'],
    quiet: ['A group of users.', 'One of the reasons.'],
  }),
  rule('date/task', 'develop', {
    match: '(by|on|until|before|due) (end of)? #Value? (#WeekDay|#Month|march|may|next week)',
    cues: 'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|january|february|march|april|may|june|july|august|september|october|november|december|week|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec & by|on|until|before|due',
    negated: 'keep',
    note: 'a date near enough to be a task',
    fires: ['Copy is due by Friday.', 'QA starts on 4 March.', 'Ready before June.'],
    quiet: ['Every Friday we rest.', 'By 2030 all is well.'],
  }),
  rule('date/person-task', 'develop', {
    match: '#Person+ will #Adverb? #Infinitive (#Determiner|#Possessive|#Noun|#Adjective|with|up|#Plural)',
    cues: 'will',
    negated: 'keep',
    note: 'a named person does a task',
    fires: ['Maria will draft the copy.', 'James will review the schema.'],
    quiet: ['We will draft the copy.', 'The lead will decide.'],
  }),
  rule('rollout/share', 'deliver', {
    match:
      '(to|at|for|reach|reaches) (#Percent|#Value) of (#Determiner|#Possessive)? (users|traffic|accounts|customers|tenants|sessions|requests|merchants|devices)',
    cues: 'users|traffic|accounts|customers|tenants|sessions|requests|merchants|devices & <number>',
    note: 'share of a staged delivery',
    fires: ['We go to 10% of traffic on day two.', 'At 50% of accounts we pause.'],
    quiet: ['Most of the users agree.', 'Traffic grew.'],
  }),
  rule('choice/over', 'bets', {
    match:
      '(choose|chose|favour|favor|prefer|prioritise|prioritize|value|pick|want|optimise for|optimize for|invest in|bet on) .{1,4} over .',
    cues: 'over & choose|chose|favour|favor|prefer|prioritise|prioritize|value|pick|want|optimise|optimize|invest|bet',
    note: 'one thing is chosen against another',
    fires: ['We choose depth over reach.', 'We prioritise retention over new sign-ups.'],
    quiet: ['It is over now.', 'Rain over the hills.'],
  }),
  rule('choice/rather-than', 'bets', {
    match: '(rather than|instead of) (#Gerund|#Determiner|#Possessive|#Noun|#Adjective|#Infinitive|to|on)',
    cues: 'rather|instead',
    note: 'an alternative is ruled out',
    fires: ['We sell to clinics rather than hospitals.', 'Instead of chasing reach we deepen use.'],
    quiet: ['Rather nice, this.', 'He stayed instead.'],
  }),
  rule('choice/not-but', 'bets', {
    match: 'not (just|only|merely|simply)? .{1,6} but (also|rather|to|by|for|in|#Determiner|#Noun|#Adjective|#Gerund)',
    cues: 'but & not',
    negated: 'keep',
    note: 'a contrast that makes a choice',
    fires: ['We win not by price but by care.', 'Not a tool but a habit.'],
    quiet: ['Small but useful.', 'It is not here.'],
  }),
  rule('choice/we-will-not', 'bets', {
    match:
      '(we|company|business|product) (will|shall|do|should|are|is|would|can|must) not (going to)? #Adverb? (plan to|intend to|try to|want to)? (serve|chase|build|compete|pursue|enter|sell|target|invest|become|match|copy|fight|offer|expand|win|optimise|optimize|cater|attempt|need|focus|aim|try)',
    cues: 'serve|chase|build|compete|pursue|enter|sell|target|invest|become|match|copy|fight|offer|expand|win|optimise|optimize|cater|attempt|need|focus|aim|try & not',
    negated: 'keep',
    note: 'what we will not do',
    fires: [
      'We will not serve hospitals.',
      "We won't chase resellers this year.",
      'We are not going to compete on price.',
    ],
    quiet: ['We will serve hospitals.', 'It did not load.'],
  }),
  rule('choice/exclusive', 'bets', {
    match:
      '(we|company|product|strategy|plan) (will|should|must|can)? (only|exclusively|deliberately|consciously|intentionally) (#Verb|#Noun|#Preposition|not)',
    cues: 'only|exclusively|deliberately|consciously|intentionally & we|company|product|strategy|plan',
    negated: 'keep',
    note: 'an exclusive choice',
    fires: ['We only sell to clinics.', 'We deliberately leave hospitals out.'],
    quiet: ['The only door.', 'Only then it works.'],
  }),
  rule('reason/because-market', 'bets', {
    match: `(because|since|as|given that|given) .{0,4} (${RIVAL}|${BUYER}|market|demand|margin|margins|pricing|price|segment|growth|retention|churn|revenue)`,
    cues: `${RIVAL}|${BUYER}|market|demand|margin|margins|pricing|price|segment|growth|retention|churn|revenue & because|since|as|given`,
    negated: 'keep',
    note: 'a reason taken from the market',
    fires: ['Because large competitors ignore clinics, we start there.', 'Given our margins this pays.'],
    quiet: ['Because the page is slow.', 'Since May.'],
  }),
  rule('reason/so-that-we', 'bets', {
    match:
      '(therefore|consequently|hence|thus|which means|so that|this means) (we|our|the company|it) (can|will|must|should|need|have|could|win|focus|start|become|is|becomes)',
    cues: 'therefore|consequently|hence|thus|means|so',
    negated: 'keep',
    note: 'a choice drawn from what was said before',
    fires: ['Therefore we must start with clinics.', 'It locks in supply so that we can price higher.'],
    quiet: ['So what?', 'It means well.'],
  }),
  rule('reason/if-market', 'bets', {
    match: `(if|unless|when|should|as) #Determiner? #Possessive? #Adjective? (${RIVAL}|market|demand|price|prices|regulation|${BUYER}) #Adverb? (#PresentTense|#Modal|#PastTense|are|is|do|does)`,
    cues: `${RIVAL}|${BUYER}|market|demand|price|prices|regulation & if|unless|when|should|as`,
    negated: 'keep',
    note: 'a market condition',
    fires: ['If competitors cut prices, we hold ours.', 'When buyers hesitate, we wait.'],
    quiet: ['If the page fails, retry.', 'The market is open.'],
  }),
  rule('market/rival-acts', 'market', {
    match: `(${RIVAL}) #Adverb? (#PresentTense|#PastTense|#Modal|are|have|is|has|do|does)`,
    cues: RIVAL,
    negated: 'keep',
    note: 'what rivals do',
    fires: ['Incumbents charge per bed.', 'The main competitor has cut prices.'],
    quiet: ['Our competitor analysis.', 'We charge per bed.'],
  }),
  rule('market/object', 'bets', {
    match: `(win|wins|winning|won|own|owns|owning|defend|defending|enter|entering|exit|exiting|capture|capturing|dominate|lead|leading|gain|gaining|lose|losing|lost|serve|serving|target|targeting|expand into|expand in|penetrate) .{0,4} (${MARKET})`,
    cues: `${MARKET} & win|wins|winning|won|own|owns|owning|defend|defending|enter|entering|exit|exiting|capture|capturing|dominate|lead|leading|gain|gaining|lose|losing|lost|serve|serving|target|targeting|expand|penetrate`,
    negated: 'keep',
    note: 'an act upon a market',
    fires: ['We enter the mid-sized segment in spring.', 'Serving small accounts pays.'],
    quiet: ['Enter the password.', 'The market square.'],
  }),
  rule('market/buyers-trend', 'opportunity', {
    match: `(${BUYER}) (are|have been) #Adverb? #Gerund`,
    cues: `${BUYER} & are|been`,
    note: 'a movement among buyers',
    fires: ['Hospitals are moving to shared records.', 'Retailers have been cutting staff.'],
    quiet: ['Hospitals moved.', 'Users are here.'],
  }),
  rule('market/buyers-want', 'market', {
    match: `(most|many|few|some|all|large|small|these|such|our|target|enterprise|new) #Adjective? (${BUYER}) #Adverb? (#PresentTense|do not|cannot|will|would) (#Determiner|#Possessive|#Preposition|#Adjective|#Noun|#Infinitive|#Verb|#Value|that)`,
    cues: `${BUYER} & most|many|few|some|all|large|small|these|such|our|target|enterprise|new`,
    negated: 'keep',
    note: 'what a group of buyers does or wants',
    fires: ['Most clinics buy through resellers.', 'Large retailers want one contract.'],
    quiet: ['The clinics.', 'We buy through resellers.'],
  }),
  rule('market/superlative', 'opportunity', {
    match:
      '(#Superlative|only|first|leading|fastest) #Adverb? (#Adjective|#Gerund)? #Noun+ (in|on|of|for|across) #Determiner? (market|world|industry|category|region|space|sector|segment|europe|country)',
    cues: 'market|world|industry|category|region|space|sector|segment|europe|country & in|on|of|for|across',
    negated: 'keep',
    note: 'rank in a market',
    fires: ['The fastest growing segment in the industry.', 'The biggest network in the world.'],
    quiet: ['The best part of the day.', 'In the world of tea.'],
  }),
  rule('horizon/years', 'vision', {
    match:
      '(in|over|within|for|by) #Determiner? (next|coming)? (#Value|several|few|many|two|three|five|ten) (years|decades)',
    cues: 'years|decades & in|over|within|for|by',
    negated: 'keep',
    note: 'a horizon of years',
    fires: ['In three years clinics share records.', 'Over the next five years paper ends.'],
    quiet: ['He is ten years old.', 'Years ago.'],
  }),
  rule('horizon/year', 'vision', {
    match: '(by|in|until|before|through) #Determiner? (end of)? /^20[2-4][0-9]$/',
    cues: '<year>',
    negated: 'keep',
    note: 'a year as a horizon',
    fires: ['By 2030 every clinic is linked.', 'We stay private through 2027.'],
    quiet: ['In 1850 he left.', 'By noon.'],
  }),
  rule('vision/become', 'vision', {
    match:
      '(become|becomes|becoming|be) (the|a|an) #Adverb? .{0,3} (platform|place|standard|home|leader|system|company|partner|choice|network|brand|destination|provider)',
    cues: 'platform|place|standard|home|leader|system|company|partner|choice|network|brand|destination|provider & become|becomes|becoming|be',
    note: 'what the product or company shall become',
    fires: ['We become the default record system.', 'To be the most trusted partner.'],
    quiet: ['At home.', 'Become a reviewer.'],
  }),
  rule('vision/aim-is', 'vision', {
    match:
      '(our|the|product|company) #Adjective? #Noun? (mission|vision|purpose|ambition|dream) (is|was|remains|for) (to|that|a|the|#Gerund)',
    cues: 'mission|vision|purpose|ambition|dream & is|was|remains|for',
    note: 'a long-term aim is stated',
    fires: ['Our mission is to calm clinics.', 'The vision is a clinic without paper.'],
    quiet: ['A mission to Mars.', 'On purpose.'],
  }),
  rule('vision/will-state', 'vision', {
    match: `(${BUYER}|people|everyone|anyone|patients|families|teams) (will|can|should) (no longer|finally|always|simply|be able to|never|one day|again)`,
    cues: 'longer|finally|always|simply|able|never|day|again & will|can|should',
    negated: 'keep',
    note: 'a future state of those who are served',
    fires: ['Patients will no longer fill in forms.', 'Everyone can finally see the same record.'],
    quiet: ['Patients fill in forms.', 'No longer here.'],
  }),
  rule('goal/aim-is', 'goals', {
    match:
      '(our|the|main|primary|overall|this|company|annual|north) #Adjective? #Noun? (goal|objective|target|aim) (is|was|remains|for #Noun+ is|this year is) (to|#Value|#Percent|#Money|that)',
    cues: 'goal|objective|target|aim & is|was|remains|for',
    note: 'a goal is stated',
    fires: ['Our goal is to serve 400 clinics.', 'The target is 30%.'],
    quiet: ['A late goal won it.', 'Aim well.'],
  }),
  rule('goal/infinitive-number', 'goals', {
    match:
      '^(grow|increase|reach|double|triple|raise|lift|achieve|hit|reduce|cut|lower|win|improve|retain) .{0,7} #Value',
    cues: 'grow|increase|reach|double|triple|raise|lift|achieve|hit|reduce|cut|lower|win|improve|retain',
    opening: true,
    note: 'a target with a number',
    fires: ['Grow weekly active clinics to 400.', 'Reduce churn below 2%.', 'Increase net revenue by 15%.'],
    quiet: ['Growing fast.', 'We grew to 400.'],
  }),
  rule('goal/from-to', 'goals', {
    match: 'from (#Value|#Percent|#Money) #Noun? to (#Value|#Percent|#Money)',
    cues: '<number> & from',
    negated: 'keep',
    note: 'a number moves to another',
    fires: ['Raise activation from 12% to 30%.', 'From 4 to 10 people.'],
    quiet: ['From me to you.', 'From noon.'],
  }),
  rule('money/business', 'business', {
    match:
      '(#Money|#Currency #Value) (#Value|k|m|million|billion)? (of|in|per|a|each|for|annual|monthly|recurring|every|from)? #Determiner? (year|month|seat|user|customer|revenue|arr|sales|market|bed|account|margin|budget|cost|costs|deal|contract|spend|day|unit|quarter|licence|license)',
    cues: '<money>',
    negated: 'keep',
    note: 'money at the level of a business',
    fires: ['It costs $49 per seat.', 'We reach $10 million in revenue.'],
    quiet: ['A busy year.', 'Forty users.'],
  }),
  rule('money/customers-pay', 'business', {
    match: `(${BUYER}|users|we|they|teams|accounts) #Adverb? (pay|pays|paid|spend|spends|spent|charge|charges|charged|earn|earns|subscribe|renew|renewed|upgrade) (#Determiner|#Preposition|#Money|#Value|#Adverb|more|less|per|us|them|annually|monthly)`,
    cues: 'pay|pays|paid|spend|spends|spent|charge|charges|charged|earn|earns|subscribe|renew|renewed|upgrade',
    negated: 'keep',
    note: 'who pays for what',
    fires: ['Clinics pay per bed.', 'We charge $49 a month.'],
    quiet: ['He paid attention.', 'The charge is low.'],
  }),
  rule('people/object', 'hiring', {
    match: `(hire|hires|hired|hiring|recruit|recruits|recruited|recruiting|attract|attracting|onboard|onboarded|onboarding|staff|staffed|backfill) .{0,4} (${ROLE}|team|teams|role|roles|talent|position|positions|candidates|head)`,
    cues: 'hire|hires|hired|hiring|recruit|recruits|recruited|recruiting|attract|attracting|onboard|onboarded|onboarding|staff|staffed|backfill',
    negated: 'keep',
    note: 'people as the object of finding and placing',
    fires: ['We hire two senior product managers in spring.', 'Attracting good people takes time.'],
    quiet: ['We hire a car.', 'Users attract users.'],
  }),
  rule('people/grown', 'coaching', {
    match: `(promote|promoted|promoting|coach|coaches|coached|coaching|mentor|mentors|mentored|mentoring|train|trained|training|retain|retains|retaining|reward|rewards|empower|empowers|empowering|develop|develops|developing|grow|grows|growing|support|supports|supporting|manage|manages|managing|lead|leads|leading|help|helps|helping) .{0,3} (${ROLE}|reports|members|others|them)`,
    cues: `${ROLE}|reports|members|others|them & promote|promoted|promoting|coach|coaches|coached|coaching|mentor|mentors|mentored|mentoring|train|trained|training|retain|retains|retaining|reward|rewards|empower|empowers|empowering|develop|develops|developing|grow|grows|growing|support|supports|supporting|manage|manages|managing|lead|leads|leading|help|helps|helping`,
    negated: 'keep',
    note: 'people as the object of leading and growing',
    fires: ['She coaches three product managers.', 'We help new managers to give feedback.'],
    quiet: ['We help customers.', 'People grow tomatoes.'],
  }),
  rule('people/role-duty', 'structure', {
    match: `(the|a|an|each|every|one|our|this|all) .{0,2} (${ROLE}|team|committee|group|council|squad|chair) #Adverb? (is|are|should|must|will|has|have|owns|own|leads|lead|decides|decide|approves|reviews|review|reports|report|meets|meet|makes|serves|ensures|works|oversees|maintains|chairs|sets|runs|holds|coordinates)`,
    cues: `${ROLE}|team|committee|group|council|squad|chair & is|are|should|must|will|has|have|owns|own|leads|lead|decides|decide|approves|reviews|review|reports|report|meets|meet|makes|serves|ensures|works|oversees|maintains|chairs|sets|runs|holds|coordinates`,
    negated: 'keep',
    note: 'a role or body as the subject of a duty',
    fires: [
      'Each product manager owns one area.',
      'The steering committee meets in May.',
      'Our design lead is on leave.',
    ],
    quiet: ['The button is red.', 'Team spirit.'],
  }),
  rule('people/reports-to', 'structure', {
    match: '(report|reports|reporting|reported) #Adverb? (to|into) (#Determiner|#Possessive|me|her|him|#Person|#Noun)',
    cues: 'report|reports|reporting|reported',
    negated: 'keep',
    note: 'a reporting line',
    fires: ['The squad reports to the head of design.', 'Two leads report directly to me.'],
    quiet: ['The report is long.', 'We reported a bug.'],
  }),
  rule('people/you-at-work', 'coaching', {
    match:
      '(you|your) (will|should|can|must|may|are|need to|have to|want to)? #Adverb? (#Infinitive|#PresentTense)? (with|to|from|about|on|as)? #Possessive? (manager|team|colleagues|peers|lead|report|reports|teammates|career|role|feedback|growth|strengths|mentor|onboarding|buddy|impact|performance)',
    cues: 'you|your & manager|team|colleagues|peers|lead|report|reports|teammates|career|role|feedback|growth|strengths|mentor|onboarding|buddy|impact|performance',
    negated: 'keep',
    note: 'the reader as a colleague',
    fires: ['You should talk to your manager.', 'Your strengths matter here.'],
    quiet: ['You can see the list.', 'Our team grew.'],
  }),
  rule('people/you-role', 'hiring', {
    match:
      '^(you|you will|you are|you have) #Adverb? (will|are|have|can|enjoy|bring|know|work|lead|own|join|love|care|understand|help)? #Adverb? (#Gerund|#Infinitive|#PastTense|#Adjective|#Determiner|#Noun|comfortable)',
    cues: 'you',
    opening: true,
    negated: 'keep',
    note: 'the reader as a future colleague, or as a user of a manual',
    fires: ['You have led a team before.', 'You will own the roadmap of one area.'],
    quiet: ['Thank you.', 'We know you.'],
  }),
  rule('norm/we-value', 'culture', {
    match:
      '(we|everyone|people|colleagues) (all|also|#Adverb)? (value|trust|respect|celebrate|treat|listen|welcome|encourage|appreciate|admit|assume|strive|embrace|expect|hold) (each|one|every|people|that|to|for|#Determiner|#Possessive|#Noun|#Adjective)',
    cues: 'value|trust|respect|celebrate|treat|listen|welcome|encourage|appreciate|admit|assume|strive|embrace|expect|hold & we|everyone|people|colleagues',
    negated: 'keep',
    note: 'a norm shared by colleagues',
    fires: ['We trust each other.', 'We encourage questions.'],
    quiet: ['The value is null.', 'A trust fund.'],
  }),
  rule('norm/frequency', 'process', {
    match:
      '(every|each) (other|#Value|#Ordinal|#Adjective)? (week|weeks|month|months|quarter|quarters|sprint|cycle|morning|#WeekDay|day|friday|release|meeting|proposal|team|project|half|year)',
    cues: 'every|each & week|weeks|month|months|quarter|quarters|sprint|cycle|morning|day|monday|tuesday|wednesday|thursday|friday|saturday|sunday|release|meeting|proposal|team|project|half|year',
    negated: 'keep',
    note: 'standing frequency or scope',
    fires: ['Every Friday we read drafts.', 'Each quarter teams plan anew.', 'Every two weeks we meet.'],
    quiet: ['Every user sees it.', 'Last Friday.'],
  }),
  rule('norm/times-a', 'process', {
    match: '(#Value times|once|twice) (a|per|every|each) (day|week|month|quarter|year|sprint|cycle)',
    cues: 'once|twice|times',
    negated: 'keep',
    note: 'standing frequency',
    fires: ['We meet twice a month.', 'Once a quarter leads compare notes.'],
    quiet: ['Once upon a time.', 'He ran twice.'],
  }),
  rule('norm/on-days', 'process', {
    match:
      'on (mondays|tuesdays|wednesdays|thursdays|fridays|weekends|a weekly basis|a monthly basis|a regular basis|a quarterly basis)',
    cues: 'mondays|tuesdays|wednesdays|thursdays|fridays|weekends|basis',
    negated: 'keep',
    note: 'standing frequency',
    fires: ['Triage is on Mondays.', 'Leads meet on a weekly basis.'],
    quiet: ['On Monday we ship.', 'On the basis of trust.'],
  }),
  rule('norm/who-decides', 'process', {
    match:
      '(who|whoever) #Adverb? (owns|decides|approves|signs|leads|reviews|is responsible|is accountable|is informed|has|makes|can|should|must)',
    cues: 'who|whoever & owns|decides|approves|signs|leads|reviews|is|has|makes|can|should|must',
    negated: 'keep',
    note: 'who decides',
    fires: ['We write down who decides.', 'The person who approves is named.'],
    quiet: ['Which page is it?', 'Who knows.'],
  }),
  rule('executive/acts', 'alignment', {
    match: `(${EXECUTIVE}) #Adverb? (#PresentTense|#PastTense|#Modal|to #Infinitive|is|are|has|have|wants|agree|agreed|decide|approve|approved|asked|need)`,
    cues: EXECUTIVE,
    negated: 'keep',
    note: 'what executives do',
    fires: ['The CFO asked for two cuts.', 'The board decides in June.'],
    quiet: ['A white board.', 'We asked for cuts.'],
  }),
  rule('executive/between', 'alignment', {
    match:
      '(between|across|with) #Determiner? (sales|product|engineering|design|marketing|finance|legal|support|operations|leadership|teams|functions|departments) (and|or|teams|leaders|,)',
    cues: 'sales|product|engineering|design|marketing|finance|legal|support|operations|leadership|teams|functions|departments & between|across|with',
    negated: 'keep',
    note: 'functions of a company with each other',
    fires: ['An agreement between sales and product.', 'It works across teams and regions.'],
    quiet: ['Between us.', 'Across the lake.'],
  }),
  rule('prompt/question', null, {
    match: '^(what|how|who|why|which|when|where|does|do|is|are|can|will|should) * @hasQuestionMark$',
    cues: '<question>',
    negated: 'keep',
    note: 'a question put to the reader or the writer',
    fires: ['What is the problem?', 'Who is this for?'],
    quiet: ['What we do.', 'How it works.'],
  }),
  rule('prompt/your-thing', null, {
    match:
      '(describe|list|explain|state|enter|provide|insert|summarise|summarize|fill in|include) (briefly|here)? (your|any|the|all|a|an|what|how|why|who|which) #Adjective? #Noun',
    cues: 'describe|list|explain|state|enter|provide|insert|summarise|summarize|fill|include & your|any|the|all|a|an|what|how|why|who|which',
    negated: 'keep',
    note: 'a prompt of a template',
    fires: ['Describe your main user.', 'List any open risks.'],
    quiet: ['The list is long.', 'He explained.'],
  }),
  rule('story/he-she', null, {
    match: '(he|she) #Adverb? (#PastTense|was|had|could|would)',
    cues: 'he|she',
    negated: 'keep',
    note: 'narrative about a third person',
    fires: ['She opened the door.', 'He had never seen the sea.'],
    quiet: ['She leads design.', 'They opened the door.'],
  }),
  rule('story/past-year', null, {
    match: '(in|from|since|until|around|after|before) /^1[0-9]{3}s?$/',
    cues: '<old-year>',
    negated: 'keep',
    note: 'a year long past: history',
    fires: ['In 1850 he left.', 'It was built around 1620.'],
    quiet: ['In 2027 we enter.', 'After 10 items.'],
  }),
  rule('story/my', null, {
    match:
      '(my|his|her) #Adjective? (mother|father|sister|brother|hand|hands|eyes|wife|husband|house|garden|kitchen|dog|cat|grandmother|grandfather|daughter|son|friend|face|voice|head)',
    cues: 'my|his|her & mother|father|sister|brother|hand|hands|eyes|wife|husband|house|garden|kitchen|dog|cat|grandmother|grandfather|daughter|son|friend|face|voice|head',
    negated: 'keep',
    note: 'private life',
    fires: ['My grandmother kept bees.', 'Her eyes were tired.'],
    quiet: ['The head of design.', 'My manager.'],
  }),
];
