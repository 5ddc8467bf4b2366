/** Records of the single file, which carries all of them: nothing can be fetched from a disk. */

import type { Models } from './context.ts';

export { models } from 'virtual:models';

/** Found in the texts. */
export const titles: Models = {};
