#!/usr/bin/env bash
# Drives the real page against a lab of its own in Debian's Chromium; the suite "page".
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
cd "$root/tests/e2e"

installed=node_modules/.package-lock.json
if [ ! -e "$installed" ] || [ package-lock.json -nt "$installed" ]; then
    npm ci --no-audit --no-fund
fi
npm run typecheck

trap '"$root/droveway" lab down' EXIT
"$root/droveway" lab up --hosts 2 --vms 1 >"$root/target/launcher/page-lab.env"
while IFS= read -r line; do
    if [[ $line == DROVEWAY_* ]]; then
        export "${line?}"
    fi
done <"$root/target/launcher/page-lab.env"
PAGE_SCREENSHOT=$root/target/launcher/page.png npm run e2e
