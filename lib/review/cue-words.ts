/** Where a pattern may stand. */
export interface CueWords {
  /** Whole words and phrases, as regular expressions parted by line breaks or " | ". */
  readonly words?: string;
  /** Patterns that begin or end with something else than a letter: numbers, money, marks. */
  readonly marks?: readonly string[];
}

/** What one does with a market or a customer. */
const CHOSEN_VERBS =
  'serve|pursue|enter|target|compete|sell|offer|expand|fund|invest|chase|build|support|price|bid|follow|go';
/** How one says that one thing goes before another. */
const CHOOSING_VERBS =
  'choose|chose|chosen|prefer|pick(?:ed)?|favou?r|bet(?:ting)?|prioriti[sz]e\\w*|concentrate|focus(?:ing)?|invest(?:ing)?|put';

/** What work is done for. */
const DIRECTIONS =
  'goals?|objectives?|okrs?|bets?|strategy|strategic|pillars?|themes?|vision|north[- ]star|mission|priorit(?:y|ies)|targets?';
/** How one says that work is done for something. */
const SERVING_VERBS =
  'supports?|serves?|contributes? to|ties? (?:in)?to|tied to|moves?|towards?|aligned? (?:to|with)|part of|advances?|' +
  'delivers? (?:on)?|because of|follows? from|backs?|under|needed for|enables?';
/** What work does to a result of the business. */
const MOVING_VERBS = String.raw`grow|increas\w+|rais\w+|improv\w+|reduc\w+|lower\w*|win|keep|retain|attract|unlock|unblock`;
const RESULTS =
  'revenue|retention|churn|conversion|adoption|growth|activation|market|customers|users|contributors|costs?|sales|deals|renewals?|trust|engagement';

const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
const WEEKDAYS = 'monday|tuesday|wednesday|thursday|friday';
const NUMBERS = 'one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty';
/** Who is observed. */
const PEOPLE = 'users?|customers?|people|teams?|sellers?|nurses?|admins?|developers?|participants';
/** Who is hired or arranged. */
const STAFF = 'teams?|squads?|groups?|roles?|people|heads|engineers|managers|designers|leads?';
/** What stands before a threshold. */
const BOUNDS =
  'from|to|by|at least|at most|under|below|above|over|within|reach(?:es)?|exceeds?|fewer than|less than|more than';

/**
 * Words by which a reader recognises a move, as one entry per cue. A cue alone says little; moves and rules join it with the
 * passage's label. Made to find rather than to miss: a move called missing must be missing.
 */
export const CUE_WORDS = {
  /** Something is ruled out. */
  exclusion: {
    words: String.raw`
      (?:will|would|do|does|are|is|shall|should|can|may|did|have)(?: not|n[’']t) | won[’']t
      not (?:going to|doing|pursuing|in scope|part of|now|yet|for) | rather than | instead of
      at the expense of | out[- ]of[- ]scope | non-?goals? | anti-goals? | stop(?:ping)? | drop(?:ping)?
      cut(?:ting)? | sunset(?:ting)? | retir(?:e|ing) | exit(?:ing)? | give up | walk away
      say(?:ing)? no | said no | deprioriti[sz]e\w* | defer(?:red)? | park(?:ed)? | postpone\w*
      leave(?:s|ing)? out | left out | exclud\w+ | ruled? out | reject\w* | turn(?:ed)? down
      even if it costs? | opportunity cost | trade-?offs? | only (?:serve|sell|build|for|one)
      focus (?:only|solely|exclusively) | no longer
    `,
  },
  /** One market, customer, model or bet is chosen over another: the move that separates a strategy from talk about one. */
  choice: {
    words: String.raw`
      (?:we|to|and|will|then) (?:will |do |shall |would )?(?:not|never) (?:\w+ ){0,2}(?:${CHOSEN_VERBS})
      (?:won|don)[’']t (?:\w+ ){0,2}(?:${CHOSEN_VERBS})
      (?:${CHOOSING_VERBS}) [^.;]{1,80}\b(?:over|rather than|instead of|before|not|and leave)
      rather than | instead of | at the expense of | not doing | deliberately not | say(?:ing)? no to
      walk away from | exit(?:ing)? the | leave the | sunset(?:ting)? | deprioriti[sz]\w+ | trade-?offs?
      stop (?:serving|selling|building|investing|funding|supporting|taking|bidding|offering|chasing)
      ruled out | turned down | gives? up | even if it costs? | opportunity cost | kill criteri\w+
      what we (?:will not|won[’']t|are not) (?:do|doing)
    `,
  },
  /** A market, segment, model or product is what is chosen among. */
  marketObject: {
    words: `
      segments? | markets? | customers? | enterprises? | smbs? | verticals? | regions? | countr(?:y|ies)
      competitors? | pricing | price | tiers? | plans? | free plan | business | resellers? | partners?
      channels? | agencies | hospitals? | schools? | clinics? | sellers? | buyers? | product line
      product | platform | self-serve
    `,
  },
  /** A bet by its name. */
  bet: {
    words: String.raw`
      bets? | betting | pillars? | big rocks | guiding policy | where (?:we|to) play | how (?:we|to) win
      what we (?:choose|bet on|will focus on) | strategic (?:priorit|theme|choice)\w*
      we (?:will )?(?:put (?:our|all|most|\w+) (?:people|money|engineers|effort)|double down|go all in)
    `,
  },
  /** A number to be reached, with its time or its unit. */
  target: {
    marks: [
      String.raw`(?:\d\s?(?:%|per ?cent)|[$€£]\s?\d|\b\d[\d.,]*\s?(?:k|m|million|thousand|[a-z]+s)\b)[^.]{0,80}\b(?:by|in|until|within|before|from|up|per|a|of)\b`,
      String.raw`\bby (?:the end of )?20\d\d\b[^.]{0,40}\d`,
      String.raw`\b(?:hundred|thousand|million|half|third|tenth|every second)\b[^.]{0,60}\bby (?:the end of|next|20\d\d)`,
    ],
  },
  /** A feature tied to what it is for. */
  link: {
    words: String.raw`
      (?:${SERVING_VERBS}) (?:[\w’'-]+ ){0,6}(?:${DIRECTIONS})
      (?:${MOVING_VERBS}) (?:[\w’'-]+ ){0,4}(?:${RESULTS})
      (?:our|(?:this|next) year[’']s|the (?:company|product|team|group)[’']s|company|product) (?:\w+ ){0,2}(?:${DIRECTIONS})
      strategic (?:fit|context|alignment|bet|goal) | business (?:case|value|goals?) | company goals?
      so that (?:we|the (?:product|company|business))
    `,
  },
  /** Success can be told by a measure. */
  measure: {
    words: String.raw`
      success | succeed\w* | how (?:will |do |would )?(?:we|you|i) (?:will |would )?(?:know|tell)
      (?:know|tell) (?:that|if|whether) (?:it|this|we) | goals? | kpis? | metrics? | measur\w+ | baseline
      guardrail | target | north[- ]star | okrs? | key results? | adoption | conversion | retention
      activation | nps | csat | outcomes? | hit rate | benchmark
    `,
    marks: [
      String.raw`(?:${BOUNDS}|[≥≤<>])\s*[$€£]?\d[\d.,]*\s?(?:%|per ?cent|(?:ms|s|sec|k|m|x|[a-z]{3,}s)\b)`,
      String.raw`\d\s?%`,
    ],
  },
  whyNow: {
    words: String.raw`
      why now | now is | right now | this (?:year|quarter|spring|summer|autumn|winter|month) | since
      recently | deadlines? | expir\w+ | regulat\w+ | (?:new|coming) (?:law|rule|tax|standard)
      legislation | window | if we wait | waiting | delay | cost of (?:delay|doing nothing)
      shift(?:ed|ing|s)? | trend\w* | inflection | tailwinds? | no longer | until now | used to
      grow(?:n|ing|s|th) | increas\w+ | doubl\w+ | tripl\w+ | urgent\w* | already | emerging | today
      before (?:competitors?|january|the end|(?:\w+ )?20\d\d) | 20\d\d
    `,
  },
  /** Something was observed, heard or counted. */
  evidence: {
    words: String.raw`
      \d+ (?:of|out of|in) (?:the )?(?:\d+|ten|five|last)
      (?:${NUMBERS}|most|half|many) (?:of|in) (?:the )?(?:\w+ )?(?:\d+|${NUMBERS}|${PEOPLE}|interviews|tickets)
      interview\w* | survey\w* | research\w* | stud(?:y|ies) | support (?:tickets?|requests?|cases?)
      data | analytics | feedback | complain\w* | report(?:ed|s) | told us | tells us
      we (?:heard|saw|observed|found|know|see) | asked for | respondents | participants
      (?:${PEOPLE}) (?:\w+ )?(?:say|said|struggle|tell|told|ask|asked|complain|cannot|can[’']t|have to|wait|waste|lose)
      (?:${PEOPLE}) are (?:forced|unable|confused)
      painful | pain | problem\w* | currently | difficult | frustrat\w+ | confus\w+
    `,
    marks: [String.raw`\d\s?%`],
  },
  alternative: {
    words: String.raw`
      alternatives? | options? | considered | instead of | rather than
      other (?:ways?|approach\w*|solutions?) | we (?:could|looked at|also looked|weighed)
      compared? (?:with|to) | status quo | do(?:ing)? nothing | trade-?offs?
      buy(?:ing)? (?:it|a|instead) | build or buy | versus | vs\.? | reject\w* | existing solutions?
      competitors? | workarounds?
    `,
  },
  /** What stands in the way, or why things are as they are. */
  diagnosis: {
    words: String.raw`
      because | root cause | challenges? | problems? | obstacles? | reasons? | hold(?:s|ing) us back
      why we | bottlenecks? | stall\w* | los(?:e|es|ing|t) | churn\w* | competitors? | competition
      incumbents? | strengths? | weakness\w* | insights? | constraints? | diagnos\w+ | situation
      difficult\w* | fail\w* | lack\w* | however | but | today | currently | struggl\w+ | gaps?
      barriers? | fragment\w+ | market
    `,
  },
  sequence: {
    words: String.raw`
      first | then | after that | next | before | once | phases? | h[12] | half | q[1-4] | quarters?
      later | until | so that | horizons? | sequenc\w+ | waves? | steps? | milestones? | short[- ]term
      long[- ]term | 20\d\d | early | starts? | roadmap
    `,
  },
  firstAction: {
    words: String.raw`
      (?:first|next|immediate) (?:steps?|actions?|moves?|tasks?|\d+ days|thirty days|month|quarter|weeks?)
      next steps | actions? | this (?:week|month|quarter|half)
      by (?:${MONTHS}|${WEEKDAYS}|q[1-4]|the end of|next)
      (?:in|from|starting) (?:${MONTHS}|q[1-4])
      start(?:s|ing)? (?:in|with|on|by|now) | within (?:\d+|two|three|four|six) (?:days|weeks|months)
      kick-?off | pilots? | owns | owner | begin(?:s|ning)? (?:in|with|by) | launch(?:es|ing)?
      ship(?:s|ping)? | deliver\w* | implement\w* | roadmap | initiatives? | projects? | q[1-4] | 20\d\d
    `,
  },
  heads: {
    words: String.raw`
      head-?counts? | hir(?:e|es|ed|ing) | heads? | ftes? | open roles? | staff\w* | engineers?
      designers? | developers? | researchers? | people | persons? | teams? | budget\w* | capacity
      allocat\w+ | resourc\w+ | recruit\w*
    `,
  },
  cadence: {
    words: String.raw`
      daily | weekly | bi-?weekly | fortnight\w* | monthly | quarterly | annual\w* | yearly
      (?:every|each|per) (?:two |other |second )?(?:day|week|month|quarter|half|year|sprint|cycle|monday|tuesday|wednesday|thursday|friday)
      cadence | check-?ins? | business reviews? | retros?\w* | checkpoints? | rituals? | cycles? | sync
      meetings? | review(?:s|ed)?
    `,
  },
  roles: {
    words: String.raw`
      roles? | leads? | managers? | directors? | pms? | product managers? | engineers? | designers?
      reports? (?:to|into) | owners? | owns | responsib\w+ | accountab\w+ | dris? | raci | chiefs?
      heads? of | vp | members? | squads? | positions? | titles?
    `,
  },
  cost: {
    words: String.raw`
      budget\w* | costs? | salar(?:y|ies) | pay | compensation | head-?counts? | ftes? | run-?rate
      spend\w* | expens\w+ | fund\w* | invest\w* | price | \d+ (?:heads|people|roles|hires|positions)
      (?:one|two|three|four|five|six) (?:\w+ ){0,2}(?:heads|people|roles|hires|positions|engineers|pms|designers|managers)
    `,
    marks: [String.raw`[$€£]\s?\d`],
  },
  /** A point or stretch of time. */
  time: {
    words: String.raw`
      q[1-4] | h[12] | january | february | march | april | june | july | august | september | october
      november | december | jan | feb | mar | apr | jun | jul | aug | sept? | oct | nov | dec | in may
      by may | \d{1,2} may | may \d{1,2} | 20\d\d | (?:by|at) the end of
      (?:this|next|last) (?:week|month|quarter|half|year) | within \w+ (?:days|weeks|months)
      (?:first|\d+|two|three|four|six|thirty|ninety) (?:days|weeks?|months?|quarters?|years?) | weeks?
      months? | quarters? | timelines? | milestones? | deadlines? | schedule\w* | monday | tuesday
      wednesday | thursday | friday
    `,
    marks: [String.raw`\b\d{1,2}[./]\d{1,2}\b`, String.raw`\bday \d`],
  },
  /** A change of who there is, asked for. */
  proposal: {
    words: String.raw`
      propos(?:e|es|al|ing) | recommend\w* | headcount | reorg\w*
      (?:we|i|to) (?:will |want to |need to )?(?:hire|add|create|form|split|merge|move|set up) (?:\w+ ){0,4}(?:${STAFF})
      (?:is|are|will be) (?:formed|split|merged|created) | new (?:team|squad|group|role)
    `,
  },
  /** A direction from outside a proposal about people that needs them. */
  purpose: {
    words: String.raw`
      strateg\w+ | goals? | bets? | objectives? | okrs? | vision | mission
      (?:in order )?to (?:win|enter|grow|reach|launch|serve|scale|build|deliver|expand) | because
      so that | priorit(?:y|ies) | why
    `,
  },
  owner: {
    words: String.raw`
      owners? | owned by | owns | responsib\w+ | dris? | assigne\w+ | accountab\w+ | leads? | on[- ]call | in charge | who
      (?:led|run|done|written|prepared|handled|signed off|approved|checked|sent) by
      [a-z]+ (?:will|writes?|checks?|sends?|prepares?|monitors?|watch(?:es)?|updates?|trains?|announces?)
      [a-z]+ (?:tells?|flips?|turns?|posts?|reviews?|runs?|signs?|opens?)
    `,
    marks: [String.raw`@\w+`],
  },
  learning: {
    words: String.raw`
      learn(?:ed|t|ings?|s)? | lessons? (?:learn\w*|from|of|for) | went (?:well|wrong|badly)
      (?:do|did) (?:it )?differently | next time | (?:did|do) not work | didn[’']t work | surpris\w+
      retros?\w* | take-?aways? | what we (?:saw|found|know) | hypothes[ie]s | confirm(?:ed)? | disprov\w+
      we (?:found|underestimated|overestimated|missed|should have) | mistakes? | root causes?
      as a result | because | improve\w*
    `,
  },
  ask: {
    words: String.raw`
      asks? | asking
      (?:we|i) (?:need|request|want|would like|seek) (?:\w+ ){0,4}(?:you|board|approval|decision|help|support|input|leadership|budget|sponsor\w*|agreement|go-ahead)
      decisions? (?:\w+ )?(?:needed|required|requested|wanted)
      please (?:\w+ )?(?:approve|decide|confirm|choose|tell) | for (?:approval|your decision)
      approv(?:e|al) | help (?:needed|wanted) | requests?(?:ed|ing)? | need(?:s|ed)? from | sign[- ]off
      vote
    `,
  },
  decision: {
    words: String.raw`
      decid(?:e|ed|es|ing) | decisions? | chose | chosen | choose | approved? | agreed
      resol(?:ve|ved|ution) | committed | we (?:will|have|are going to) | conclud\w+ | go\/no-go | stopped
      changed
    `,
  },
  risk: {
    words: String.raw`
      risks? | threats? | worr(?:y|ied|ies) | concern\w* | could fail | may slip | might | slip\w*
      block(?:ers?|ed) | exposure | mitigat\w+ | uncertain\w* | dependenc\w+ | behind | delay\w*
      if (?:\w+ ){1,6}(?:fails?|slips?|moves?|leaves?|drops?) | unless | issues? | problems? | challenges?
      hard
    `,
  },
  /** Somebody is helped to grow. */
  coaching: {
    words: String.raw`
      coach\w* | mentor\w* | feedback | one[- ](?:to|on)[- ]one(?:s)? | 1:1s? | career\w* | growth (?:plan|talk)s?
      promot\w+ | shadow\w* | learn\w* | strengths? | calibrat\w+ | performance | develop (?:into|people)
      skip[- ]levels? | delegat\w+ | stretch
    `,
  },
  /** A line that begins with what is left out. */
  scopeLine: {
    marks: [String.raw`^\W{0,3}(?:not (?:in|part of|for) (?:this|the|now|it)|out of scope|non-goal|later:|excluded)\b`],
  },
  /** Goals, as headings call them. */
  goalHeading: { words: 'goals? | targets? | objectives? | okrs? | key results? | aims?' },
  /** Words that sound like strategy and decide nothing by themselves. */
  strategyWords: {
    words: String.raw`
      strateg(?:y|ic|ically) | visions? | visionary | mission | world-class | best[- ]in[- ]class
      leading | market leader | leaders? in | leadership position | number one | #1 | north[- ]star
      game[- ]chang\w+ | disrupt\w* | transform\w* | innovat\w+ | synerg\w+ | holistic\w* | pillars?
      moats? | flywheels? | ecosystems? | unlock\w* | differentiat\w+ | delight\w* | seamless\w*
      cutting[- ]edge | next[- ]gen\w* | excellence | empower\w* | customer[- ](?:centric|obsess\w+|first)
      win(?:ning)?
    `,
  },
  /** Names of values. */
  valueWords: {
    words: String.raw`
      values? | trust | respect | integrity | honest\w* | transparen\w+ | excellence | ownership
      kindness | empath\w+ | humility | courage | passion\w* | curio\w+ | inclusi\w+ | belonging
      openness | accountab\w+ | collaborat\w+ | customer[- ]obsess\w+ | bias (?:to|for) action
      innovation | teamwork | fairness | psychological safety | culture
    `,
  },
  /** Something a colleague could be seen to do. */
  behaviour: {
    words: String.raw`
      when(?:ever)? (?:we|you|someone|a|the|things|in|two|people|anyone)
      (?:every|each) (?:week|month|quarter|day|meeting|review|team|person|new|one|pm|lead|time)
      before (?:we|you|a|the|any) | after (?:we|you|a|the|every|each) | always | never | by (?:\w+ing)
      ask(?:s|ing)? | say(?:s|ing)? | writ(?:e|es|ing|ten) | tell(?:s|ing)? | shar(?:e|es|ing) | listen\w*
      answer\w* | reply | replies | admit\w* | disagree\w* | challeng\w+ (?:each|ideas|the)
      give feedback | giv(?:e|es|ing) | thank | invite | publish | record | do(?:n[’']t| not)
      for example | e\.g | instead | rather than | if (?:you|we|someone|a) | speak | explain | help\w*
      read | try | show\w* | take (?:time|leave|responsib\w+) | meet | avoid | start (?:with|by) | should
      must | expect\w*
    `,
  },
  /** Detail for builders. */
  buildDetail: {
    words: String.raw`
      tickets? | jira | epics? | sprints? | story points? | endpoints? | apis? | schemas? | database
      migrations? | modals? | buttons? | dropdowns? | tooltips? | checkbox(?:es)? | screens? | pixels?
      css | json | webhooks? | cron | queries | query | caches? | null | payloads? | backend | front-?end
      qa | unit tests? | bugs? | feature flags? | pull requests? | deploy\w* | sdk | libraries | library
      component | field | column | export button | login | acceptance criteria | behind (?:a|the) flag
      (?:empty|loading|error) states? | time-?zones? | regression | release notes | cron jobs?
    `,
  },
} as const satisfies Record<string, CueWords>;
