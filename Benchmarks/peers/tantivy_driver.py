#!/usr/bin/env python3
"""tantivy (its Python package) behind the protocol of README.md. BM25 with k1 = 1.2 and b = 0.75 is fixed there.

One thread builds with the largest heap there is, which gives one segment without a merge (the package has none to
call); several have 512 MB each.
"""

import json
import os
import time

import tantivy

from protocol import letters, main, measure_adding, measure_cold, parse, serve

SCHEMA = (
    tantivy.SchemaBuilder()
    .add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    .add_text_field("text", stored=False, tokenizer_name="words", index_option="position")
    .build()
)
OCCUR = {"": tantivy.Occur.Should, "+": tantivy.Occur.Must, "-": tantivy.Occur.MustNot}
LARGEST_HEAP = 4_290_000_000
HEAP_OF_A_THREAD = 512_000_000
HEAP_FOR_ADDING = 64_000_000


def open_index(directory):
    index = tantivy.Index(SCHEMA, path=directory)
    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase()).build()
    index.register_tokenizer("words", words)
    return index


def index(corpus, directory, threads):
    os.makedirs(directory)
    start = time.time()
    opened = open_index(directory)
    writer = opened.writer(LARGEST_HEAP if threads == 1 else HEAP_OF_A_THREAD * threads, threads)
    for name, text in letters(corpus):
        writer.add_document(tantivy.Document(id=name, text=text))
    writer.commit()
    writer.wait_merging_threads()
    opened.reload()
    print(
        json.dumps(
            {
                "engine": tantivy.__version__.split(",")[0],
                "threads": threads,
                "total_s": time.time() - start,
                "segments": opened.searcher().num_segments,
            }
        )
    )


def unit(kind, words):
    if kind == "phrase" and len(words) > 1:
        return tantivy.Query.phrase_query(SCHEMA, "text", words)
    if kind == "prefix":
        return tantivy.Query.regex_query(SCHEMA, "text", words[0] + ".*")
    return tantivy.Query.term_query(SCHEMA, "text", words[0], index_option="freq")


def engine_query(text):
    clauses = parse(text)
    if len(clauses) == 1 and clauses[0][0] != "-":
        return unit(*clauses[0][1:])
    return tantivy.Query.boolean_query([(OCCUR[sign], unit(kind, words)) for sign, kind, words in clauses])


def query(directory):
    searcher = open_index(directory).searcher()

    def run(command, text):
        built = engine_query(text)
        if command == "COUNT":  # no collector that only counts
            return searcher.search(built, 1, count=True).count
        if command in ("TOP_10", "TOP_100"):
            searcher.search(built, int(command[4:]), count=False).hits
            return 1
        if command == "TOP_10_COUNT":
            found = searcher.search(built, 10, count=True)
            found.hits
            return found.count
        return None

    def ranking(text):
        return [
            (searcher.doc(address)["id"][0], score) for score, address in searcher.search(engine_query(text), 10).hits
        ]

    serve(run, ranking)


def add(directory, corpus, count):
    opened = open_index(directory)
    writer = opened.writer(HEAP_FOR_ADDING, 1)

    def add_one(number, text, word):
        writer.add_document(tantivy.Document(id=f"new-{number}", text=text))
        writer.commit()
        opened.reload()
        return opened.searcher().search(unit("term", [word]), 1).count

    measure_adding(corpus, count, add_one)


def cold(directory, text):
    measure_cold(
        lambda: open_index(directory).searcher(), lambda searcher: searcher.search(engine_query(text), 10).count
    )


main(index, query, add, cold)
