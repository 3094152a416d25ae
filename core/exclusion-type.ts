/**
 * What the types of the federal exclusion list mean, in plain words. Source: Social Security Act,
 * sections 1128 and 1156, and the list's page of exclusion authorities.
 */

export type ExclusionReason = {
  /** `1128(b)(4)`; the type as given where it is no section. */
  citation: string
  words: string
}

const REASONS: Record<string, string> = {
  '1128a1': 'convicted of a crime tied to Medicare or a state health program',
  '1128a2': 'convicted of patient abuse or neglect',
  '1128a3': 'convicted of felony health care fraud',
  '1128a4': 'convicted of a felony tied to controlled drugs',
  '1128b1': 'convicted of misdemeanor health care fraud',
  '1128b2': 'convicted of blocking an investigation',
  '1128b3': 'convicted of a misdemeanor tied to controlled drugs',
  '1128b4': 'license revoked, suspended or surrendered',
  '1128b5': 'excluded or suspended by another government program',
  '1128b6': 'excessive charges, or services that were unneeded or below standard',
  '1128b7': 'fraud, kickbacks or other banned acts',
  '1128b8': 'a company controlled by an excluded person',
  '1128b9': 'did not disclose required information',
  '1128b10': 'did not give requested information on subcontractors',
  '1128b11': 'did not give payment information',
  '1128b12': 'did not grant immediate access',
  '1128b13': 'did not take corrective action',
  // A debt, not a danger: the wording must not suggest more.
  '1128b14': 'unpaid health education loan',
  '1128b15': 'controls a company that was excluded',
  '1128b16': 'false statements in an application',
  '1128aa': 'civil money penalty for false claims or other banned acts',
  '1156': 'broke duties on the quality of care',
}

/** The section that an exclusion type stands for, with its meaning. Unknown types keep their text. */
export function exclusionReason(type: string): ExclusionReason {
  const given = type.trim()
  if (/^BRCH/i.test(given)) {
    return { citation: given, words: 'broke a settlement or integrity agreement' }
  }
  // 1128Aa is section 1128A(a), not 1128(a); only the capital letter tells.
  if (given === '1128Aa') return { citation: '1128A(a)', words: REASONS['1128aa'] ?? '' }
  const words = REASONS[given.toLowerCase()]
  const parts = /^(1128|1156)([a-c])?(\d+)?$/i.exec(given)
  if (words === undefined || parts === null) {
    return { citation: given, words: 'a reason that the list gives only as a code' }
  }
  const [, section = '', letter, number] = parts
  const tail = `${letter ? `(${letter.toLowerCase()})` : ''}${number ? `(${number})` : ''}`
  return { citation: `${section}${tail}`, words }
}
