// Lucene 10 behind the protocol of README.md. Builds with a buffer of 512 MB and merges into one segment.
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.*;
import org.apache.lucene.util.Version;

public class LuceneDriver {
  static final BM25Similarity SIM = new BM25Similarity(1.2f, 0.75f);

  static Analyzer analyzer() {
    return new Analyzer() {
      @Override protected TokenStreamComponents createComponents(String field) {
        Tokenizer t = new CharTokenizer() {
          @Override protected boolean isTokenChar(int c) { return Character.isLetterOrDigit(c); }
        };
        return new TokenStreamComponents(t, new LowerCaseFilter(t));
      }
    };
  }

  // {"id": "...", "text": "..."} as json.dumps writes it
  static int unquote(String s, int i, StringBuilder b) {
    b.setLength(0);
    for (int q = s.indexOf('"', i); ; ) {
      if (q < i) q = s.indexOf('"', i);
      int e = s.indexOf('\\', i);
      if (e < 0 || q < e) { b.append(s, i, q); return q + 1; }
      b.append(s, i, e);
      char c = s.charAt(e + 1);
      i = e + 2;
      switch (c) {
        case 'n': b.append('\n'); break;
        case 't': b.append('\t'); break;
        case 'r': b.append('\r'); break;
        case 'b': b.append('\b'); break;
        case 'f': b.append('\f'); break;
        case 'u': b.append((char) Integer.parseInt(s.substring(i, i + 4), 16)); i += 4; break;
        default: b.append(c);
      }
    }
  }
  static String[] decode(String line, StringBuilder b) {
    int i = unquote(line, line.indexOf('"', line.indexOf(':')) + 1, b);
    String id = b.toString();
    i = line.indexOf('"', line.indexOf(':', line.indexOf("\"text\"", i))) + 1;
    unquote(line, i, b);
    return new String[] {id, b.toString()};
  }
  static Document doc(String[] p) {
    Document d = new Document();
    d.add(new StringField("id", p[0], Field.Store.YES));
    d.add(new TextField("text", p[1], Field.Store.NO));
    return d;
  }
  static BufferedReader open(String path) throws IOException {
    return new BufferedReader(new InputStreamReader(new FileInputStream(path), StandardCharsets.UTF_8), 1 << 20);
  }
  static long size(String dir) throws IOException {
    long n = 0;
    for (File f : new File(dir).listFiles()) n += f.length();
    return n;
  }

  static void index(String jsonl, String out, int threads) throws Exception {
    IndexWriterConfig cfg = new IndexWriterConfig(analyzer()).setRAMBufferSizeMB(512)
        .setOpenMode(IndexWriterConfig.OpenMode.CREATE).setSimilarity(SIM);
    long t0 = System.nanoTime();
    try (Directory dir = FSDirectory.open(Paths.get(out)); IndexWriter w = new IndexWriter(dir, cfg);
         BufferedReader r = open(jsonl)) {
      if (threads == 1) {
        StringBuilder b = new StringBuilder();
        for (String l; (l = r.readLine()) != null; ) w.addDocument(doc(decode(l, b)));
      } else {
        Thread[] ts = new Thread[threads];
        for (int i = 0; i < threads; i++) {
          ts[i] = new Thread(() -> {
            try {
              StringBuilder b = new StringBuilder();
              for (;;) {
                String l;
                synchronized (r) { l = r.readLine(); }
                if (l == null) return;
                w.addDocument(doc(decode(l, b)));
              }
            } catch (IOException e) { throw new UncheckedIOException(e); }
          });
          ts[i].start();
        }
        for (Thread t : ts) t.join();
      }
      w.commit();
      double s1 = (System.nanoTime() - t0) / 1e9;
      System.out.printf("{\"engine\":\"lucene %s\",\"threads\":%d,\"index_s\":%.2f,\"bytes_before\":%d,\"segments\":%d",
          Version.LATEST, threads, s1, size(out), DirectoryReader.listCommits(dir).get(0).getSegmentCount());
      w.forceMerge(1, true);
      w.commit();
    }
    System.out.printf(",\"total_s\":%.2f,\"bytes_after\":%d}%n", (System.nanoTime() - t0) / 1e9, size(out));
  }

  static Query unit(String s) {
    if (s.startsWith("\"")) {
      PhraseQuery.Builder p = new PhraseQuery.Builder();
      for (String w : s.substring(1, s.length() - 1).split(" ")) p.add(new Term("text", w));
      return p.build();
    }
    if (s.endsWith("*")) return new PrefixQuery(new Term("text", s.substring(0, s.length() - 1)));
    return new TermQuery(new Term("text", s));
  }
  static Query parse(String q) {
    BooleanQuery.Builder b = new BooleanQuery.Builder();
    int n = 0, i = 0;
    Query last = null;
    BooleanClause.Occur lastOccur = null;
    while (i < q.length()) {
      char c = q.charAt(i);
      if (c == ' ') { i++; continue; }
      BooleanClause.Occur o = BooleanClause.Occur.SHOULD;
      if (c == '+') { o = BooleanClause.Occur.MUST; i++; } else if (c == '-') { o = BooleanClause.Occur.MUST_NOT; i++; }
      int e = q.charAt(i) == '"' ? q.indexOf('"', i + 1) + 1 : q.indexOf(' ', i);
      if (e <= 0) e = q.length();
      b.add(last = unit(q.substring(i, e)), lastOccur = o);
      n++;
      i = e;
    }
    return n == 1 && lastOccur != BooleanClause.Occur.MUST_NOT ? last : b.build();
  }

  static TopDocs top(IndexSearcher s, Query q, int k, int threshold) throws IOException {
    return s.search(q, new TopScoreDocCollectorManager(k, null, threshold));
  }
  static void serve(String path) throws Exception {
    boolean ns = System.getenv("BENCH_NS") != null;
    try (IndexReader reader = DirectoryReader.open(new MMapDirectory(Paths.get(path)))) {
      IndexSearcher s = new IndexSearcher(reader);
      s.setQueryCache(null);
      s.setSimilarity(SIM);
      BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, "UTF-8");
      for (String line; (line = in.readLine()) != null; ) {
        int tab = line.indexOf('\t');
        String cmd = line.substring(0, tab), extra = "";
        long t0 = System.nanoTime(), count = 1;
        Query q = parse(line.substring(tab + 1));
        TopDocs td = null;
        switch (cmd) {
          case "COUNT": count = s.count(q); break;
          case "TOP_10": td = top(s, q, 10, 10); break;
          case "TOP_100": td = top(s, q, 100, 100); break;
          case "TOP_10_DOCS":
          case "TOP_10_COUNT": td = top(s, q, 10, Integer.MAX_VALUE); count = td.totalHits.value(); break;
          default: out.println("UNSUPPORTED"); out.flush(); continue;
        }
        long dt = System.nanoTime() - t0;
        if (cmd.equals("TOP_10_DOCS"))
          for (ScoreDoc d : td.scoreDocs) {
            extra += "\t" + reader.storedFields().document(d.doc).get("id") + " " + d.score;
          }
        out.println(ns ? count + "\t" + dt + extra : "" + count);
        out.flush();
      }
    }
  }

  static void add(String path, String jsonl, int n) throws Exception {
    try (Directory dir = FSDirectory.open(Paths.get(path));
         IndexWriter w = new IndexWriter(dir, new IndexWriterConfig(analyzer()).setSimilarity(SIM));
         BufferedReader r = open(jsonl)) {
      StringBuilder b = new StringBuilder();
      DirectoryReader reader = DirectoryReader.open(dir);
      double[] t = new double[n];
      for (int i = 0; i < n; i++) {
        String[] p = decode(r.readLine(), b);
        p[0] = "new-" + i;
        p[1] += " uniekwoord" + i;
        long t0 = System.nanoTime();
        w.addDocument(doc(p));
        w.commit();                                   // fsync
        DirectoryReader x = DirectoryReader.openIfChanged(reader);
        if (x != null) { reader.close(); reader = x; }
        int c = new IndexSearcher(reader).count(new TermQuery(new Term("text", "uniekwoord" + i)));
        t[i] = (System.nanoTime() - t0) / 1e6;
        if (c != 1) throw new Exception("not searchable");
      }
      Arrays.sort(t);
      System.out.printf("{\"commit_ms_p50\":%.2f,\"commit_ms_p95\":%.2f}%n", t[n / 2], t[n * 95 / 100]);
    }
  }

  public static void main(String[] a) throws Exception {
    switch (a[0]) {
      case "index": index(a[1], a[2], Integer.parseInt(a[3])); break;
      case "query": serve(a[1]); break;
      case "add": add(a[1], a[2], Integer.parseInt(a[3])); break;
      case "cold": {
        long t0 = System.nanoTime();
        IndexReader r = DirectoryReader.open(new MMapDirectory(Paths.get(a[1])));
        long t1 = System.nanoTime();
        IndexSearcher s = new IndexSearcher(r);
        s.setSimilarity(SIM);
        TopDocs td = top(s, parse(a[2]), 10, Integer.MAX_VALUE);
        long t2 = System.nanoTime();
        System.out.printf("{\"open_ms\":%.2f,\"first_query_ms\":%.2f,\"hits\":%d}%n",
            (t1 - t0) / 1e6, (t2 - t1) / 1e6, td.totalHits.value());
        break;
      }
      default: throw new Exception("index|query|add|cold");
    }
  }
}
