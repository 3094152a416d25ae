/** Mistakes to avoid, how to choose, how to pay, the law on care from afar, and after-care. */

import type { LearnSection, LearnStatement } from './learn.ts'
import { say, sayUnder } from './learn-statement.ts'

/** The day by which everything about telemedicine must be read again, before the rule ends. */
const BEFORE_THE_RULE_ENDS = '2026-12-15'

const section = (id: string, title: string, statements: LearnStatement[]): LearnSection => ({
  id,
  title,
  parts: [{ title: null, cases: [], statements }],
})

const MISTAKES = section('mistakes', 'Mistakes to avoid', [
  sayUnder(
    'Looking at one price only',
    'The price of a session leaves out visits, tests, therapy and later sessions. Ask for the whole course in writing.',
    'B2',
    'Price Price2',
  ),
  sayUnder(
    'Paying for a package up front',
    'A chain with 13 sites closed overnight. Money that people had paid ahead was left in doubt. Ask what you get back, and if you can pay as you go.',
    'B4 RF12',
    'KWC',
  ),
  sayUnder(
    'Taking a form for an exam',
    'An online form alone is not an evaluation. A live clinician should meet you before any dose is given or mailed.',
    'C1 RF06',
    'CCHP PsyTimes',
  ),
  sayUnder(
    'Keeping it from your doctor',
    'Your usual clinician should know what you are given. Be wary of a provider that tells you to stay quiet.',
    'C6 RF14',
    'PsyTimes',
  ),
  sayUnder(
    'Driving home',
    'Plan for someone to bring you home. Do not drive until the next day, after sleep.',
    'D5 RF15',
    'SPRpi',
  ),
  sayUnder(
    'Being alone with it',
    'At home, have an adult with you every time. In a clinic, someone should watch you through the whole session.',
    'D2 D1 RF04',
    'FDA23 ASA25 RyanB',
  ),
  sayUnder(
    'Changing the dose yourself',
    'If anyone tells you to raise your own dose, stop. That is a reason to leave a provider.',
    'RF05 E2',
    'ASA25 FDA23',
  ),
  sayUnder(
    'Trusting reviews and badges',
    'A federal rule bans fake reviews, and sites that only claim to be independent. A seal such as LegitScript shows a license and site check. It does not show how good the care is.',
    'ftc legitscript',
    'FTCrev FTCrev2 Legit',
  ),
])

const ETHICAL = section('ethical', 'How to find an ethical provider', [
  say(
    'Ask for the full name and license type of the person in charge of your care. Without a name you cannot check anything else.',
    'A1',
    'ASKPpat',
  ),
  say(
    'Look up that license with your state board, and nurses on Nursys. Only the board can prove it. Then look for bans on the federal exclusion list.',
    'A2 (A3)',
    'DocInfo Nursys OIG',
  ),
  say(
    'See if the lead doctor is board-certified in a field that fits. Anyone can look this up for free.',
    'A4',
    'ABMS ASKPpat',
  ),
  say(
    'Look for two skills on the team: mental health care, and training in giving ketamine. Ask which guides or coaches have no license.',
    'A5 A6',
    'AANApg APNA KRIYA',
  ),
  say(
    'Expect a live check of your mental health, and a body check with blood pressure, before the first dose.',
    'C1 (C4)',
    'CCHP ASA25 APA17',
  ),
  say(
    'Ask who watches you, with what tools, and what happens in an emergency.',
    'D1 D3 D4',
    'ASA25 KETlabel APA17',
  ),
  say(
    'Ask for a plan in writing: the goal, how many sessions, and when to stop if it does not help.',
    'E3',
    'ASA25 ASA25b',
  ),
  say(
    'Read the consent form before you pay. It should name other options, your right to stop, and clear rules on touch.',
    '(G3)',
    'AUmodel Utah22 KRIYA',
  ),
  say(
    'Be wary of a promised cure, of “no side effects,” or of a success rate with no source.',
    'RF09 G2',
    'CANMAT CraneCU',
  ),
  say(
    'Check that your health data stay private. The FTC found that one online firm sent data on about 3.2 million people to ad firms.',
    'G4 ftc',
    'FTC24',
  ),
])

const PAYING = section('paying', 'Insurance, HSA and FSA', [
  say(
    'Your plan decides. What it covers differs by drug and by plan. Some parts of care may be billed even when the drug may not.',
    'B5',
    'Price2',
  ),
  say(
    'HSA or FSA money may be used if the care treats a condition that has been diagnosed. Ask your plan before you count on it.',
    '(B5)',
    'HSA',
  ),
  say(
    'A superbill is a receipt that you can send to your plan. Ask if you will get one. It is no promise that the plan will pay.',
    '(B5)',
    'HSA Price2',
  ),
  say(
    'If you pay for care yourself, you have a right to a written good faith estimate. If the bill is $400 or more above it, you can dispute the bill.',
    'B3',
    'CMSgfe',
  ),
  say(
    'Be wary if a provider will not send the estimate, or has not sent it three business days after you asked.',
    'RF13',
    'CMSgfe',
  ),
])

const LAW = section('law', 'Care from afar, and the law', [
  say(
    'A federal rule lets clinicians prescribe ketamine by video without a visit first. It runs to {date}. It asks for a real medical reason.',
    'dea-telemedicine CC10',
    'DEA4',
    BEFORE_THE_RULE_ENDS,
    'A federal rule let clinicians prescribe ketamine by video without a visit first. It ran to {date}. We have not yet confirmed which rule holds now.',
  ),
  say(
    'If it ends and nothing takes its place, at least one visit in person must come first. There are few exceptions.',
    'dea-telemedicine ryan-haight',
    'DEA4',
    BEFORE_THE_RULE_ENDS,
    'If nothing has taken its place, at least one visit in person must come first. There are few exceptions.',
  ),
  say(
    'A new kind of permit for online care was proposed in January 2025. We found no final rule.',
    'dea-special-registration',
    'DEAsr',
    BEFORE_THE_RULE_ENDS,
  ),
  say(
    'States have rules of their own. Most say a form alone is not enough, and some ask for a visit in person. We have not checked every state.',
    'states',
    'CCHP AAFP',
    '2027-02-21',
  ),
])

const AFTER = section('after', 'After-care', [
  say(
    'Ask for a follow-up within about two weeks, and for someone you can reach at any hour. Low mood, bladder trouble and dependence can come later.',
    'F2',
    'Kew23 KETabuse KETlabel',
  ),
  say(
    'A good provider measures how you do with a known scale, such as the PHQ-9, and shows you the scores. They show early who is not getting better.',
    'F1',
    'ATLASp AUmodel',
  ),
  say(
    'Ask about later sessions before you start. Most clinics in one survey give them. Experts ask for a set course and an end point.',
    'E3',
    'ASA25b ASA25 Pacilio25',
  ),
  say(
    'A clinician should check you again before each dose or refill: blood pressure, mood and side effects.',
    'C7',
    'ASA25 SPRpi',
  ),
  say(
    'If you have doses at home, ask how to store them safely. Supplies should be small.',
    'E2',
    'ASA25 FDA23',
  ),
  say(
    'Support from a licensed therapist is widely advised. No one has proven that it makes the benefit last.',
    'F3 CC12',
    'Kew23 KRIYA',
  ),
])

export const CHOOSING_SECTIONS: readonly LearnSection[] = [MISTAKES, ETHICAL, PAYING, LAW, AFTER]
