/** Things in a cart as a badge has them: it is small, and whoever wants to know more points at it. */
export const inBadge = (count: number): string => (count > 99 ? '99+' : String(count));
