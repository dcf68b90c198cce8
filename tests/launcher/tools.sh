# shellcheck shell=bash
# What the build needs: a JDK 17, Maven, Node.js 20 or newer with npm.

jdk_major() {
    local line
    line=$("$1/bin/javac" -version 2>&1) || return 1
    line=${line#javac }
    printf '%s\n' "${line%%.*}"
}

# Sets JAVA_HOME to a JDK 17: the caller's, javac's on the PATH, or one below /usr/lib/jvm.
find_jdk() {
    local candidate javac
    javac=$(readlink -f "$(command -v javac || echo /nowhere)")
    for candidate in "${JAVA_HOME:-/nowhere}" "${javac%/bin/javac}" /usr/lib/jvm/*; do
        if [ -x "$candidate/bin/javac" ] && [ "$(jdk_major "$candidate")" = 17 ]; then
            export JAVA_HOME=$candidate PATH=$candidate/bin:$PATH
            return 0
        fi
    done
    return 1
}

# Debian packages that would bring missing build tools, one a line.
missing_tool_packages() {
    find_jdk || echo openjdk-17-jdk-headless
    command -v mvn >/dev/null || echo maven
}

check_node() {
    local version
    version=$(node --version 2>/dev/null) || fail "Node.js 20 or newer is missing: install it with npm (Debian 13: nodejs npm)"
    version=${version#v}
    [ "${version%%.*}" -ge 20 ] || fail "Node.js is $version, needed 20 or newer: install a newer one and put it first in PATH"
    command -v npm >/dev/null || fail "npm is missing beside Node.js $version: install npm"
}

check_tools() {
    find_jdk || fail "no JDK 17 in JAVA_HOME, PATH or /usr/lib/jvm: install one (Debian 12: openjdk-17-jdk-headless)"
    command -v mvn >/dev/null || fail "Maven 3.8.7 or newer is missing: apt-get install maven"
    check_node
}

prepare_tools() {
    local missing
    mapfile -t missing < <(missing_tool_packages)
    if [ ${#missing[@]} -gt 0 ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        install_packages "${missing[@]}"
    fi
    check_tools
}
