import CitationGraph
import References
import Testing

@Suite struct ExportTests {
    private let graph = PaperGraph(
        nodes: [
            PaperGraph.Node(id: "kst-31497-408", isInCorpus: true, date: "2021-06-11"),
            PaperGraph.Node(id: "kst-31293-573", isInCorpus: true),
        ],
        edges: [
            PaperGraph.Edge(from: "kst-31497-408", to: "kst-31497-371", weight: 2),
            PaperGraph.Edge(from: "kst-31497-408", to: "kst-31293-573"),
        ])

    @Test func jsonStandsAsTheContractHasIt() {
        #expect(
            graph.exported(as: .json) == """
                {"nodes": [
                  {"id": "kst-31293-573", "inCorpus": true, "date": null},
                  {"id": "kst-31497-371", "inCorpus": false, "date": null},
                  {"id": "kst-31497-408", "inCorpus": true, "date": "2021-06-11"}
                ],
                 "edges": [
                  {"source": "kst-31497-408", "target": "kst-31293-573", "weight": 1},
                  {"source": "kst-31497-408", "target": "kst-31497-371", "weight": 2}
                ]}

                """)
    }

    @Test func dotNamesPapersByTheirIDs() {
        #expect(
            graph.exported(as: .dot) == """
                digraph citations {
                  rankdir=LR;
                  node [shape=box];
                  "kst-31293-573" [style=solid];
                  "kst-31497-371" [style=dashed];
                  "kst-31497-408" [style=solid, tooltip="2021-06-11"];
                  "kst-31497-408" -> "kst-31293-573" [weight=1];
                  "kst-31497-408" -> "kst-31497-371" [weight=2, label=2];
                }

                """)
    }

    @Test func csvIsTheTableOfEdges() {
        #expect(
            graph.exported(as: .csv) == """
                source,target,weight
                kst-31497-408,kst-31293-573,1
                kst-31497-408,kst-31497-371,2

                """)
        #expect(
            graph.csvNodes() == """
                id,inCorpus,date
                kst-31293-573,true,
                kst-31497-371,false,
                kst-31497-408,true,2021-06-11

                """)
    }

    @Test func mermaidNumbersItsNodes() {
        #expect(
            graph.exported(as: .mermaid) == """
                flowchart LR
                  n0["kst-31293-573"]
                  n1["kst-31497-371"]:::outside
                  n2["kst-31497-408"]
                  n2 --> n0
                  n2 -->|2| n1
                  classDef outside stroke-dasharray: 4

                """)
    }

    @Test func graphMLDeclaresItsKeys() {
        #expect(
            graph.exported(as: .graphml) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                  <key id="paper" for="node" attr.name="paper" attr.type="string"/>
                  <key id="inCorpus" for="node" attr.name="inCorpus" attr.type="boolean"/>
                  <key id="date" for="node" attr.name="date" attr.type="string"/>
                  <key id="weight" for="edge" attr.name="weight" attr.type="int"/>
                  <graph id="citations" edgedefault="directed">
                    <node id="n0"><data key="paper">kst-31293-573</data><data key="inCorpus">true</data></node>
                    <node id="n1"><data key="paper">kst-31497-371</data><data key="inCorpus">false</data></node>
                    <node id="n2"><data key="paper">kst-31497-408</data><data key="inCorpus">true</data>\
                <data key="date">2021-06-11</data></node>
                    <edge source="n2" target="n0"><data key="weight">1</data></edge>
                    <edge source="n2" target="n1"><data key="weight">2</data></edge>
                  </graph>
                </graphml>

                """)
    }
}
