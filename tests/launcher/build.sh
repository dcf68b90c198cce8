# shellcheck shell=bash
# Builds the engine, the agent and drovectl, if their sources changed since the last build.

build_state=${root:?}/target/launcher
build_results=(
    "$root/ear/target/droveway-engine/bin/droveway-engine"
    "$root/vdsm-bridge/agent/target/vdsm-bridge/bin/vdsm-bridge"
    "$root/engine-plugin/cli/target/drovectl/bin/drovectl"
)

# Digest of everything the build reads: names and contents, and the JDK.
source_digest() {
    (
        cd "$root" || exit
        readlink -f "$JAVA_HOME"
        find pom.xml .mvn vdsm-bridge engine-plugin db-migrations ui-extension ear \
            \( -name target -o -name node_modules -o -path ui-extension/dist -o -path '*/src/test' \) -prune \
            -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
    ) | sha256sum | cut -d' ' -f1
}

is_built() {
    local result
    for result in "${build_results[@]}"; do
        [ -x "$result" ] || return 1
    done
    [ "$(cat "$build_state/stamp" 2>/dev/null)" = "$1" ]
}

# Reads Maven's log from stdin into a file and tells which module is being built.
show_progress() {
    local log=$1 line module='' seconds=$SECONDS width=70
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$log"
        [[ $line =~ Building\ Droveway\ ::\ (.*)\ [0-9.]+\ +\[([0-9]+/[0-9]+)\] ]] || continue
        module="[${BASH_REMATCH[2]}] ${BASH_REMATCH[1]}"
        if [ -t 2 ]; then
            printf '\rdroveway: build %-*s' "$width" "$module ($((SECONDS - seconds)) s)" >&2
        else
            say "build $module ($((SECONDS - seconds)) s)"
        fi
    done
    if [ -t 2 ]; then
        printf '\r%*s\r' $((width + 16)) '' >&2
    fi
}

run_maven() {
    local log=$build_state/build.log
    : >"$log"
    (
        cd "$root" && mvn -B -ntp -Dstyle.color=never -DskipTests -Dmaven.test.skip=true \
            -pl ear,engine-plugin/cli,vdsm-bridge/agent -am package
    ) \
        </dev/null 2>&1 | show_progress "$log"
}

build_locked() {
    local digest started=$SECONDS
    digest=$(source_digest)
    is_built "$digest" && return
    say "building (log: ${build_state#"$root/"}/build.log); the first build fetches its dependencies and takes minutes"
    if ! run_maven; then
        grep -E '^\[ERROR\]|BUILD|npm (ERR|error)' "$build_state/build.log" | head -n 30 >&2
        fail "the build failed after $((SECONDS - started)) s; the whole log is $build_state/build.log"
    fi
    printf '%s\n' "$digest" >"$build_state/stamp"
    is_built "$digest" || fail "the build went through but did not make all of: ${build_results[*]#"$root/"}"
    say "built in $((SECONDS - started)) s"
}

# One build at a time in a checkout: a second command waits and finds it done.
build() {
    mkdir -p "$build_state"
    (
        flock --nonblock 9 || {
            say "waiting for another build in this checkout"
            flock 9
        }
        build_locked
    ) 9>"$build_state/build.lock"
}
