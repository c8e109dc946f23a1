import Foundation
import Testing

@Suite struct CitationTests {
    let bench: Workbench

    init() throws { bench = try .withSeeds() }

    @Test func aPaperOutsideTheCorpusKnowsItsMentions() throws {
        let outcome = try bench.run("cited-by", "31497-371", "--json")
        #expect(outcome.status == 0)
        let reply = try outcome.json(CitesReply.self)
        #expect(reply.id == "kst-31497-371")
        #expect(!reply.inCorpus)
        #expect(reply.mentions == 8)
        #expect(reply.edges.count == 2)
        #expect(reply.edges.reduce(0) { $0 + $1.mentions.count } == 8)
        #expect(reply.edges.allSatisfy { $0.to == "kst-31497-371" })
    }

    @Test func citesAndCitedByAreTwoViewsOfOneEdge() throws {
        let forward = try bench.run("cites", "kst-31497-408", "--json").json(CitesReply.self)
        #expect(forward.inCorpus)
        let edge = try #require(forward.edges.first { $0.to == "kst-31293-573" })
        let backward = try bench.run("cited-by", "kst-31293-573", "--json").json(CitesReply.self)
        #expect(backward.edges.map(\.from) == ["kst-31497-408"])
        #expect(backward.edges[0].mentions.map(\.line) == edge.mentions.map(\.line))
        #expect(edge.mentions.map(\.note) == [2])
        #expect(edge.mentions[0].sentence.hasPrefix("In antwoord op de motie"))
        #expect(edge.mentions[0].relation == "cites")
    }

    @Test func aPlainLineIsAMention() throws {
        let outcome = try bench.run("cited-by", "31497-371")
        #expect(outcome.lines.count == 8)
        for line in outcome.lines {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            #expect(fields.count == 7)
            #expect(fields.last?.hasPrefix("page ") == true)
        }
    }

    @Test func ndjsonHasAnEdgeALine() throws {
        #expect(try bench.run("cited-by", "31497-371", "--ndjson").jsonLines(CitesReply.Edge.self).count == 2)
    }

    @Test func aPaperThatNobodyCitesEndsWithOne() throws {
        let outcome = try bench.run("cited-by", "12345-1", "--json")
        #expect(outcome.status == 1)
        #expect(try outcome.json(CitesReply.self).mentions == 0)
        #expect(
            outcome.errors
                == "kamerspoor: no citations for kst-12345-1. See what is there with: kamerspoor list\n")
    }

    @Test func citesOfAPaperOutsideTheCorpusEndsWithOne() throws {
        let outcome = try bench.run("cites", "31497-371", "--json")
        #expect(outcome.status == 1)
        #expect(
            outcome.errors.hasPrefix("kamerspoor: kst-31497-371 is not in the corpus, but 2 of its letters cite it."))
    }

    // MARK: - Graph

    @Test func theGraphHoldsEveryEdgeThatCitesKnows() throws {
        let graph = try bench.run("graph", "--format", "json").json(GraphReply.self)
        #expect(graph.nodes.count { $0.inCorpus } == 5)
        let edge = try #require(
            graph.edges.first { $0.source == "kst-31497-408" && $0.target == "kst-31293-573" })
        #expect(edge.weight == 1)
        let weights = graph.edges.filter { $0.target == "kst-31497-371" }.map(\.weight)
        #expect(weights.reduce(0, +) == 8)
    }

    @Test func aNeighbourhoodIsPartOfTheGraph() throws {
        let graph = try bench.run("graph", "31497-371", "--depth", "1", "--json").json(GraphReply.self)
        #expect(graph.nodes.map(\.id).contains("kst-31497-371"))
        #expect(graph.nodes.count == 3)
        let alone = try bench.run("graph", "31497-371", "--depth", "0", "--json").json(GraphReply.self)
        #expect(alone.nodes.map(\.id) == ["kst-31497-371"])
    }

    @Test(arguments: ["dot", "graphml", "json", "csv", "mermaid"])
    func everyFormatIsWritten(format: String) throws {
        let outcome = try bench.run("graph", "--format", format)
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("31497"))
        #expect(outcome.harmfulScalars.isEmpty)
    }

    @Test(arguments: ["indegree", "pagerank"])
    func everyMeasureRanks(measure: String) throws {
        let outcome = try bench.run("graph", "--measure", measure, "--top", "3")
        #expect(outcome.status == 0)
        #expect((1...3).contains(outcome.lines.count))
    }

    @Test func aPaperOutsideTheGraphEndsWithOne() throws {
        let outcome = try bench.run("graph", "12345-1")
        #expect(outcome.status == 1)
        #expect(
            outcome.errors
                == "kamerspoor: kst-12345-1 is neither in the corpus nor cited there. See: kamerspoor list\n")
    }
}
