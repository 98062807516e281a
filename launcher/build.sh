# Builds when sources changed, and only then.

work="$root/target/launcher"

# What the build depends on: every source but tests, with its size, so that deletions show as well.
source_files() {
    (cd "$root" && find pom.xml app engine demo content launcher bench \
        -name target -prune -o -path '*/src/test' -prune -o -type f -print 2>/dev/null)
}

source_list() {
    (cd "$root" && source_files | LC_ALL=C sort | tr '\n' '\0' | xargs -0 wc -c)
}

is_built() {
    [ -f "$work/built" ] && [ -f "$work/built.list" ] && [ -d "$root/app/target/lib" ] || return 1
    [ -n "$(ls "$root"/app/target/trellis-app-*.jar 2>/dev/null)" ] || return 1
    [ -z "${measuring:-}" ] || [ -n "$(jar_of bench)" ] || return 1
    source_list | cmp -s - "$work/built.list" || return 1
    [ -z "$(cd "$root" && source_files | tr '\n' '\0' |
        xargs -0 sh -c 'stamp=$1; shift; find "$@" -newer "$stamp"' sh "$work/built" | head -n 1)" ]
}

build() {
    mkdir -p "$work" 2>/dev/null || fail 1 "$root/target is not writable for $(id -un); give the folder to that user or run as its owner."
    wait_for_other_build
    if ! is_built; then
        compile
    fi
    rm -rf "$work/lock"
}

# Two commands started together build once.
wait_for_other_build() {
    until mkdir "$work/lock" 2>/dev/null; do
        other=$(cat "$work/lock/process" 2>/dev/null || true)
        if [ -n "$other" ] && ! kill -0 "$other" 2>/dev/null; then
            rm -rf "$work/lock"
        else
            sleep 1
        fi
    done
    echo $$ >"$work/lock/process"
}

compile() {
    require_maven
    say "building (the first time fetches libraries and takes a few minutes; details in target/launcher/build.log)"
    rm -rf "$root/app/target/lib" "$work/built"
    touch "$work/started"
    modules=app,demo
    profile=
    # Measurements are built only for who measures; an old jar must not outlive the program it was built for.
    rm -f "$root"/bench/target/trellis-bench-*.jar
    if [ -n "${measuring:-}" ]; then
        modules="$modules,bench"
        profile=-Pbench
    fi
    {
        status=0
        # shellcheck disable=SC2086
        (cd "$root" && maven -B $profile -Dtrellis.skipChecks -DskipTests -Dstyle.color=never \
            -pl "$modules" -am package 2>&1) || status=$?
        echo "$status" >"$work/status"
    } | tee "$work/build.log" | awk -f "$root/launcher/progress.awk" >&2
    if [ "$(cat "$work/status")" != 0 ]; then
        rm -rf "$work/lock"
        fail 1 "the build failed; the whole story is in target/launcher/build.log."
    fi
    source_list >"$work/built.list"
    mv "$work/started" "$work/built"
    say "built"
}

require_maven() {
    command -v mvn >/dev/null 2>&1 || fail 3 "Maven (mvn) was not found; install it (Debian: apt-get install maven, macOS: brew install maven)."
}

# Java reads the home folder from the user database, which is wrong where HOME was set to something else.
maven() {
    case ${HOME:-} in
        '' | *[[:space:]]*) ;;
        *) MAVEN_OPTS="-Duser.home=$HOME ${MAVEN_OPTS:-}" ;;
    esac
    JAVA_HOME="$java_home" MAVEN_OPTS="${MAVEN_OPTS:-}" mvn "$@"
}

# Leaves the class path in class_path, sorted so that the start-up cache recognises it, and the argument
# file that names it in arguments. Jars given as arguments follow the application's own.
write_arguments() {
    app_jar=$(jar_of app)
    class_path=$app_jar
    for jar in $(cd "$root/app/target/lib" && ls ./*.jar | LC_ALL=C sort); do
        class_path="$class_path:$root/app/target/lib/${jar#./}"
    done
    base_arguments="$work/app.arguments"
    write_argument_file "$base_arguments"
    arguments="$base_arguments"
    if [ $# -gt 0 ]; then
        for jar in "$@"; do class_path="$class_path:$jar"; done
        arguments="$work/$(basename "$1" .jar).arguments"
        write_argument_file "$arguments"
    fi
}

write_argument_file() {
    quoted=$(printf '%s' "$class_path" | sed 's/[\\"]/\\&/g')
    printf '%s\n' -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED \
        --sun-misc-unsafe-memory-access=allow -cp "\"$quoted\"" >"$1.partial"
    mv "$1.partial" "$1"
}
