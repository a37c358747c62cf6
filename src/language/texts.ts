import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every string of the page in one language. The Chinese catalogue sets what there is; the English one must match. */
export type Texts = typeof zh;

export type LanguageCode = 'zh' | 'en';

export function textsOf(language: LanguageCode): Texts {
  return language === 'en' ? en : zh;
}
