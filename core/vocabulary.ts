/**
 * The closed word lists of the domain. Each list is the single spelling used in SQL checks, JSON,
 * code and query strings; `words.ts` holds what a person reads. Source: the provider record schema
 * and rubric 1.0.0.
 */

export const MODALITIES = ['iv', 'im', 'sc', 'esketamine', 'nasal', 'lozenge'] as const
export type Modality = (typeof MODALITIES)[number]

export const SETTINGS = ['clinic', 'home'] as const
export type Setting = (typeof SETTINGS)[number]

/** What one finding can say. "Unknown" is the absence of findings, never a finding. */
export const LEVELS = ['met', 'partly', 'not_met'] as const
export type Level = (typeof LEVELS)[number]

/** What a criterion can come to once all its findings are weighed. */
export const VERDICTS = [
  'met',
  'partly',
  'at_least_partly',
  'not_met',
  'conflict',
  'unknown',
  'not_applicable',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** From strongest to weakest; one step down is the next in the list. */
export const STRENGTHS = ['proof', 'strong', 'claim', 'weak'] as const
export type Strength = (typeof STRENGTHS)[number]

/** From best to worst. */
export const GRADES = ['A', 'B', 'C', 'D', 'F'] as const
export type Grade = (typeof GRADES)[number]

const GRADE_ORDER: Record<Grade, number> = { A: 0, B: 1, C: 2, D: 3, F: 4 }

/** The worse of two grades; null stands for "no cap". */
export function worse(one: Grade | null, other: Grade | null): Grade | null {
  if (one === null) return other
  if (other === null) return one
  return GRADE_ORDER[one] >= GRADE_ORDER[other] ? one : other
}

/** `sample` providers are invented and live in a database of their own. */
export const ORIGINS = ['real', 'sample'] as const
export type Origin = (typeof ORIGINS)[number]

export const PROVIDER_KINDS = ['clinic', 'chain', 'hospital', 'telehealth', 'hybrid'] as const
export type ProviderKind = (typeof PROVIDER_KINDS)[number]

export const PROVIDER_STATUSES = ['open', 'closed', 'acquired', 'renamed', 'unknown'] as const
export type ProviderStatus = (typeof PROVIDER_STATUSES)[number]

export const LOCATION_BASES = ['stated', 'inferred'] as const
export type LocationBasis = (typeof LOCATION_BASES)[number]

export const CLINICIAN_ROLES = [
  'medical_director',
  'owner',
  'prescriber',
  'therapist',
  'guide',
  'staff',
] as const
export type ClinicianRole = (typeof CLINICIAN_ROLES)[number]

export const SERVICES = [
  'evaluation',
  'session',
  'course',
  'month',
  'follow_up',
  'therapy_session',
  'addon',
  'sitter',
] as const
export type Service = (typeof SERVICES)[number]

export const INCLUSIONS = [
  'evaluation',
  'medication',
  'monitoring',
  'therapy',
  'guide',
  'follow_up',
  'shipping',
] as const
export type Inclusion = (typeof INCLUSIONS)[number]

export const PAYERS = ['cash', 'after_insurance'] as const
export type Payer = (typeof PAYERS)[number]

export const PAYMENT_WAYS = [
  'insurance',
  'medicare',
  'medicaid',
  'hsa_fsa',
  'superbill',
  'financing',
] as const
export type PaymentWay = (typeof PAYMENT_WAYS)[number]

export const ACCEPTANCES = ['yes', 'no', 'partly'] as const
export type Acceptance = (typeof ACCEPTANCES)[number]

export const CONDITIONS = [
  'depression',
  'treatment_resistant_depression',
  'anxiety',
  'ptsd',
  'bipolar',
  'ocd',
  'substance_use',
  'eating_disorder',
  'chronic_pain',
  'crps',
  'migraine',
  'postpartum_depression',
  'suicidality',
  'other',
] as const
export type Condition = (typeof CONDITIONS)[number]

export const EVENT_KINDS = [
  'lawsuit',
  'criminal',
  'license_action',
  'dea_action',
  'fda_action',
  'ftc_action',
  'insolvency',
  'closure',
  'acquisition',
  'other',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export const EVENT_STAGES = [
  'alleged',
  'filed',
  'charged',
  'ordered',
  'settled',
  'dismissed',
  'won_by_provider',
  'lost_by_provider',
  'completed',
] as const
export type EventStage = (typeof EVENT_STAGES)[number]

export const EVENT_SUBJECTS = ['company', 'clinician'] as const
export type EventSubject = (typeof EVENT_SUBJECTS)[number]

export const SOURCE_KINDS = [
  'provider',
  'press',
  'regulator',
  'court',
  'peer_reviewed',
  'review_site',
  'registry',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** USPS codes of the states, the District and the territories that a US directory can meet. */
// biome-ignore format: one screenful of codes
export const US_STATES = [
  'AL', 'AK', 'AZ', 'AR', 'CA', 'CO', 'CT', 'DE', 'DC', 'FL', 'GA', 'HI', 'ID', 'IL', 'IN', 'IA',
  'KS', 'KY', 'LA', 'ME', 'MD', 'MA', 'MI', 'MN', 'MS', 'MO', 'MT', 'NE', 'NV', 'NH', 'NJ', 'NM',
  'NY', 'NC', 'ND', 'OH', 'OK', 'OR', 'PA', 'PR', 'RI', 'SC', 'SD', 'TN', 'TX', 'UT', 'VT', 'VA',
  'WA', 'WV', 'WI', 'WY',
] as const
export type UsState = (typeof US_STATES)[number]
