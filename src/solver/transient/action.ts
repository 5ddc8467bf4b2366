/** Something that happens at a moment of a transient, known beforehand. */

export interface Action {
  readonly at: number;
  readonly says: string;
  /** `recovery` for what undoes a deed or helps against it, `limit` for what follows by itself. */
  readonly kind: 'event' | 'recovery' | 'limit';
  /** Whether there was anything to do. */
  act(time: number): boolean;
}
