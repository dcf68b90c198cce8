# shellcheck shell=bash
# How the launcher talks: progress to stderr, one line each; errors say what to do.

say() {
    printf 'droveway: %s\n' "$*" >&2
}

fail() {
    say "$*"
    exit 1
}

fail_usage() {
    say "$*"
    say "see ./droveway --help"
    exit 2
}

need_root() {
    [ "$(id -u)" -eq 0 ] || fail "$1 needs root (it makes network namespaces, mounts and firewall tables): run it with sudo"
}

# Runs a Python package of tests/ in place of this process. Debian's own interpreter: black and mypy belong to it.
run_package() {
    local package=$1
    shift
    export PYTHONPATH=${root:?}/tests PYTHONDONTWRITEBYTECODE=1 DROVEWAY_ROOT=$root
    exec /usr/bin/python3 -m "$package" "$@"
}
