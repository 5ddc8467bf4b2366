/**
 * Where labels of moments stand above a plot, each with a line from it down to
 * its moment: in rows, so that no label lies over another and no line through
 * a label. A label for which there is no room is left out.
 */

export interface Label {
  /** Its moment, across. */
  readonly x: number;
  readonly width: number;
}

export interface PlacedLabel extends Label {
  readonly left: number;
  /** 0 is the top one. */
  readonly row: number;
}

/**
 * @param labels in the order of their moments
 * @param right where labels must end
 * @returns of each label its place, or undefined
 */
export function labelRows(labels: readonly Label[], right: number, rows: number): readonly (PlacedLabel | undefined)[] {
  const placed: PlacedLabel[] = [];
  return labels.map((label) => {
    const left = label.x + label.width <= right ? label.x : label.x - label.width;
    if (left < 0) return undefined;
    for (let row = 0; row < rows; row++) {
      const place = { ...label, left, row };
      if (placed.some((other) => areInTheWay(place, other))) continue;
      placed.push(place);
      return place;
    }
    return undefined;
  });
}

function areInTheWay(one: PlacedLabel, other: PlacedLabel): boolean {
  if (one.row === other.row) return one.left < end(other) && other.left < end(one);
  return one.row < other.row ? crosses(one, other) : crosses(other, one);
}

/** Whether the line of a label goes down through another. */
function crosses({ x }: PlacedLabel, below: PlacedLabel): boolean {
  return x > below.left && x < end(below);
}

function end({ left, width }: PlacedLabel): number {
  return left + width;
}
