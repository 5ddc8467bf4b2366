/**
 * SHA-256 (FIPS 180-4) of a text, in plain arithmetic and at once: the
 * browser's own digest is asynchronous and missing on plain pages. The HTML
 * report names its scripts by it in its content security policy.
 */

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const roundConstants = fractionalRoots(64, Math.cbrt);

/** The same of the square roots of the first eight primes. */
const initialHash = fractionalRoots(8, Math.sqrt);

/** `sha256-…` in base 64, as a content security policy writes it. */
export function scriptHash(script: string): string {
  return `sha256-${base64(sha256(new TextEncoder().encode(script)))}`;
}

/** The 32 bytes of the digest. */
export function sha256(message: Uint8Array): Uint8Array {
  const hash = Uint32Array.from(initialHash);
  const words = new Uint32Array(64);
  const padded = paddedTail(message);
  const whole = message.length - (message.length % 64);
  for (let at = 0; at < whole; at += 64) addBlock(hash, words, message, at);
  for (let at = 0; at < padded.length; at += 64) addBlock(hash, words, padded, at);

  const digest = new Uint8Array(32);
  const view = new DataView(digest.buffer);
  hash.forEach((word, index) => view.setUint32(4 * index, word));
  return digest;
}

/** The last, incomplete block with a 1 bit, zeros, and the length in bits. */
function paddedTail(message: Uint8Array): Uint8Array {
  const rest = message.length % 64;
  const tail = new Uint8Array(rest < 56 ? 64 : 128);
  tail.set(message.subarray(message.length - rest));
  tail[rest] = 0x80;
  const view = new DataView(tail.buffer);
  view.setUint32(tail.length - 8, Math.floor(message.length / 0x2000_0000));
  view.setUint32(tail.length - 4, (message.length << 3) >>> 0);
  return tail;
}

function addBlock(hash: Uint32Array, words: Uint32Array, bytes: Uint8Array, at: number): void {
  for (let i = 0; i < 16; i += 1) {
    const j = at + 4 * i;
    words[i] = (bytes[j]! << 24) | (bytes[j + 1]! << 16) | (bytes[j + 2]! << 8) | bytes[j + 3]!;
  }
  for (let i = 16; i < 64; i += 1) {
    const x = words[i - 15]!;
    const y = words[i - 2]!;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    words[i] = words[i - 16]! + s0 + words[i - 7]! + s1;
  }
  let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i += 1) {
    const sum1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + roundConstants[i]! + words[i]!) | 0;
    const sum0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  hash[0]! += a;
  hash[1]! += b;
  hash[2]! += c;
  hash[3]! += d;
  hash[4]! += e;
  hash[5]! += f;
  hash[6]! += g;
  hash[7]! += h;
}

function fractionalRoots(count: number, root: (prime: number) => number): Uint32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Uint32Array.from(primes, (prime) => Math.floor((root(prime) % 1) * 0x1_0000_0000));
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
