# How java is started: what the launcher of a checkout and that of an installed image have in common. Sourced by both, which say
# where things are: jdk (a folder with bin/java), jar, archive (of classes; empty: none) and program (the words that name it to java).

# The parallel collector: G1 cuts counted loops into strips, which costs the scan 10 to 20 % (docs/adr/0007).
# HDF5 packed by lzf: its library would have Java warn of sun.misc.Unsafe.
usual=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseParallelGC)
# With its profiles java would compile at once what the rehearsal ran often, more than a short run needs.
unprofiled=(-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining)

# Records the archive of classes $1 from a rehearsal in the current folder, which must hold the data of examples.
rehearse() {
    "$jdk/bin/java" "-XX:AOTCacheOutput=$1" "${unprofiled[@]}" "${usual[@]}" -cp "$jar" org.oinfo.cli.Rehearsal
}

# Java reads names of files in the locale's characters: in any but UTF-8, names beyond ASCII would be lost.
speak_utf8() {
    local charset
    charset=${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}
    case $charset in
        C | POSIX | C.UTF-8) ;;
        # Only this program knows whether the locale is installed.
        *) charset=$(locale charmap 2>/dev/null || printf '%s' "$charset") ;;
    esac
    case $charset in
        *UTF-8 | *utf8 | *UTF8 | *utf-8) ;;
        *) export LC_ALL=C.UTF-8 ;;
    esac
}

# Passes on what java writes to standard error, as it comes, without its line about the incubating vector module. Lives until
# java has closed its end, whatever signal the terminal sends to all.
filter() {
    local line
    while IFS= read -r line; do
        case $line in
            'WARNING: Using incubator modules: jdk.incubator.vector') exec cat >&2 ;;
            *) printf '%s\n' "$line" >&2 ;;
        esac
    done
    printf '%s' "$line" >&2
}

# A signal that comes to this process goes on to java. (From a terminal java gets Ctrl-C twice, which does no harm.)
java=
signalled=
forward() {
    signalled=$1
    [ -z "$java" ] || kill -s "$1" "$java" 2>/dev/null
}
# When this process is killed outright, java is told to end. Not every system can do that.
orphan=(setpriv --pdeathsig TERM)
"${orphan[@]}" true 2>/dev/null || orphan=(env)

# Java is a child, so that its last lines have come out before this process ends: java and the filter hold the other end of
# descriptor 4, which is read to its end. (bash's "wait" loses the exit code when a signal comes at the wrong moment.)
run() {
    local signal
    for signal in INT QUIT TERM HUP; do
        trap "forward $signal" "$signal"
    done
    exec 5<&0 6>&1
    exec 4< <(
        trap '' INT QUIT TERM HUP
        exec 4>&1 <&5 >&6 5<&- 6>&-
        [ -n "$on_demand" ] || exec 2> >(filter)
        trap - INT QUIT TERM HUP
        exec "${orphan[@]}" "$jdk/bin/java" "${flags[@]}" "$@"
    )
    java=$!
    exec 5<&- 6>&-
    [ -z "$signalled" ] || forward "$signalled"
    signalled=yes
    while [ -n "$signalled" ]; do
        signalled=
        read -r <&4
    done
    trap '' INT QUIT TERM HUP
    wait "$java"
}

# The vector module of simd takes 0.07 s to load, and java ignores the archive then: it is loaded where simd is asked for, where there is
# no library in C, and where java ends at once with this code, because it found that the library cannot be used.
needs_vectors=75

# Runs oinfo with the arguments and ends with its exit code.
start() {
    local code flags archived=() logged=()
    # Java cannot tell whether standard error is a terminal, least of all behind the filter above.
    [ ! -t 2 ] || usual+=(-Doinfo.stderr.terminal=true)
    [ -z "$archive" ] || archived=("-XX:AOTCache=$archive" "-Xlog:aot*=off" "-Xlog:cds*=off")
    # Standard output of the resident engine is for its messages alone; java would warn there.
    case ${1:-} in
        worker | mcp) logged=(-Xlog:disable -Xlog:all=warning:stderr) ;;
    esac
    speak_utf8
    on_demand=
    case "$OSTYPE $* " in
        *' --backend simd '* | *' --backend=simd '*) ;;
        linux*) on_demand=yes ;;
    esac
    if [ -n "$on_demand" ]; then
        flags=(-Doinfo.vectors=on-demand "${logged[@]}" "${archived[@]}" "${usual[@]}")
        run "${program[@]}" "$@"
        code=$?
        [ "$code" = "$needs_vectors" ] || exit "$code"
        on_demand=
    fi
    flags=(--add-modules jdk.incubator.vector "${logged[@]}" "${usual[@]}")
    run "${program[@]}" "$@"
    exit
}
