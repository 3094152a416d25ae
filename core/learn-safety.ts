/** The risks, and who should not have it or must be checked with care. */

import type { LearnSection } from './learn.ts'
import { say, sayUnder } from './learn-statement.ts'

const RISKS: LearnSection = {
  id: 'risks',
  title: 'Risks',
  parts: [
    {
      title: null,
      cases: [],
      statements: [
        sayUnder(
          'Dependence',
          'Ketamine is a controlled drug that can be misused. Its label reports that the body can come to need it after long use. Some people who used it more than once a week had withdrawal when they stopped.',
          'CC01',
          'KETabuse',
        ),
        sayUnder(
          'Bladder',
          'Labels report bladder problems after long use. No source we read says how often this happens at clinic doses. Tell your provider about pain or any change when you pass water.',
          'CC05',
          'SG16 KETlabel',
        ),
        sayUnder(
          'Blood pressure',
          'It can rise a lot after any dose, even if it did not before. With Spravato the peak comes near 40 minutes, and it lasts about 4 hours.',
          'CC06 C7',
          'SPRpi',
        ),
        sayUnder(
          'Feeling cut off (dissociation)',
          'People can feel cut off from what is real. This is why someone must watch you, and why you should not drive until the next day, after sleep.',
          '(C3) D5',
          'APA17 SPRpi',
        ),
        sayUnder(
          'Slow breathing',
          'Overdose is possible. The FDA told of a person at home whose breathing slowed after a dose by mouth. Other drugs that make you sleepy, and opioids, can add to this.',
          'CC04 C5',
          'FDA23 ASA25c KETlabel',
        ),
        sayUnder(
          'Suicidal thoughts',
          'The Spravato label warns about them. It says the effect on suicide has not been shown. A provider should check your risk and have a crisis plan.',
          'C2',
          'SPRpi RCP25',
        ),
      ],
    },
  ],
}

const WHO: LearnSection = {
  id: 'who',
  title: 'Who should not have it, or needs extra care',
  parts: [
    {
      title: null,
      cases: [],
      statements: [
        say(
          'Some kinds of blood vessel disease, or past bleeding in the brain, rule it out. Your blood pressure must be taken first.',
          'C4 (CC06)',
          'SPRpi',
        ),
        say(
          'An allergy to ketamine, to esketamine or to anything else in the drug rules it out. Say so if you ever had a bad reaction to it.',
          'C5',
          'SPRpi KETlabel',
        ),
        say(
          'Psychosis calls for care. A provider should ask about psychosis and mania, and say what each one changes.',
          'C3',
          'APA17 SPRpi HullMeth',
        ),
        say(
          'Past trouble with drugs raises the risk of misuse. Say so if this is you.',
          '(C3) CC01',
          'KETabuse',
        ),
        say(
          'Tell them about every drug you take. Tell them if you may be pregnant, or had liver or bladder trouble. The label warns about the liver and about passing water.',
          'C5',
          'KETlabel SPRpi',
        ),
        say(
          'Be wary of a provider that says everyone can have it. So too if it names no one it would turn away.',
          'RF10',
          'APA17 SPRpi',
        ),
      ],
    },
  ],
}

export const SAFETY_SECTIONS: readonly LearnSection[] = [RISKS, WHO]
