declare module 'virtual:prepared-checks' {
  import type { PreparedChecks } from './prepared-checks.ts';
  /** Null where the page is not built but served as it stands: then the checks are run when they are asked for. */
  const prepared: PreparedChecks | null;
  export default prepared;
}
