import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scriptHash, sha256 } from '../../src/output/sha256.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('SHA-256', () => {
  it('gives the digests of the examples of FIPS 180-4', () => {
    const of = (text: string): string => hex(sha256(new TextEncoder().encode(text)));
    expect(of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(of('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });

  it('agrees with another implementation at every length around a block', () => {
    for (let length = 0; length < 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37) % 256);
      expect(hex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('spells a policy’s hash of UTF-8 text', () => {
    const script = 'const x = "°C";'.repeat(5000);
    expect(scriptHash(script)).toBe(`sha256-${createHash('sha256').update(script).digest('base64')}`);
  });
});
