#!/usr/bin/env python3
"""Precision and recall of `kamerspoor extract` on generated letters, by the citations that the generator wrote down.

usage: compare_citations.py KAMERSPOOR CORPUS.jsonl CITATIONS.tsv [-v]

The truth names the letters of the corpus that each letter cites, with repetitions, and apart from these the citations
that its model copied from the seeds ("stray", each once). Both count; what the letters cite beside papers of the
corpus (Handelingen, Staatsblad, cases) is not in the truth and is left out.
"""
import json
import subprocess
import sys
from collections import Counter, defaultdict


def main():
    program, corpus, citations = sys.argv[1:4]
    truth, stray = defaultdict(Counter), defaultdict(set)
    for line in open(citations, encoding="utf-8"):
        citing, cited, how, _ = line.rstrip("\n").split("\t")
        if how == "stray":
            stray[citing].add(cited)
        else:
            truth[citing][cited] += 1
    with open(corpus, "rb") as letters:
        answers = subprocess.Popen([program, "extract", "--ndjson"], stdin=letters, stdout=subprocess.PIPE)
        right = extra = missing = 0
        for line, answer in zip(open(corpus, encoding="utf-8"), answers.stdout):
            ident = json.loads(line)["id"]
            found = Counter(
                target
                for reference in json.loads(answer)["references"]
                if reference["relation"] != "self"
                for target in reference["targets"]
                if target.startswith("kst-") and target != ident
            )
            there = Counter({target: count for target, count in truth[ident].items() if target != ident})
            strange = found - there
            lost = there - found
            lost += Counter({target for target in stray[ident] if target not in found and target != ident})
            strange -= Counter({target: count for target, count in strange.items() if target in stray[ident]})
            right += found.total() - strange.total()
            extra += strange.total()
            missing += lost.total()
            if "-v" in sys.argv:
                for sign, difference in (("+", strange), ("-", lost)):
                    for target in difference.elements():
                        print(ident, sign, target)
    precision, recall = right / max(1, right + extra), right / max(1, right + missing)
    print(f"citations: precision {precision:.5f}  recall {recall:.5f}  ({right} right, {extra} extra, {missing} missing)")


main()
