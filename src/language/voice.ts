import { numbersIn, type Numbers } from './numbers.ts';
import { textsOf, type LanguageCode, type Texts } from './texts.ts';

/** How the page speaks: its language, and one unit for all amounts. */
export interface Voice {
  readonly texts: Texts;
  readonly numbers: Numbers;
  /** Name of the unit in that language. */
  readonly unit: string;
}

/** "wan" for 万元, "yi" for 亿元. */
export function voiceOf(language: LanguageCode, unit: 'wan' | 'yi'): Voice {
  const texts = textsOf(language);
  const numbers = numbersIn(unit === 'yi' ? '亿元' : '万元');
  return { texts, numbers, unit: texts.units[numbers.unit] ?? numbers.unit };
}
