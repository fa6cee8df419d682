// What the pages say, in the language a journey goes through them.
import { readFileSync } from 'node:fs';
import { devices } from '@playwright/test';
import { platform } from './fixtures';

type Texts = { [key: string]: string | Texts };

/** A crate's text in a language: `say('stores.close_title', { name: 'Kaffi' })`. */
export function words(crate: string, language: string) {
  const file = new URL(`../../${crate}/locales/${language}.json`, import.meta.url);
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Texts;
  return (key: string, values: Record<string, string> = {}) => {
    const found = key.split('.').reduce<string | Texts | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), texts);
    if (typeof found !== 'string') throw new Error(`${crate} has no text ${key} in ${language}`);
    return found.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => values[name] ?? '');
  };
}

const { viewport, isMobile, hasTouch, deviceScaleFactor, userAgent } = devices['Pixel 7'];

/** Each journey is gone twice: in English at a desk, in German on a phone. */
export const ways = [
  { language: 'en', place: 'at a desk', use: {} },
  { language: 'de', place: 'on a phone', use: { viewport, isMobile, hasTouch, deviceScaleFactor, userAgent } },
];

const prefix = (language: string) => (language === 'en' ? '' : `/${language}`);

/** The admin in a language. */
export const adminIn = (language: string, origin = platform) => `${origin}${prefix(language)}/admin`;

/** A store's back office in a language. */
export const officeIn = (language: string, code: string) => `${platform}${prefix(language)}/store/${code}`;

/** A text as a pattern for its whole, whatever stands around it in the regular language. */
export const exactly = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
