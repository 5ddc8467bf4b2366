/**
 * A part of the page as a PNG: its canvases, drawings, coloured boxes and
 * texts painted where they stand, twice as sharp as on the screen. Nothing is
 * asked of a network, so it works in a file from a disk.
 */

const sharpness = 2;

/** What a drawing's style sheet says of a shape and a picture of it must say by itself. */
const styled = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
  'paint-order',
] as const;

/** @param root what is painted; elements with `data-no-picture` are left out */
export async function pictureOf(root: Element): Promise<Blob> {
  const frame = root.getBoundingClientRect();
  const margin = 14;
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil((frame.width + 2 * margin) * sharpness);
  canvas.height = Math.ceil((frame.height + 2 * margin) * sharpness);
  const context = canvas.getContext('2d')!;
  context.scale(sharpness, sharpness);
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--page');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(margin - frame.left, margin - frame.top);
  await paint(root, context);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture is too large')) : resolve(blob)),
      'image/png',
    ),
  );
}

async function paint(node: Element, context: CanvasRenderingContext2D): Promise<void> {
  if (node.hasAttribute('data-no-picture')) return;
  const { left, top, width, height } = node.getBoundingClientRect();
  if (width === 0 || height === 0) return;
  if (node instanceof HTMLCanvasElement) return context.drawImage(node, left, top, width, height);
  if (node instanceof SVGSVGElement) return context.drawImage(await imageOf(node), left, top, width, height);
  const style = getComputedStyle(node);
  if (style.visibility === 'hidden') return;
  paintBox(style, { left, top, width, height }, context);
  for (const child of node.childNodes) {
    if (child instanceof Element) await paint(child, context);
    else if (child instanceof Text) paintText(child, style, context);
  }
}

type Box = Readonly<Record<'left' | 'top' | 'width' | 'height', number>>;

function paintBox(
  style: CSSStyleDeclaration,
  { left, top, width, height }: Box,
  context: CanvasRenderingContext2D,
): void {
  const isSolid = style.backgroundColor !== 'rgba(0, 0, 0, 0)' && style.backgroundColor !== 'transparent';
  if (isSolid) {
    context.fillStyle = style.backgroundColor;
    context.fillRect(left, top, width, height);
  }
  const stops = [...style.backgroundImage.matchAll(/(rgb\([^)]*\))(?: ([\d.]+)%)?/g)];
  if (style.backgroundImage.startsWith('linear-gradient(90deg') && stops.length > 1) {
    const scale = context.createLinearGradient(left, 0, left + width, 0);
    stops.forEach(([, colour, at], i) =>
      scale.addColorStop(at === undefined ? i / (stops.length - 1) : Number(at) / 100, colour!),
    );
    context.fillStyle = scale;
    context.fillRect(left, top, width, height);
  }
  const edge = Number.parseFloat(style.borderTopWidth);
  if (edge > 0 && style.borderTopStyle !== 'none') {
    context.fillStyle = style.borderTopColor;
    context.fillRect(left, top, width, edge);
  }
}

/** Line by line, as the browser broke it. */
function paintText(text: Text, style: CSSStyleDeclaration, context: CanvasRenderingContext2D): void {
  const written = text.data;
  if (written.trim() === '') return;
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.fillStyle = style.color;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const range = document.createRange();
  let start = 0;
  let line: DOMRect | undefined;
  const flush = (end: number): void => {
    if (line !== undefined) context.fillText(written.slice(start, end).trim(), line.left, line.top + line.height / 2);
  };
  for (let i = 0; i < written.length; i++) {
    range.setStart(text, i);
    range.setEnd(text, i + 1);
    const [box] = range.getClientRects();
    if (box === undefined || box.width === 0) continue;
    if (line !== undefined && box.top - line.top > line.height / 2) {
      flush(i);
      start = i;
      line = undefined;
    }
    line ??= box;
  }
  flush(written.length);
}

/** A drawing with what the page's style sheet says of it written into it. */
async function imageOf(drawing: SVGSVGElement): Promise<HTMLImageElement> {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const { width, height } = drawing.getBoundingClientRect();
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const originals = drawing.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((shape, i) => {
    const style = getComputedStyle(originals[i]!);
    for (const name of styled) shape.setAttribute(name, style.getPropertyValue(name));
  });
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}
