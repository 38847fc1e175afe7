import { describe, expect, test } from '@jest/globals';
import { mailMessage } from '../../../src/patch/formats/mail.ts';

describe('patch/formats/mail', () => {
  test('a mail’s subject and message are kept, and not who it says it is from', () => {
    const mail = `From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001
From: Eve <eve@example.com>
Date: Sat, 21 Nov 2026 12:00:00 +0000
Subject: [PATCH 1/2] Count quantities in
 the cart total

An item may have a quantity.

Fixes a wrong total.
---
 x | 2 +-

diff --git a/x b/x
`;
    expect(mailMessage(mail)).toEqual({
      title: 'Count quantities in the cart total',
      description: 'An item may have a quantity.\n\nFixes a wrong total.',
    });
    expect(mailMessage(mail.replaceAll('\n', '\r\n'))?.title).toBe('Count quantities in the cart total');
  });

  test.each([
    ['a subject alone', 'Subject: x', { title: 'x', description: '' }],
    [
      'a message that ends with the diff',
      'Subject: x\n\nWhy.\ndiff --git a/x b/x\n',
      { title: 'x', description: 'Why.' },
    ],
    ['a diff', 'diff --git a/x b/x\n', null],
    ['prose', 'From now on, b is c.\nSubject: none\n', null],
    ['a mail without a subject', 'From: Eve\n\nhello\n', null],
    ['nothing', '', null],
  ])('%s is read', (_what, text, message) => {
    expect(mailMessage(text)).toEqual(message);
  });
});
