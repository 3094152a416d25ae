/**
 * What a person reads for each word of the vocabulary. One list per word list, checked by the
 * compiler to be whole. Plain US English; a shape stands beside each verdict, so that nothing is
 * told by color alone.
 */

import type { SetAside } from './criterion-value.ts'
import type { Age } from './freshness.ts'
import type { OrUnknown } from './search-query.ts'
import type {
  Acceptance,
  ClinicianRole,
  Condition,
  EventKind,
  EventStage,
  Inclusion,
  Level,
  Modality,
  PaymentWay,
  ProviderKind,
  ProviderStatus,
  Service,
  Setting,
  SourceKind,
  Strength,
  Verdict,
} from './vocabulary.ts'

export const NOT_KNOWN = 'Not known'

/** What the API says of a name in an address that it does not know; pages say it in other words. */
export const NOT_A_PARAMETER = 'is not a parameter of this address.'

export type VerdictWords = { word: string; shape: string; meaning: string }

/** The word, the shape and the sense of each verdict. */
export const VERDICT_WORDS: Record<Verdict, VerdictWords> = {
  met: { word: 'Meets', shape: '●', meaning: 'The evidence shows that the provider does this.' },
  partly: { word: 'Partly', shape: '◐', meaning: 'The evidence shows a part of it, and no more.' },
  at_least_partly: {
    word: 'Partly or better',
    shape: '◐',
    meaning: 'We could read only a part of the page. It shows this much and may show more.',
  },
  not_met: {
    word: 'Does not meet',
    shape: '✕',
    meaning: 'The evidence shows that the provider does not do this.',
  },
  conflict: {
    word: 'Sources disagree',
    shape: '≠',
    meaning: 'Sources that are equally strong say different things.',
  },
  unknown: {
    word: NOT_KNOWN,
    shape: '?',
    meaning: 'We found nothing that says so either way. Ask the provider.',
  },
  not_applicable: {
    word: 'Does not apply',
    shape: '–',
    meaning: 'This point is not about this kind of care.',
  },
}

/** The order in which a legend names the verdicts. */
export const LEGEND: readonly Verdict[] = [
  'met',
  'at_least_partly',
  'partly',
  'not_met',
  'unknown',
  'conflict',
  'not_applicable',
]

export const LEVEL_WORDS: Record<Level, string> = {
  met: 'Says that it does',
  partly: 'Shows a part of it',
  not_met: 'Says that it does not',
}

/** How strong a piece of evidence is, as one would say it. */
export const STRENGTH_WORDS: Record<Strength, string> = {
  proof: 'Proof: the official record or the document itself',
  strong: 'Strong: someone independent, or the provider’s own protocol',
  claim: 'Claim: the provider says so and it cannot be checked elsewhere',
  weak: 'Weak: a directory, a review site or a spoken answer',
}

export const STRENGTH_SHORT: Record<Strength, string> = {
  proof: 'proof',
  strong: 'strong evidence',
  claim: 'the provider’s claim',
  weak: 'weak evidence',
}

/** Why a piece of evidence was left out. */
export const SET_ASIDE_WORDS: Record<SetAside, string> = {
  other_case: 'Not counted: it is about another kind of care or another state.',
  future: 'Not counted: its date lies in the future.',
  stale: 'Not counted: it is too old.',
  too_weak: 'Not counted: it was weak, and it is old or undated.',
  older_reading: 'Not counted: we have a newer reading of the same page.',
}

export const AGE_WORDS: Record<Age, string> = {
  fresh: 'recent',
  past_recheck: 'due to be checked again',
  stale: 'old',
  undated: 'date unknown',
  future: 'dated in the future',
}

export const MODALITY_WORDS: Record<Modality, string> = {
  iv: 'IV infusion',
  im: 'Injection into a muscle (IM)',
  sc: 'Injection under the skin',
  esketamine: 'Spravato (esketamine) spray',
  nasal: 'Compounded nasal spray',
  lozenge: 'Lozenge or tablet',
}

export const SETTING_WORDS: Record<Setting, string> = { clinic: 'In a clinic', home: 'At home' }

export const KIND_WORDS: Record<ProviderKind, string> = {
  clinic: 'Clinic',
  chain: 'Chain of clinics',
  hospital: 'Hospital service',
  telehealth: 'Telehealth service',
  hybrid: 'Clinic and telehealth',
}

export const STATUS_WORDS: Record<ProviderStatus, string> = {
  open: 'Open',
  closed: 'Closed',
  acquired: 'Taken over by another company',
  renamed: 'Goes by a new name',
  unknown: 'Not known if it is open',
}

export const PAYMENT_WORDS: Record<PaymentWay, string> = {
  insurance: 'Private insurance',
  medicare: 'Medicare',
  medicaid: 'Medicaid',
  hsa_fsa: 'HSA or FSA card',
  superbill: 'Bill to send to your insurer (superbill)',
  financing: 'Payment plan or loan',
}

export const ACCEPTANCE_WORDS: Record<Acceptance, string> = {
  yes: 'Yes',
  no: 'No',
  partly: 'For some care or some places',
}

export const CONDITION_WORDS: Record<Condition, string> = {
  depression: 'Depression',
  treatment_resistant_depression: 'Depression that other treatment has not helped',
  anxiety: 'Anxiety',
  ptsd: 'PTSD',
  bipolar: 'Bipolar disorder',
  ocd: 'OCD',
  substance_use: 'Substance use',
  eating_disorder: 'Eating disorder',
  chronic_pain: 'Chronic pain',
  crps: 'Complex regional pain (CRPS)',
  migraine: 'Migraine',
  postpartum_depression: 'Depression after birth',
  suicidality: 'Suicidal thoughts',
  other: 'Other conditions',
}

export const ROLE_WORDS: Record<ClinicianRole, string> = {
  medical_director: 'Medical director',
  owner: 'Owner',
  prescriber: 'Prescriber',
  therapist: 'Therapist',
  guide: 'Guide',
  staff: 'Staff',
}

export const SERVICE_WORDS: Record<Service, string> = {
  evaluation: 'First evaluation',
  session: 'One session',
  course: 'Course of sessions',
  month: 'One month',
  follow_up: 'Follow-up visit',
  therapy_session: 'Therapy session',
  addon: 'Add-on',
  sitter: 'Sitter',
}

export const INCLUSION_WORDS: Record<Inclusion, string> = {
  evaluation: 'evaluation',
  medication: 'medicine',
  monitoring: 'monitoring',
  therapy: 'therapy',
  guide: 'a guide',
  follow_up: 'follow-up',
  shipping: 'shipping',
}

export const EVENT_KIND_WORDS: Record<EventKind, string> = {
  lawsuit: 'Lawsuit',
  criminal: 'Criminal case',
  license_action: 'License action',
  dea_action: 'DEA action',
  fda_action: 'FDA action',
  ftc_action: 'FTC action',
  insolvency: 'Insolvency',
  closure: 'Closing',
  acquisition: 'Takeover',
  other: 'Other event',
}

/** How far a matter has come; an allegation is never worded as a fact. */
export const EVENT_STAGE_WORDS: Record<EventStage, string> = {
  alleged: 'Alleged, not decided',
  filed: 'Filed, not decided',
  charged: 'Charged, not decided',
  ordered: 'Ordered',
  settled: 'Settled',
  dismissed: 'Dismissed',
  won_by_provider: 'Decided for the provider',
  lost_by_provider: 'Decided against the provider',
  completed: 'Completed',
}

export const SOURCE_KIND_WORDS: Record<SourceKind, string> = {
  provider: 'The provider’s own page',
  press: 'News report',
  regulator: 'Regulator',
  court: 'Court record',
  peer_reviewed: 'Peer-reviewed article',
  review_site: 'Review site or directory',
  registry: 'Official registry',
}

/** The words of a filter option, where the list has an entry, else "Not known". */
export function optionWords<Word extends string>(
  words: Record<Word, string>,
  option: OrUnknown<Word> | string,
): string {
  return Object.hasOwn(words, option) ? words[option as Word] : NOT_KNOWN
}
