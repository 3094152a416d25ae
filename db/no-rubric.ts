/** Apart from the rubrics, so that a command can know this error without loading their contract. */

/** The database holds no rubric: nothing was ever seeded. */
export class NoRubric extends Error {
  constructor() {
    super('no rubric is stored: seed the database first')
    this.name = 'NoRubric'
  }
}
