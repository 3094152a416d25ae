/** What ketamine care is, the forms it comes in, and what the FDA has approved. */

import type { LearnSection } from './learn.ts'
import { say, sayUnder } from './learn-statement.ts'

const WHAT: LearnSection = {
  id: 'what',
  title: 'What ketamine care is',
  parts: [
    {
      title: null,
      cases: [],
      statements: [
        say(
          'Ketamine is a drug for anesthesia. Some clinics and online services also give it for depression and other conditions. It comes after other treatments, not before them.',
          'C6 CC02',
          'AANA24 CANMATc FDA23',
        ),
        say(
          'How well it works depends on the form and the condition. The best evidence is for one IV infusion in depression that other care has not helped. It is much weaker for repeated infusions and for other forms.',
          'CC07 iv-clinic',
          'CANMAT CANMATc',
        ),
        say(
          'The effect can fade. In one trial, people had up to six infusions. Those who relapsed did so after 18 days, as a middle figure (median).',
          'CC07',
          'Kew23',
        ),
        say(
          'During a session, people can feel cut off from what is real. They are easily led in that state. So safety and consent must be settled first.',
          '(C3) G3',
          'APA17 SPRpi KRIYA',
        ),
      ],
    },
  ],
}

const FORMS: LearnSection = {
  id: 'forms',
  title: 'The forms, and what each one means for safety and cost',
  parts: [
    {
      title: 'IV infusion in a clinic',
      cases: ['iv-clinic'],
      statements: [
        sayUnder(
          'What it is',
          'A drip into a vein. This use is off-label.',
          'iv-clinic CC02',
          'CANMATc FDA23',
        ),
        sayUnder(
          'Who watches',
          'Anesthesia experts keep IV ketamine to places where patients are watched and help is near. Ask for a trained clinician on site the whole time. Oxygen, pulse and blood pressure should be checked.',
          'D1 D3',
          'ASA25 ASA25b KETlabel',
        ),
        sayUnder(
          'What it costs',
          'The price of one session leaves out visits, tests, therapy and later sessions. Ask for the cost of the whole course.',
          'B2',
          'Price Price2',
        ),
      ],
    },
    {
      title: 'Injection (IM) in a clinic',
      cases: ['im-clinic', 'sc-clinic'],
      statements: [
        sayUnder(
          'What it is',
          'A shot into a muscle. This use is off-label, and the evidence is weaker than for IV.',
          'im-clinic CC07',
          'CANMAT',
        ),
        sayUnder(
          'Who watches',
          'The same as for IV. Anesthesia experts keep shots to places where patients are watched.',
          'D1',
          'ASA25 ASA25b',
        ),
        sayUnder(
          'What it costs',
          'As with IV, ask what the price leaves out.',
          'B2',
          'Price Price2',
        ),
      ],
    },
    {
      title: 'Esketamine (Spravato)',
      cases: ['esketamine-clinic'],
      statements: [
        sayUnder(
          'What it is',
          'A nasal spray, and the only form the FDA has approved for depression.',
          'esketamine-clinic CC02',
          'AANA24 SPRmono REMS',
        ),
        sayUnder(
          'Who watches',
          'Only certified sites may give it. The prescriber is on site. You are watched for at least two hours. It is never for home use.',
          'esketamine-rems D6',
          'REMS REMSsite REMSout',
          '2027-02-21',
        ),
        sayUnder(
          'What it costs',
          'Insurance differs by drug and by plan. Ask your plan about this drug by name.',
          'B5',
          'Price2',
        ),
      ],
    },
    {
      title: 'Compounded nasal spray',
      cases: ['nasal-clinic', 'nasal-home'],
      statements: [
        sayUnder(
          'What it is',
          'A spray that a pharmacy mixes. It is not Spravato, and the FDA does not check it.',
          'nasal-home CC03',
          'FDA23',
        ),
        sayUnder(
          'Who watches',
          'No safety program comes with it, as it does with Spravato. The FDA put out an alert on these sprays in 2022.',
          'CC03 (fda-compounded)',
          'FDA23 FDA22',
          '2027-02-21',
        ),
        sayUnder(
          'What it costs',
          'Ask what the whole course costs, and which pharmacy makes the spray.',
          'B2 E4',
          'Price2 FDA23',
        ),
      ],
    },
    {
      title: 'Lozenges or tablets at home',
      cases: ['lozenge-home'],
      statements: [
        sayUnder(
          'What it is',
          'They melt in the mouth. A pharmacy mixes them, and the FDA does not check them. The evidence is weaker than for IV.',
          'lozenge-home CC03',
          'FDA23 CANMAT',
        ),
        sayUnder(
          'Who watches',
          'The FDA says home use adds risk, because no clinician is there. Look for a clinician on live video at the first session, and an adult with you each time. Pulse and blood pressure should be taken before and after.',
          'D2 lozenge-home',
          'FDA23 ASA25',
        ),
        sayUnder(
          'What it costs',
          'Read how to cancel, and what you get back if you stop for medical reasons. The FTC acted against one online firm that made it hard to cancel.',
          'B4',
          'FTC24b KWC',
        ),
      ],
    },
    {
      title: 'Shots or IV at home',
      cases: ['iv-home', 'im-home', 'sc-home'],
      statements: [
        sayUnder(
          'Who watches',
          'Anesthesia experts keep injected ketamine to watched places. One large study looked at shots at home. Its data come from the company that sells them.',
          'sc-home',
          'ASA25b SC26',
        ),
      ],
    },
  ],
}

const APPROVED: LearnSection = {
  id: 'approved',
  title: 'Approved, off-label and compounded',
  parts: [
    {
      title: null,
      cases: [],
      statements: [
        say(
          'Approved: only Spravato. It is for depression that other treatment has not helped, and for depression with sudden thoughts of suicide. Since January 2025 it may be used on its own.',
          'CC02 esketamine-clinic',
          'SPRmono AANA24',
        ),
        say(
          'Off-label: the drug is used for something the FDA has not approved it for. All other ketamine for mental health is off-label.',
          'CC02 (G1)',
          'FDA23 AANA24',
        ),
        say(
          'Compounded: a pharmacy mixes the drug. The FDA does not check how safe or how good it is. It knew of no proof that such drugs are safer, work better or act faster.',
          'CC03',
          'FDA23',
        ),
        say(
          'An honest provider says plainly which of these you get. It also says which pharmacy it comes from.',
          'E4 (G1)',
          'FDA23 FDA22',
        ),
      ],
    },
  ],
}

export const CARE_SECTIONS: readonly LearnSection[] = [WHAT, FORMS, APPROVED]
