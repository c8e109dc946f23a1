#!/usr/bin/env bash
# Compares engines on one machine: compare.sh 1k|10k|30k|100k [ENGINE...]; `scripts/bench search` builds ours first.
#
# Builds, queries, adds to and opens the index of every engine in turn; ours is queried before and after the peers.
# Fails when counts differ. With engines named, measures only those, sets them beside the last results of the others, and
# leaves RESULTS.md as it is. With BENCH_KEEP=1, peers whose index is there are not built again.
set -euo pipefail
peers=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
size=${1:?usage: compare.sh 1k|10k|30k|100k [ENGINE...]}
[[ $size =~ ^[0-9]+k$ ]] || { echo "compare.sh: $size is no size such as 10k" >&2; exit 2; }
shift
"$peers/setup.sh"
source "$peers/environment.sh"
kamerspoor=("$peers/../.build/release/kamerspoor-bench")

engines=("$@")
document=()
if [[ ${#engines[@]} -eq 0 ]]; then
    document=("$peers/../RESULTS.md")
    engines=(kamerspoor lucene tantivy)
    if [[ ${size%k} -le 10 ]]; then engines+=(fts5 xapian); fi
fi
corpus=$BENCH_DIR/corpora/$size.jsonl
indexes=$BENCH_DIR/indexes/$size
results=$BENCH_DIR/results/$size
queries=$peers/queries.tsv
cores=$(nproc)
cold_query="motie kinderopvang"
added=60
mkdir -p "$indexes" "$results"

# What engines say beside their answers is shown when something fails.
exec 3>&2 2>"$results/stderr.log"
tell_failure() {
    [[ $? -ne 0 ]] || return 0
    { tail -n 20 "$results/stderr.log" && echo "compare.sh: FAILED"; } >&3
}
trap tell_failure EXIT

includes() { [[ " ${engines[*]} " == *" $1 "* ]]; }

# Sets `driver` to the command of an engine.
use() {
    local -n named=$1
    driver=("${named[@]}")
}

generate() {
    [[ ! -f $corpus ]] || return 0
    "$python" "$peers/generate_corpus.py" --n "${size%k}000" --out "$corpus.part"
    mv "$corpus.part" "$corpus"
}

# build ENGINE THREADS NAME-OF-INDEX: of short builds the best of three counts.
build() {
    local rounds=1
    if [[ ${size%k} -le 10 && $1 != xapian ]]; then rounds=3; fi
    use "$1"
    "$python" "$peers/measure_index.py" "$results/$1.build-$2.json" "$rounds" "$corpus" "$indexes/$3" -- \
        "${driver[@]}" index "$corpus" "$indexes/$3" "$2"
}

build_all() {
    local engine
    for engine in "${engines[@]}"; do
        if [[ -n ${BENCH_KEEP:-} && $engine != kamerspoor && -e $indexes/$engine ]]; then continue; fi
        build "$engine" 1 "$engine"
        case $engine in
        fts5 | xapian) ;;
        *)
            build "$engine" "$cores" "$engine-all-cores"
            rm -r "${indexes:?}/$engine-all-cores"
            ;;
        esac
    done
}

# query ENGINE NAME-OF-RESULT: a virtual machine wants more warmth.
query() {
    local warm=1
    if [[ $1 == lucene ]]; then warm=4; fi
    use "$1"
    "$python" "$peers/measure_queries.py" "$results/$2" "$queries" --warm "$warm" -- \
        "${driver[@]}" query "$indexes/$1"
}

query_all() {
    local engine
    for engine in "${engines[@]}"; do query "$engine" "$engine"; done
    if includes kamerspoor && [[ ${#engines[@]} -gt 1 ]]; then query kamerspoor kamerspoor-again; fi
}

cold_all() {
    local engine
    for engine in "${engines[@]}"; do
        use "$engine"
        "$python" "$peers/measure_process.py" "$results/$engine.cold.json" 11 -- \
            "${driver[@]}" cold "$indexes/$engine" "$cold_query"
    done
}

add_all() {
    local engine copy=$indexes/copy
    for engine in "${engines[@]}"; do
        rm -rf "$copy"
        cp -r "$indexes/$engine" "$copy"
        sync
        use "$engine"
        "$python" "$peers/measure_process.py" "$results/$engine.add.json" 1 -- \
            "${driver[@]}" add "$copy" "$corpus" "$added"
    done
    rm -rf "$copy"
}

compare_all() {
    local counts=("$results"/*.counts.tsv)
    if [[ ! -f $results/lucene.counts.tsv ]]; then
        echo "compare.sh: counts are compared with Lucene's; measure lucene too" >&2
        exit 1
    fi
    "$python" "$peers/compare_counts.py" "$results/lucene.counts.tsv" "${counts[@]}"
    if includes kamerspoor && [[ -d $indexes/lucene ]]; then
        "$python" "$peers/compare_rankings.py" "$results/rankings.json" "$queries" \
            "lucene=${lucene[*]} query $indexes/lucene" "kamerspoor=${kamerspoor[*]} query $indexes/kamerspoor"
    fi
}

generate
build_all
query_all
cold_all
add_all
compare_all
"$python" "$peers/report.py" "$size" "$results" "${document[@]}"
