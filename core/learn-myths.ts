/** Claims that are often made, and what the sources say instead. */

import type { LearnSection } from './learn.ts'
import { sayUnder } from './learn-statement.ts'

export const MYTHS_SECTION: LearnSection = {
  id: 'myths',
  title: 'Myths put right',
  parts: [
    {
      title: null,
      cases: [],
      statements: [
        sayUnder(
          '“Ketamine is not addictive.”',
          'Not safe to say. It is a controlled drug, and its label reports dependence. One group of experts puts the risk of misuse near that of other controlled drugs, if it is prescribed with care.',
          'CC01',
          'KETabuse Swain22',
        ),
        sayUnder(
          '“Ketamine is FDA-approved for depression.”',
          'Only Spravato is. Plain ketamine by IV, shot, lozenge or spray is not approved for any mental health use.',
          'CC02',
          'FDA23 AANA24 SPRmono',
        ),
        sayUnder(
          '“Compounded ketamine is the same as Spravato.”',
          'It is not. The FDA does not check it, and it comes with no safety program.',
          'CC03',
          'FDA23',
        ),
        sayUnder(
          '“You cannot overdose. Home doses are harmless.”',
          'You can. The FDA told of a person at home with about twice the level used to put people under. Their breathing had slowed.',
          'CC04',
          'FDA23 ASA25c',
        ),
        sayUnder(
          '“Only street users get bladder damage.”',
          'Labels report bladder problems with long use. There are also reports from people in care. How often is not known.',
          'CC05',
          'SG16 KETlabel',
        ),
        sayUnder(
          '“Blood pressure is not an issue.”',
          'With Spravato, 8% to 19% of people had a big rise within 1.5 hours. With a dummy drug (placebo) it was 1% to 4%.',
          'CC06',
          'SPRpi',
        ),
        sayUnder(
          '“It cures depression for good.”',
          'No. One infusion has strong evidence for depression that is hard to treat. But the effect can fade within weeks. Canadian experts list it as a third choice.',
          'CC07',
          'CANMAT CANMATc Kew23',
        ),
        sayUnder(
          '“It is proven for PTSD and anxiety.”',
          'Six PTSD trials together found a small effect. After a correction for bias it was no longer clear.',
          'CC08',
          'PTSD24',
        ),
        sayUnder(
          '“Two hours of watching protects every patient.”',
          'That rule is for Spravato only. No federal rule says how to watch people who get ketamine off-label. States differ.',
          'CC09',
          'REMS FDA23 Utah22 GA25',
        ),
        sayUnder(
          '“Online ketamine is simply legal.”',
          'The federal rule that allows it without a visit runs to {date}. States may be stricter.',
          'CC10 dea-telemedicine',
          'DEA4 CCHP AAFP',
          '2026-12-15',
          'The federal rule that allowed it without a visit ran to {date}. We have not yet confirmed which rule holds now. States may be stricter.',
        ),
        sayUnder(
          '“They have an NPI, so they are a verified doctor.”',
          'An NPI is only a number that was given out. It shows no license, no board certificate and no past discipline.',
          'CC11',
          'NPI NPI2',
        ),
        sayUnder(
          '“Therapy makes the effect last.”',
          'It may, and many experts advise it. But a 2023 review still calls this the key open question.',
          'CC12',
          'Kew23 KRIYA',
        ),
      ],
    },
  ],
}
