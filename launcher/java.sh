# Finds a JDK 25 or later and leaves its folder in java_home.

is_jdk_25() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ "${major:-0}" -ge 25 ]
}

# Prints one candidate folder a line, the most explicit wish first.
java_candidates() {
    printf '%s\n' "${TRELLIS_JAVA_HOME:-}" "${JAVA_HOME:-}"
    on_path=$(command -v javac || true)
    if [ -n "$on_path" ]; then
        real=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
        dirname "$(dirname "$real")"
    fi
    printf '%s\n' /usr/lib/jvm/* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
        "${MISE_DATA_DIR:-$HOME/.local/share/mise}"/installs/java/*
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v 25+ 2>/dev/null || true
    fi
}

find_java() {
    java_home=$(java_candidates | while IFS= read -r candidate; do
        if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
            printf '%s' "$candidate"
            break
        fi
    done)
    [ -n "$java_home" ]
}

require_java() {
    find_java || fail 3 "no JDK 25 or later was found; install one (for example Temurin from adoptium.net, or: sdk install java 25-tem) or set TRELLIS_JAVA_HOME to its folder."
}
