#!/bin/sh
# assemble.sh JAR HOME: completes drovectl's distribution with its jar, its start script and an AppCDS archive.
# The archive holds the classes of a typical call: it halves the time to the first line.
set -eu
jar=$1
home=$2
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

mkdir -p "$home/bin" "$home/lib"
rm -f "$home/lib/drovectl.jsa"
# A new file under the old name: a drovectl that runs keeps the one it has open.
cp "$jar" "$home/lib/drovectl.jar.new"
mv "$home/lib/drovectl.jar.new" "$home/lib/drovectl.jar"
cp "$(dirname "$0")/bin/drovectl" "$home/bin/drovectl"
chmod 755 "$home/bin/drovectl"

# Nothing listens on the discard port: the call goes all the way to the connection and no further.
status=0
DROVEWAY_URL=http://127.0.0.1:9 "$java" -Xlog:disable -XX:+UseSerialGC -XX:ArchiveClassesAtExit="$home/lib/drovectl.jsa" \
    -jar "$home/lib/drovectl.jar" vm list 2>/dev/null || status=$?
[ "$status" -eq 4 ] || {
    echo "assemble.sh: drovectl ended with $status, needed 4 (engine not reachable)" >&2
    exit 1
}
[ -s "$home/lib/drovectl.jsa" ] || {
    echo "assemble.sh: no AppCDS archive was written to $home/lib" >&2
    exit 1
}
