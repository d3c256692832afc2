/** Why an analysis ended early: a newer revision came in. Not a fault. */
export class Superseded extends Error {
  constructor() {
    super('A newer revision of the workspace came in.');
    this.name = 'Superseded';
  }
}
