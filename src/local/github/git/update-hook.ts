/**
 * In the environment of a push whose token may not change workflow files: how that is said, with `%s` for the path, as
 * printf takes it.
 */
export const WORKFLOW_REFUSAL_VARIABLE = 'LOCAL_GITHUB_WORKFLOW_REFUSAL';
/** Path of the file to which each accepted ref of a push is written as `old new ref`. */
export const REPORT_VARIABLE = 'LOCAL_GITHUB_REPORT';

/**
 * git runs this for each ref of a push. It refuses what workflow-guard.ts refuses on the API, and reports the
 * rest, so that the server knows exactly which refs moved, even with several pushes at once.
 */
export const UPDATE_HOOK = `#!/bin/sh
ref=$1 old=$2 new=$3
zero=0000000000000000000000000000000000000000
if [ -n "$${WORKFLOW_REFUSAL_VARIABLE}" ] && [ "$new" != $zero ]; then
  head=$(git rev-parse --verify --quiet HEAD)
  base=$old
  [ "$base" != $zero ] || base=\${head:-$(git hash-object -t tree /dev/null)}
  git diff-tree -r --no-renames --diff-filter=d --format= "$base" "$new" -- .github/workflows |
  while read -r _ _ _ blob _ path; do
    if [ -z "$head" ] || [ "$blob" != "$(git rev-parse --verify --quiet "$head:$path")" ]; then
      printf "$${WORKFLOW_REFUSAL_VARIABLE}\\n" "$path" >&2
      exit 1
    fi
  done || exit 1
fi
echo "$old $new $ref" >> "$${REPORT_VARIABLE}"
`;
