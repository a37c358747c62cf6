import { consoleEn } from './console-en.ts';
import { consoleZh } from './console-zh.ts';
import type { LanguageCode } from './texts.ts';

/** Strings of the console in one language. Apart from the catalogue of the first view, which comes without them. */
export function consoleTextsOf(language: LanguageCode): typeof consoleZh {
  return language === 'en' ? consoleEn : consoleZh;
}
