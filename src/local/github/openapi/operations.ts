import { routes } from '../rest/routes.ts';

/** Keys of the operations that we serve, as GitHub's API description spells them; our own `/local/` is not in it. */
export function servedOperations(): readonly string[] {
  return routes
    .map(({ key }) => key)
    .filter((key) => !key.includes(' /local/'))
    .sort();
}
