/** Ways in which a platform fails one call, each with what its caller sees and whether the call took effect. */
export const FAULTS = {
  'fails once': 'each request of this call is answered with 502 and does nothing; the next call is well',
  'fails for ever': 'this call and all later ones to the same platform are answered with 502 and do nothing',
  'times out': 'each request of this call ends without an answer and does nothing',
  'fails after its effect': 'each request of this call is carried out, and answered with 502',
  'answers slowly': 'each answer comes after 29 seconds, when everything that ran beside it is done',
  'answers half': 'each request of this call is carried out, and half of the answer arrives',
  'answers nothing': 'each request of this call is carried out, and answered with 200 and `{}`',
  'is not there': 'a proxy answers with 200 and a page of its own, and nothing is done',
} as const;

export type FaultKind = keyof typeof FAULTS;

export const FAULT_KINDS: readonly FaultKind[] = Object.keys(FAULTS).filter(isFaultKind);

function isFaultKind(text: string): text is FaultKind {
  return text in FAULTS;
}
