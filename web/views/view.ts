/** What every view is: an element, and a way to bring it up to date with the state. */

export interface View {
  readonly root: HTMLElement;
  /** Fills the whole of the room and scrolls by itself. */
  readonly whole?: true;
  draw(): void;
}
