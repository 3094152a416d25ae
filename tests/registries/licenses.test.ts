import { describe, expect, test } from 'vitest'
import {
  LICENSE_FILES,
  licenseFormat,
  openLicenseFile,
} from '#server/registries/licenses/license-files.ts'
import {
  disciplineKind,
  licenseStatus,
  texasStatus,
} from '#server/registries/licenses/license-words.ts'
import { readAll } from '#server/registries/read-all.ts'
import { madeFile, zipOf } from './made-files.ts'

async function read(source: string, content: string | Buffer, name = 'file.csv') {
  const format = licenseFormat(source)
  if (format === null) throw new RangeError(source)
  return readAll((await openLicenseFile(madeFile(name, content), format)).batches)
}

/** One made row under each file's published header, and what it must be read into. */
const EXAMPLES: [string, string, object][] = [
  [
    'wa-health',
    'CredentialNumber,LastName,FirstName,MiddleName,CredentialType,Status,BirthYear,CEDueDate,FirstIssueDate,LastIssueDate,ExpirationDate,ActionTaken\nMD00012345,DOE,JANE,Q,Physician And Surgeon License,ACTIVE,1970,,20050102,20240102,20270131,No\n',
    {
      state: 'WA',
      license_number: 'MD00012345',
      birth_year: 1970,
      status: 'active',
      expires_on: '2027-01-31',
      discipline: [],
      tells_discipline: true,
    },
  ],
  [
    'tx-medical',
    'license_number,last_name,first_name,license_type,registration_status,license_status,license_expiration_date,disciplinary_status,current_board_action_date,current_board_action_description\nA1234,DOE,JANE,PHY,ACTIVE,FULL,2027-05-31T00:00:00.000,SUSPENDED,2026-02-03T00:00:00.000,TEMPORARY SUSPENSION\n',
    {
      state: 'TX',
      status: 'suspended',
      status_words: 'ACTIVE; FULL; SUSPENDED',
      expires_on: '2027-05-31',
      discipline: [
        { kind: 'order', words: 'TEMPORARY SUSPENSION', on: '2026-02-03', case_number: null },
      ],
    },
  ],
  [
    'tx-nursing-aprn',
    'license_number,last_name,first_name,middle_name,apn_category,license_status,lincense_status_date,lincense_expiration_date,current_board_action\n123456,DOE,JANE,,NURSE PRACTITIONER,CURRENT (C),20240101,20270531,false\n',
    {
      state: 'TX',
      license_type: 'NURSE PRACTITIONER',
      row_key: 'NURSE PRACTITIONER:123456',
      status: 'active',
      expires_on: '2027-05-31',
      discipline: [],
    },
  ],
  [
    'il-professional',
    'License Type,Description,License Number,License Status,Business,First Name,Middle,Last Name,Suffix,Business Name,City,State,Original Issue Date,Expiration Date,Ever Disciplined,Discipline Start Date,Action,Discipline Reason\nMedical Board,LICENSED PHYSICIAN AND SURGEON,036123456,ACTIVE,N,JANE,Q,DOE,,,CHICAGO,IL,01/02/2005,07/31/2026,Y,03/04/2015,Reprimand,Failed to report\n',
    {
      state: 'IL',
      license_number: '036123456',
      status: 'active',
      home_state: 'IL',
      discipline: [
        {
          kind: 'order',
          words: 'Reprimand',
          note: 'Failed to report',
          on: '2015-03-04',
          case_number: null,
        },
      ],
    },
  ],
  [
    'co-regulatory',
    'lastName,firstName,middleName,suffix,entityName,city,state,licenseType,subCategory,licenseNumber,licenseFirstIssueDate,licenseExpirationDate,licenseStatusDescription,caseNumber,programAction,disciplineEffectiveDate,linkToVerifyLicense\nDOE,JANE,,,,DENVER,CO,DR,,0012345,01/02/2005,04/30/2027,Active - With Conditions,2020-12,Stipulation,05/06/2020,Verify (https://apps.example.gov/verify?id=1)\n',
    {
      state: 'CO',
      row_key: 'DR:0012345',
      status: 'active_restricted',
      verify_url: 'https://apps.example.gov/verify?id=1',
      discipline: [
        { kind: 'order', words: 'Stipulation', on: '2020-05-06', case_number: '2020-12' },
      ],
    },
  ],
  [
    'ct-elicense',
    'CredentialId,Name,Type,FullCredentialCode,CredentialType,CredentialNumber,Credential,Status,StatusReason,IssueDate,ExpirationDate,City,State\n1,JANE Q DOE,INDIVIDUAL,1.033435,1,033435,Physician/Surgeon,INACTIVE,LAPSED DUE TO NON-RENEWAL,01/02/2005,03/31/2019,HARTFORD,CT\n',
    {
      state: 'CT',
      license_number: '033435',
      row_key: '1.033435',
      last_name: 'DOE',
      middle_name: 'Q',
      status: 'expired',
      tells_discipline: false,
    },
  ],
  [
    'de-roster',
    'last_name,first_name,license_no,profession_id,license_type,city,state,issue_date,expiration_date,license_status,disciplinary_action\nKETAMINE CLINIC LLC,,F1-0000001,Controlled Substances,Facility,DOVER,DE,2020-01-02T00:00:00.000,2027-03-31T00:00:00.000,Revoked,N\n',
    {
      state: 'DE',
      business_name: 'KETAMINE CLINIC LLC',
      last_name: null,
      status: 'revoked',
      discipline: [],
      tells_discipline: false,
    },
  ],
  [
    'de-actions',
    'license_id_l,last_name,first_name,license_type,disp_start,item_text\nC1-0001234,DOE,JANE,Physician M.D.,2019-05-06T00:00:00.000,Probation\n',
    {
      state: 'DE',
      status: 'unknown',
      discipline: [{ kind: 'order', words: 'Probation', on: '2019-05-06', case_number: null }],
    },
  ],
  [
    'ny-conduct',
    'LicenseNum,LicenseType,First_Name,Middle_Name,Last_Name,WebAction,WebNotes,EffectiveDate\n123456,MD,JANE,,DOE,License surrender.,The physician did not contest.,05/06/2015\n',
    {
      state: 'NY',
      status: 'unknown',
      discipline: [
        {
          kind: 'order',
          words: 'License surrender.',
          note: 'The physician did not contest.',
          on: '2015-05-06',
          case_number: null,
        },
      ],
    },
  ],
  [
    'md-physicians',
    'Maryland Board of Physicians\nAs of 11/01/2026\nLicense #,Last Name,First Name,License Status,Expiration Date,Discipline\nD0000290,DOE,JANE,Active,9/30/2027,Yes\n',
    {
      state: 'MD',
      license_number: 'D0000290',
      status: 'active',
      expires_on: '2027-09-30',
      discipline: [
        {
          kind: 'unspecified',
          words: 'The board marks this license as disciplined.',
          on: null,
          case_number: null,
        },
      ],
    },
  ],
  [
    'fl-health',
    'License-Number|Last-Name|First-Name|Name-Suffix|Profession-Name|License-Status-Description|Expire-Date|Board-Action-Indicator\n12345|DOE|JANE|"DE|Medical Doctor|CLEAR/ACTIVE|01/31/2027|N|\n',
    {
      state: 'FL',
      row_key: 'Medical Doctor:12345',
      suffix: '"DE',
      status: 'active',
      expires_on: '2027-01-31',
      discipline: [],
    },
  ],
  [
    'fl-complaints',
    'License Number|Respondent Name|Profession|Case Activity Type|Case Activity Date|Case Number|\n12345|DOE, JANE|Medical Doctor|Administrative Complaint Filed|05/06/2026|2026-00001|\n',
    {
      state: 'FL',
      last_name: 'DOE',
      discipline: [
        {
          kind: 'allegation',
          words: 'Administrative Complaint Filed',
          on: '2026-05-06',
          case_number: '2026-00001',
        },
      ],
    },
  ],
  [
    'ca-medical-actions',
    '"alert_date","last_name","first_name","middle_name","name_suffix","city","state","license","action_type","action_date"\n2008-04-18,"Doe","Jane","Q","","Boise","ID","A25855","Accusation Filed",2008-04-18\n',
    {
      state: 'CA',
      license_number: 'A25855',
      home_state: 'ID',
      discipline: [
        { kind: 'allegation', words: 'Accusation Filed', on: '2008-04-18', case_number: null },
      ],
    },
  ],
  [
    'ca-medical-alerts',
    '"ALERT \r\nISSUE DATE",NAME,CITY/STATE,"LICENSE\r\nNUMBER",TYPE OF ACTION,"DATE\r\nOF ACTION"\n1/3/2022,"Doe, Jane Q","Redondo Beach, CA",G 66535,Surrendered,1/1/2022\n',
    {
      state: 'CA',
      license_number: 'G66535',
      first_name: 'Jane',
      middle_name: 'Q',
      city: 'Redondo Beach',
      home_state: 'CA',
    },
  ],
]

describe('a license file', () => {
  test.each(EXAMPLES)(
    '%s is read under its published header',
    async (source, content, expected) => {
      const whole = await read(source, content)
      expect(whole.refusals).toEqual([])
      expect(whole.rows).toHaveLength(1)
      expect(whole.rows[0]?.row).toMatchObject(expected)
      expect(whole.rows[0]?.row.source).toBe(source)
    },
  )

  test('has an example for every format but two that share one', () => {
    const shown = new Set(EXAMPLES.map(([source]) => source))
    const rest = LICENSE_FILES.map(({ source }) => source).filter((source) => !shown.has(source))
    expect(rest).toEqual(['tx-nursing-lvn', 'tx-nursing-rn'])
  })

  test.each(EXAMPLES)('%s is not taken for another board', async (source, content) => {
    const other = source.startsWith('wa') ? 'ny-conduct' : 'wa-health'
    await expect(read(other, content)).rejects.toMatchObject({ name: 'RegistryFileProblem' })
  })

  test('leaves out a day that does not exist, notes it, and keeps the license', async () => {
    const [, content = ''] = EXAMPLES[0] ?? []
    const whole = await read('wa-health', content.replace('20270131', '20270231'))
    const reason = '"20270231" is not a day. The row is kept without it.'
    expect(whole.refusals).toEqual([{ line: 2, column: 'expirationdate', reason, kept: true }])
    expect(whole.rows[0]?.row).toMatchObject({ status: 'active', expires_on: null })
  })

  test('refuses a row of another length by its line', async () => {
    const [, content = ''] = EXAMPLES[10] ?? []
    const whole = await read('fl-health', content.replace('DOE|JANE', 'DOE|JA|NE'))
    expect(whole.refusals).toMatchObject([{ line: 2, column: 'Board-Action-Indicator' }])
  })

  test('is read out of a zip', async () => {
    const [, content = ''] = EXAMPLES[10] ?? []
    const whole = await read(
      'fl-health',
      zipOf({ 'dbdumps/ldms/PROF_ALL.txt': content }),
      'PROF_ALL.zip',
    )
    expect(whole.rows).toHaveLength(1)
  })
})

describe('the words of the boards', () => {
  test.each([
    ['ACTIVE', 'active'],
    ['INACTIVE', 'inactive'],
    ['Active - Probation', 'active_restricted'],
    ['NOT RENEWED', 'expired'],
    ['Suspended (revocation stayed)', 'suspended'],
    ['Voluntarily Surrendered', 'surrendered'],
    ['Retired Active', 'retired'],
    ['ACTIVE - UNRESTRICTED', 'active'],
    ['Active, no restrictions', 'active'],
    ['ACTIVE IN RENEWAL; PENDING RENEWAL', 'active'],
    ['PENDING RENEWAL', 'pending'],
    ['Expired - Pending Renewal', 'expired'],
    ['Lapsed - Probation', 'expired'],
    ['Military', 'unknown'],
    [null, 'unknown'],
  ])('%s means %s', (words, status) => {
    expect(licenseStatus(words)).toBe(status)
  })

  test.each([
    ['X', 'REVOKED', 'revoked'],
    ['DELINQUENT', 'REVOKED', 'revoked'],
    ['ACTIVE', 'PROBATION', 'active_restricted'],
    ['DELINQUENT', 'PROBATION', 'expired'],
    ['X', 'PROBATION', 'unknown'],
    ['ACTIVE', 'NONE', 'active'],
  ])('of a Texas physician, %s and %s, come to %s', async (registration, discipline, status) => {
    const csv = `license_number,last_name,first_name,license_type,registration_status,license_status,disciplinary_status\nA1234,DOE,JANE,PHY,${registration},,${discipline}\n`
    expect((await read('tx-medical', csv)).rows[0]?.row.status).toBe(status)
  })

  test('of Texas are told by their code, and X is not guessed at', () => {
    expect(
      ['CURRENT (C)', 'VOL.SURRENDER (V)', 'NOT CURRENT - SEE ENF (X)', 'CURRENT'].map(texasStatus),
    ).toEqual(['active', 'surrendered', 'unknown', 'unknown'])
  })

  test('tell an allegation from an order', () => {
    const kinds = [
      'First Amended Accusation & Petition to Revoke Probation Filed',
      'Accusation Withdrawn',
      'Statement of Issues Filed',
      'Public Reprimand',
      'Revoked',
    ].map(disciplineKind)
    expect(kinds).toEqual(['allegation', 'closed_allegation', 'allegation', 'order', 'order'])
  })

  test.each([
    ['Accuastion', 'allegation'],
    ['Accusaton', 'allegation'],
    ['First Amended Accusattion', 'allegation'],
    ['Accusation & Petitition to Revoke Probation Filed', 'allegation'],
    ['Accusation Withdrawal', 'closed_allegation'],
    ['First Amended Accusation Withdrawal', 'closed_allegation'],
    ['Stayed Pending Judicial Review', 'order'],
    ['Automatic Inactive Status', 'order'],
    ['Matter referred', 'unspecified'],
  ] as const)('read the action "%s" as %s', (words, kind) => {
    expect(disciplineKind(words)).toBe(kind)
  })

  test('are judged by the action alone, whatever its reason says', async () => {
    const il =
      'License Type,Description,License Number,License Status,Business,First Name,Middle,Last Name,Ever Disciplined,Discipline Start Date,Action,Discipline Reason\nMedical Board,LICENSED PHYSICIAN AND SURGEON,036123456,ACTIVE,N,JANE,Q,DOE,Y,03/04/2015,Suspended,Failed to respond to the complaint filed by the Department.\n'
    const ny =
      "LicenseNum,LicenseType,First_Name,Middle_Name,Last_Name,WebAction,WebNotes,EffectiveDate\n123456,MD,JANE,,DOE,License revocation,The court dismissed the physician's Article 78 petition.,05/06/2015\n"
    const suspended = (await read('il-professional', il)).rows[0]?.row.discipline[0]
    const revoked = (await read('ny-conduct', ny)).rows[0]?.row.discipline[0]
    expect([suspended, revoked]).toMatchObject([
      { kind: 'order', words: 'Suspended', note: expect.stringContaining('complaint') },
      { kind: 'order', words: 'License revocation', note: expect.stringContaining('petition') },
    ])
  })

  test('of California name people, however their names are typed', async () => {
    const header =
      '"ALERT ISSUE DATE","NAME","CITY/STATE","LICENSE NUMBER","TYPE OF ACTION","DATE OF ACTION"'
    const line = (name: string, number: string) =>
      `"01/02/2023","${name}","Fresno, CA","${number}","Accusation","01/02/2023"`
    const lines = [line('Doe. Jane', 'A 117017'), line('Doe Medical Group', 'AFE 12')]
    const { rows } = await read('ca-medical-alerts', `${[header, ...lines].join('\n')}\n`)
    expect(rows.map(({ row }) => [row.last_name, row.first_name, row.business_name])).toEqual([
      ['Doe', 'Jane', null],
      [null, null, 'Doe Medical Group'],
    ])
  })
})
