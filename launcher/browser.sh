# The tests, and the browser that some of them drive.

find_browser() {
    for candidate in "${TRELLIS_BROWSER:-}" chromium-headless-shell chromium chromium-browser google-chrome \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if [ -n "$candidate" ] && browser=$(command -v "$candidate"); then
            return 0
        fi
    done
    return 1
}

install_browser() {
    say "installing $1 for the browser tests"
    mkdir -p "$work"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$1"; } \
        >"$work/$1.log" 2>&1 && return 0
    say "$1 could not be installed; see target/launcher/$1.log"
    return 1
}

# Installs Chromium where that is allowed; without it the browser tests are skipped, except under CI=true.
# The headless shell draws the same pages for half the work of the whole browser, so CI takes it in any case.
provide_browser() {
    if find_browser && [ "${CI:-}" != true ]; then
        return 0
    fi
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && ! command -v chromium-headless-shell >/dev/null 2>&1; then
        install_browser chromium-headless-shell || find_browser || install_browser chromium || true
    fi
    if find_browser; then
        return 0
    fi
    [ "${CI:-}" != true ] || fail 1 "CI=true, but there is no Chromium for the browser tests; install the package chromium."
    say "there is no Chromium, so the browser tests are skipped; install the package chromium to run them."
    return 1
}

run_tests() {
    unset TRELLIS_HOME # tests make homes of their own; what somebody keeps in theirs is not touched or shown
    require_java
    require_maven
    profiles=-Pbench
    if [ -d "$root/browser-tests" ] && provide_browser; then
        profiles=-Pbench,browser
        export TRELLIS_BROWSER="$browser"
    fi
    export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
    cd "$root"
    maven -B -ntp -T 2 verify "$profiles"
}
