# Finds a JDK 25, for the launcher of a checkout and for scripts beside it.

no_jdk="a JDK 25 is needed: none found in JAVA_HOME, on PATH, in /usr/lib/jvm or other common places; install one (for example Temurin 25) and set JAVA_HOME to its folder"

# Is the folder $1 a JDK 25? Its file "release" says so without starting it, or any other program.
is_jdk25() {
    local line
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    while read -r line; do
        case $line in
            JAVA_VERSION=\"25[\".]*) return 0 ;;
        esac
    done <"$1/release"
    return 1
}

# Sets jdk to the folder of a JDK 25.
find_jdk() {
    local link on_path
    jdk=${JAVA_HOME:-}
    [ -z "$jdk" ] || ! is_jdk25 "$jdk" || return 0
    if on_path=$(command -v java); then
        while [ -L "$on_path" ]; do
            link=$(readlink "$on_path")
            case $link in
                /*) on_path=$link ;;
                *) on_path=${on_path%/*}/$link ;;
            esac
        done
        jdk=${on_path%/bin/java}
        ! is_jdk25 "$jdk" || return 0
    fi
    for jdk in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.jdks/* \
        "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
        ! is_jdk25 "$jdk" || return 0
    done
    return 1
}
