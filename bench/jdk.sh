# Sourced by the scripts beside it.

# A JDK 25: JAVA_HOME, else the usual places, else the one on the path.
find_jdk() {
    local home
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$(dirname "$(dirname "$(readlink -f "$(command -v java || true)")")")"; do
        if [[ -x "$home/bin/java" ]] && grep -qs '^JAVA_VERSION="25' "$home/release"; then
            echo "$home"
            return
        fi
    done
    fail "a JDK 25 must be installed: none in JAVA_HOME, /usr/lib/jvm, ~/.sdkman or on the path; install one or set JAVA_HOME"
}
