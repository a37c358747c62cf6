import { Decimal } from 'decimal.js';

/**
 * Decimal arithmetic wide enough for a national total to the cent with room to spare. decimal.js rounds results to
 * `precision` significant digits, so 80 keeps every sum and product of published amounts exact. A clone, because the
 * settings of the library's own class are global.
 */
export const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 80 });
export type Exact = Decimal;
