import { generateKeyPairSync, sign } from 'node:crypto';

/** A certificate for localhost that nobody but itself vouches for, valid for this century, and its key; both as PEM. */
export function makeSelfSigned(): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const name = sequence(der(SET, sequence(der(OBJECT_ID, COMMON_NAME), der(UTF8, Buffer.from('localhost')))));
  const validity = sequence(
    ...['200101000000Z', '491231235959Z'].map((at) => der(UTC_TIME, Buffer.from(at))),
  );
  const content = sequence(
    der(INTEGER, Buffer.of(1)),
    SIGNED_BY_ED25519,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  // A bit string says first how many bits of its last byte do not count.
  const signature = der(BIT_STRING, Buffer.concat([Buffer.of(0), sign(null, content, privateKey)]));
  const certificate = sequence(content, SIGNED_BY_ED25519, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
  };
}

/** Tags of ASN.1. */
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OBJECT_ID = 0x06;
const UTF8 = 0x0c;
const UTC_TIME = 0x17;
const SEQUENCE = 0x30;
const SET = 0x31;

/** 2.5.4.3 and 1.3.101.112. */
const COMMON_NAME = Buffer.of(0x55, 0x04, 0x03);
const SIGNED_BY_ED25519 = sequence(der(OBJECT_ID, Buffer.of(0x2b, 0x65, 0x70)));

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(SEQUENCE, Buffer.concat(parts));
}

/** Lengths from 128 on stand behind their own length. */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}
