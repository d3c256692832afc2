import { describe, expect, it } from 'vitest';
import { encodeDer } from '../der-write.ts';
import { DerReader } from './der-reader.ts';
import { readTime } from './time.ts';

function time(tag: number, value: string): ReturnType<typeof readTime> {
  return readTime(DerReader.over(encodeDer(tag, new TextEncoder().encode(value))), 'notBefore');
}

describe('readTime', () => {
  it.each([
    [0x17, '261120150000Z', '2026-11-20T15:00:00.000Z'],
    [0x17, '491231235959Z', '2049-12-31T23:59:59.000Z'],
    [0x17, '500101000000Z', '1950-01-01T00:00:00.000Z'],
    [0x17, '240229000000Z', '2024-02-29T00:00:00.000Z'],
    [0x18, '20500101000000Z', '2050-01-01T00:00:00.000Z'],
    [0x18, '00010203040506Z', '0001-02-03T04:05:06.000Z'],
    [0x18, '99991231235959Z', '9999-12-31T23:59:59.000Z'],
  ])('tag %i %s is %s', (tag, raw, iso) => {
    const read = time(tag, raw);
    expect(read?.raw).toBe(raw);
    expect(new Date(read?.epoch ?? Number.NaN).toISOString()).toBe(iso);
  });

  it.each([
    ['a zone offset', 0x17, '261120150000+0100'],
    ['fractions of a second', 0x18, '20261120150000.5Z'],
    ['no Z', 0x18, '202611201500000'],
    ['month 13', 0x17, '261320150000Z'],
    ['30 February', 0x17, '260230150000Z'],
    ['29 February outside leap years', 0x17, '250229150000Z'],
    ['day 0', 0x17, '260100150000Z'],
    ['hour 24', 0x17, '261120240000Z'],
    ['second 60', 0x17, '261120235960Z'],
    ['letters', 0x17, '26112015000aZ'],
  ])('keeps %s as text without an epoch', (_, tag, raw) => {
    expect(time(tag, raw)).toEqual({ epoch: null, raw });
  });

  it.each([
    ['a UTCTime without seconds', 0x17, '2611201500Z'],
    ['a GeneralizedTime without seconds', 0x18, '202611201500Z'],
    ['another type', 0x16, '261120150000Z'],
  ])('refuses %s, as OpenSSL does when it loads', (_, tag, raw) => {
    expect(time(tag, raw)).toBeNull();
  });
});
