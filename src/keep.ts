import * as v from 'valibot';
import { stored } from './stored.ts';

/** Whether sign-in outlives the browser. */
export const KEEPS = ['on-disk', 'until-close'] as const;
export type Keep = (typeof KEEPS)[number];

/** Where the vault is: the person's choice. */
export const keepSetting = stored('local', 'keep', v.picklist(KEEPS));
