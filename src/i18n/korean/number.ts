/**
 * The last thing said when a number is read aloud in Sino-Korean: 서버 3 is 삼, 10 is 십, 503 is 오백삼.
 */

const DIGITS = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];
/** Within a group of four digits: ten, hundred, thousand. */
const PLACES = ['십', '백', '천'];
/** Korean groups by ten thousands, so 100,000 is 십만 and ends in 만. */
const GROUPS = ['만', '억', '조', '경', '해'];

/**
 * The last syllable of a number written in digits, with or without thousands separators and decimals.
 * Decimals, addresses and versions (1.5, 10.0.0.1) are read digit by digit after the point.
 */
export function numberReading(text: string): string {
  const lastDigit = DIGITS[Number(text.slice(-1))] ?? '영';
  if (text.includes('.')) return lastDigit;

  const digits = text.replaceAll(',', '');
  const significant = digits.replace(/0+$/, '');
  const zeros = digits.length - significant.length;
  if (zeros === 0 || significant === '') return lastDigit;
  if (zeros < 4) return PLACES[zeros - 1] as string;
  // Past 해 nobody says the name; the digits are read out, and the last of them is a zero.
  return GROUPS[Math.floor(zeros / 4) - 1] ?? lastDigit;
}
