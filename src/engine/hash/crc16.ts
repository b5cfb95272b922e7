/** CRC-16/XMODEM (polynomial 0x1021), which Redis Cluster finds the slot of a key by. */

const TABLE = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
  return crc;
});

/** The checksum of the bytes from `from` up to `to`, 0 to 65535. */
export function crc16(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let crc = 0;
  for (let i = from; i < to; i++) crc = ((crc << 8) ^ TABLE[(crc >>> 8) ^ bytes[i]]) & 0xffff;
  return crc;
}
