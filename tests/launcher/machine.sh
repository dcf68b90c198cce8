# shellcheck shell=bash
# What a lab needs of the machine: root, Debian packages, kernel features. Missing packages are installed.

# Installs Debian packages without starting their services: the lab runs daemons of its own.
install_packages() {
    local log=${root:?}/target/launcher/apt.log policy=/usr/sbin/policy-rc.d status=0
    mkdir -p "${log%/*}"
    say "installing Debian packages: $*"
    if [ ! -e "$policy" ] || grep -qs 'made by droveway' "$policy"; then
        printf '#!/bin/sh\n# made by droveway while it installs packages; may be removed\nexit 101\n' >"$policy"
        chmod 755 "$policy"
    fi
    {
        apt-get update -q &&
            DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
    } >"$log" 2>&1 </dev/null || status=$?
    if grep -qs 'made by droveway' "$policy"; then
        rm -f "$policy"
    fi
    [ "$status" -eq 0 ] && return
    tail -n 15 "$log" >&2
    fail "apt-get could not install: $* (whole log: $log); repair apt or install them by hand"
}

# Prints the packages of packages.txt that are not installed.
missing_packages() {
    local wanted
    mapfile -t wanted < <(grep -Ev '^(#|$)' "$root/tests/lab/packages.txt")
    {
        # Fails when it has never heard of one of them; what it knows is printed all the same.
        dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null || true
    } | awk '$2 == "installed" {print $1}' | sort -u | comm -13 - <(printf '%s\n' "${wanted[@]}" | sort -u)
}

# try WHAT REMEDY COMMAND...: collects what the kernel lacks, so that everything is named at once.
try() {
    local what=$1 remedy=$2
    shift 2
    "$@" >/dev/null 2>&1 || lacks+=("the kernel or container lacks $what: $remedy")
}

check_kernel() {
    local lacks=() modules="load the module, or start the container with the rights for it (privileged)"
    local ruleset='table inet probe {
        set holes { type ipv4_addr . ipv4_addr . inet_service; flags timeout; }
        chain in { type filter hook input priority 0; ct state established accept; tcp dport 1 counter reject with tcp reset; }
    }'
    try "network, mount and UTS namespaces" "$modules" unshare --net --mount --uts true
    try "veth pairs" "$modules" unshare --net ip link add probe0 type veth peer name probe1
    try "bridges (module bridge)" "$modules" unshare --net ip link add probe0 type bridge
    try "nf_tables with conntrack and reject" "$modules" unshare --net nft "$ruleset"
    try "loop devices (module loop)" "$modules" losetup --find
    try "tap devices (module tun)" "$modules" unshare --net ip tuntap add mode tap name probe0
    [ ${#lacks[@]} -eq 0 ] && return
    printf 'droveway: %s\n' "${lacks[@]}" >&2
    exit 1
}

prepare_machine() {
    local missing
    need_root "this command"
    command -v apt-get >/dev/null || fail "this is not Debian (no apt-get): run it on Debian 12 or in a Debian 12 machine"
    mapfile -t missing < <(
        missing_packages
        missing_tool_packages
    )
    [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
    check_tools
    check_kernel
}
