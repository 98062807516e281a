# Says what is missing and how to get it. Exit code 1 when the program could not start.

doctor() {
    missing=0
    good() { printf 'ok       %s\n' "$*"; }
    note() { printf 'note     %s\n' "$*"; }
    lack() {
        printf 'MISSING  %s\n' "$*"
        missing=1
    }

    if find_java; then
        good "JDK: $java_home"
    else
        lack "JDK 25 or later: install Temurin 25 (adoptium.net) or run: sdk install java 25-tem; then, if it is not found, set TRELLIS_JAVA_HOME"
    fi
    if command -v mvn >/dev/null 2>&1; then
        good "Maven: $(command -v mvn)"
    else
        lack "Maven: apt-get install maven (Debian) or brew install maven (macOS)"
    fi
    doctor_platform
    doctor_user
    doctor_home
    doctor_port
    if find_browser; then
        good "Chromium for the browser tests: $browser"
    else
        note "no Chromium: browser tests will be skipped; apt-get install chromium"
    fi
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
        *[Uu][Tt][Ff]*8*) good "locale: UTF-8" ;;
        *) note "locale is not UTF-8: names with accents may look odd in the terminal; export LC_ALL=C.UTF-8" ;;
    esac
    return $missing
}

doctor_platform() {
    platform="$(uname -s) $(uname -m)"
    case $platform in
        'Linux x86_64' | 'Linux aarch64' | 'Darwin x86_64' | 'Darwin arm64')
            if [ -f /etc/alpine-release ]; then
                lack "PostgreSQL for Alpine: set TRELLIS_DATABASE_URL to a server of your own"
            else
                good "PostgreSQL: comes with the build for $platform"
            fi
            ;;
        *) lack "PostgreSQL for $platform: set TRELLIS_DATABASE_URL to a server of your own" ;;
    esac
}

doctor_user() {
    if [ "$(id -u)" != 0 ]; then
        good "running as the ordinary user $(id -un 2>/dev/null || id -u)"
    elif unshare -U -- true 2>/dev/null; then
        good "running as root: PostgreSQL runs in a user namespace"
    elif setpriv --reuid=65534 --regid=65534 --clear-groups -- true 2>/dev/null; then
        note "running as root: PostgreSQL runs as the user nobody, who must be able to enter $TRELLIS_HOME"
    else
        lack "a way to run PostgreSQL, which refuses to be root: run Trellis as an ordinary user"
    fi
}

doctor_home() {
    nearest=$TRELLIS_HOME
    while [ ! -e "$nearest" ]; do nearest=$(dirname "$nearest"); done
    if [ -w "$nearest" ]; then
        good "data directory: $TRELLIS_HOME"
    else
        lack "a writable data directory: $TRELLIS_HOME is not writable for $(id -un); set TRELLIS_HOME"
    fi
    free=$(df -Pk "$nearest" | awk 'NR == 2 { print int($4 / 1024) }')
    if [ "$free" -ge 2000 ]; then
        good "disk: $free MB free"
    elif [ "$free" -ge 300 ]; then
        note "disk: only $free MB free; the first build needs about 1000 MB"
    else
        lack "disk space: $free MB free at $nearest; 300 MB are the least, 2000 MB are comfortable"
    fi
}

doctor_port() {
    port=${TRELLIS_PORT:-8080}
    if [ -r /proc/net/tcp ]; then
        hex=$(printf ':%04X' "$port")
        users=$(cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk -v p="$hex" '$4 == "0A" && substr($2, length($2) - 4) == p' | head -n 1)
    elif command -v lsof >/dev/null 2>&1; then
        users=$(lsof -nP -iTCP:"$port" -sTCP:LISTEN 2>/dev/null | head -n 1)
    else
        note "port $port: not checked"
        return
    fi
    if [ -z "$users" ]; then
        good "port: $port is free"
    else
        note "port $port is in use (by Trellis itself, perhaps); set TRELLIS_PORT to another to start beside it"
    fi
}
