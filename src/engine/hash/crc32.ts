/** CRC-32 as in zip, gzip and nginx's `hash` (polynomial 0xedb88320, all bits inverted before and after). */

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/**
 * The checksum of the first `length` bytes, 0 to 2^32 - 1. With the checksum of what came before as `before`,
 * it is that of both together.
 */
export function crc32(bytes: Uint8Array, length = bytes.length, before = 0): number {
  let crc = ~before;
  for (let i = 0; i < length; i++) crc = TABLE[(crc ^ bytes[i]) & 0xff] ^ (crc >>> 8);
  return ~crc >>> 0;
}
