import { describe, expect, test } from 'vitest';
import type { Document } from '../document/document.ts';
import type { Element } from '../jurisdiction/profile.ts';
import type { Unit } from './file-index.ts';
import { tierInTerms } from './terms-prove-little.ts';

const clause = 'If the race is called off, laps that were run will count.';

function tier(
  proof: Element['proof'],
  kind: Document['kind'],
  {
    text = clause,
    passages = 3,
    position = 'proved',
  }: { text?: string; passages?: number; position?: 'proved' | 'not-proved' } = {},
) {
  const passage = { start: 0, end: text.length };
  const document = { kind, text, passages: Array.from({ length: passages }, () => passage) };
  const unit = { start: 0, end: text.length };
  return tierInTerms(document as unknown as Document, { proof } as Element, unit as Unit, {
    tier: 'strong',
    position,
  });
}

describe('terms prove little beyond themselves', () => {
  test('a rule under a condition shows weakly that its case has come', () => {
    expect(tier('act', 'contract')).toBe('weak');
    expect(tier('state', 'norm', { text: 'Si llueve, la carrera se corre igual.' })).toBe('weak');
    expect(tier('act', 'contract', { text: 'The keeper signed on 3 May.' })).toBe('strong');
  });

  test('terms tell weakly what did not happen', () => {
    const text = 'The keeper is not liable for loss by frost.';
    expect(tier('state', 'contract', { text, position: 'not-proved' })).toBe('weak');
    expect(tier('state', 'contract', { text })).toBe('strong');
  });

  test('which clause of long terms governs is told weakly, of short ones by their words', () => {
    expect(tier('norm', 'norm', { passages: 61 })).toBe('weak');
    expect(tier('norm', 'contract', { passages: 60 })).toBe('strong');
  });

  test('words said in them, and other papers, are as sure as they were', () => {
    expect(tier('speech', 'contract')).toBe('strong');
    expect(tier('act', 'message-thread')).toBe('strong');
  });
});
