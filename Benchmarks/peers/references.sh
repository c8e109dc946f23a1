#!/usr/bin/env bash
# How fast and how rightly references are found; `scripts/bench references` builds ours first.
#
# Letters are generated with the truth of their citations. eyecite, the field's finder for American case law, reads as
# many bytes of its own kind of text in the same run.
set -euo pipefail
peers=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$peers/environment.sh"
bench=$peers/../.build/release/kamerspoor-bench
letters=2000
corpus=$BENCH_DIR/corpora/references.jsonl
# Letters that together are about as long as what eyecite_speed.py reads (0.5 MB).
few=25

dpkg-query --show wdutch >/dev/null 2>&1 || apt-get install -qq --yes --no-install-recommends wdutch >&2
[[ -x $python ]] || python3 -m venv "$BENCH_DIR/venv"
"$python" -c 'import numpy, eyecite' 2>/dev/null || "$python" -m pip install --quiet numpy eyecite hyperscan
[[ -f $corpus ]] || "$python" "$peers/generate_corpus.py" --n "$letters" --out "$corpus" --citations "${corpus%.jsonl}.tsv"

# Memory that a round gives back stays in the process: else large texts would be charged for clearing pages, which the
# small ones, below glibc's threshold, are not.
export GLIBC_TUNABLES=glibc.malloc.mmap_threshold=1073741824:glibc.malloc.trim_threshold=4294967296
echo "== kamerspoor, $letters letters"
"$bench" references "$corpus" "$letters"
echo "== kamerspoor, $few letters, and eyecite on as many bytes"
"$bench" references "$corpus" "$few" | head -n 5
"$python" "$peers/eyecite_speed.py"

kamerspoor=$peers/../../.build/release/kamerspoor
if [[ -x $kamerspoor ]]; then
    echo "== against the generator's truth"
    "$python" "$peers/compare_citations.py" "$kamerspoor" "$corpus" "${corpus%.jsonl}.tsv"
fi

if command -v valgrind >/dev/null; then
    echo "== instructions a byte"
    instructions() {
        valgrind --tool=callgrind --callgrind-out-file=/dev/null "$bench" scans "$corpus" 100 "$1" 2>&1 |
            sed -n 's/.*Collected : \([0-9]*\)$/\1/p'
    }
    scanned=$("$bench" scans "$corpus" 100 1 | sed 's/.* of \([0-9]*\) bytes.*/\1/')
    echo "$(((($(instructions 3) - $(instructions 1)) * 5 / scanned + 5) / 10))"

    echo "== allocations of 100 passes over a text without references"
    allocations() { valgrind "$bench" passes "$1" 2>&1 | sed -n 's/.*total heap usage: \([0-9,]*\) allocs.*/\1/p' | tr -d ,; }
    echo $(($(allocations 101) - $(allocations 1)))
fi
