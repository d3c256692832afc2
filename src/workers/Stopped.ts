/** Why a question got no answer: the user ended the work. Not a fault. */
export class Stopped extends Error {
  constructor() {
    super('Stopped.');
    this.name = 'Stopped';
  }
}
