#!/usr/bin/env python3
"""Precision and recall of `kamerspoor extract` on generated letters, by the citations that the generator wrote down.

usage: compare_citations.py KAMERSPOOR CORPUS.jsonl CITATIONS.tsv [-v]

The truth names the letters of the corpus that each letter cites, with repetitions, and apart from these citations that
its model copied from the seeds ("stray", each once, and not all of them). Compared is what names letters of the corpus.
Dossiers above 49,999, which the generator makes and no parliament has had, are counted apart: they are impossible, and
a reference to one has no target.
"""
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict


def main():
    program, corpus, citations = sys.argv[1:4]
    letters = {json.loads(line)["id"] for line in open(corpus, encoding="utf-8")}
    truth, stray, impossible = defaultdict(Counter), defaultdict(set), 0
    for line in open(citations, encoding="utf-8"):
        citing, cited, how, _ = line.rstrip("\n").split("\t")
        if int(re.match(r"kst-(\d+)", cited)[1]) > 49_999:
            impossible += 1
        elif how == "stray":
            if cited in letters:
                stray[citing].add(cited)
        else:
            truth[citing][cited] += 1
    with open(corpus, "rb") as texts:
        answers = subprocess.Popen([program, "extract", "--ndjson"], stdin=texts, stdout=subprocess.PIPE)
        right = extra = missing = 0
        for line, answer in zip(open(corpus, encoding="utf-8"), answers.stdout):
            ident = json.loads(line)["id"]
            found = Counter(
                target
                for reference in json.loads(answer)["references"]
                if reference["relation"] != "self"
                for target in reference["targets"]
                if target in letters and target != ident
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
    print(f"{impossible} citations of impossible dossiers left out")
    print(f"citations: precision {precision:.5f}  recall {recall:.5f}  ({right} right, {extra} extra, {missing} missing)")


main()
