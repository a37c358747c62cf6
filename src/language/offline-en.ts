import type { offlineZh } from './offline-zh.ts';

export const offlineEn: typeof offlineZh = {
  version: (version, documents) => `Shipped data, version ${version} (${documents} documents).`,
  states: {
    impossible:
      'Use without a network needs https or this machine’s own address (localhost): from here the browser keeps no page, and the server has to be reached.',
    saving: 'Program and data are being saved on this machine for use without a network …',
    failed:
      'Program and data could not be saved on this machine, so the page does not open without a network; with one nothing changes, and the next opening tries again.',
    ready: 'Program and data are saved on this machine: the page opens without a network.',
    update: 'A new version is saved on this machine.',
  },
  update: 'There is a new version, of program and data together; it is downloaded.',
  use: 'Use the new version',
};
