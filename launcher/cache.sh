# The start-up cache of the JDK: made by the program in the background after its first start, used by the next.
# It fits one JDK and one set of jars; a build that changes either makes a new one.

# Leaves the name of the fitting cache in cache, whether it exists yet or not; empty when switched off.
find_cache() {
    cache=
    if [ "${TRELLIS_STARTUP_CACHE:-on}" != off ]; then
        key=$( (cat "$java_home/release" "$base_arguments" && ls -ln "$app_jar" "$root/app/target/lib") | cksum | tr ' ' '-')
        cache="$work/startup-$key.aot"
    fi
}
