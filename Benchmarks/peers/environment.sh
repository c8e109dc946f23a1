# shellcheck shell=bash disable=SC2034 # The scripts that source this file use the names.
# Where things are, for the other scripts of this folder; they source it with $peers set to the folder.
#
# Everything that is downloaded, built or measured goes into $BENCH_DIR, `.bench` of the project unless it is set.
export BENCH_DIR=${BENCH_DIR:-$peers/../../.bench}
mkdir -p "$BENCH_DIR"/{corpora,indexes,results,lucene}
BENCH_DIR=$(cd "$BENCH_DIR" && pwd)

python=$BENCH_DIR/venv/bin/python
jdk=$BENCH_DIR/jdk/jdk
lucene_jar=$BENCH_DIR/lucene/anserini-2.3.0-fatjar.jar
lucene_classes=$BENCH_DIR/lucene/classes

# The drivers as commands; each takes `index`, `query`, `add` or `cold` and that command's arguments.
lucene=("$jdk/bin/java" --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED
    -Xms1g -Xmx3g -XX:+UseParallelGC -cp "$lucene_jar:$lucene_classes" LuceneDriver)
tantivy=("$python" "$peers/tantivy_driver.py")
fts5=("$python" "$peers/fts5_driver.py")
xapian=("$BENCH_DIR/xapian_driver")
