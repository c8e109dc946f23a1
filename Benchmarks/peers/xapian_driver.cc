// Xapian behind the protocol of README.md. One thread builds, whatever is asked; then the database is compacted.
// Its own tokeniser (maximal runs of ICU letters and digits, lower-cased), positions, and the id alone as document data.
// BM25Weight(k1=1.2, k2=0, k3=1, b=0.75, min_normlen=0).
#include <xapian.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>
using namespace std;
using Clock = chrono::steady_clock;
static double ms(Clock::time_point a, Clock::time_point b) { return chrono::duration<double, milli>(b - a).count(); }

static size_t unquote(const string& s, size_t i, string& out) {
  out.clear();
  for (;;) {
    char c = s[i++];
    if (c == '"') return i;
    if (c != '\\') { out += c; continue; }
    c = s[i++];
    if (c == 'n') out += '\n'; else if (c == 't') out += '\t'; else if (c == 'r') out += '\r';
    else if (c == 'u') {
      unsigned v = stoul(s.substr(i, 4), nullptr, 16); i += 4;
      char b[4]; int n = 0; U8_APPEND_UNSAFE(b, n, v); out.append(b, n);
    } else out += c;
  }
}
static void decode(const string& l, string& id, string& text) {
  size_t i = unquote(l, l.find('"', l.find(':')) + 1, id);
  i = l.find('"', l.find(':', l.find("\"text\"", i))) + 1;
  unquote(l, i, text);
}
template <class F> static void tokens(const string& t, F f) {
  string w;
  const char* s = t.data();
  int n = (int)t.size();
  for (int i = 0; i < n;) {
    UChar32 c = (unsigned char)s[i];
    if (c < 128) {
      i++;
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) { w += (char)c; continue; }
      if (c >= 'A' && c <= 'Z') { w += (char)(c | 32); continue; }
    } else {
      U8_NEXT(s, i, n, c);
      if (u_isalnum(c)) { c = u_tolower(c); char b[4]; int k = 0; U8_APPEND_UNSAFE(b, k, c); w.append(b, k); continue; }
    }
    if (!w.empty()) { f(w); w.clear(); }
  }
  if (!w.empty()) f(w);
}
static Xapian::Document make(const string& id, const string& text) {
  Xapian::Document d;
  d.set_data(id);
  unsigned pos = 0;
  tokens(text, [&](const string& w) { d.add_posting(w, ++pos); });
  d.add_boolean_term("Q" + id);
  return d;
}
static Xapian::Query unit(const Xapian::Database& db, const string& s) {
  if (s[0] == '"') {
    vector<string> w;
    string cur;
    for (char c : s.substr(1, s.size() - 2)) if (c == ' ') { w.push_back(cur); cur.clear(); } else cur += c;
    w.push_back(cur);
    return Xapian::Query(Xapian::Query::OP_PHRASE, w.begin(), w.end(), w.size());
  }
  if (s.back() == '*') {
    return Xapian::Query(Xapian::Query::OP_WILDCARD, s.substr(0, s.size() - 1), 0,
                         Xapian::Query::WILDCARD_LIMIT_ERROR, Xapian::Query::OP_SYNONYM);
  }
  return Xapian::Query(s);
}
static Xapian::Query build(const Xapian::Database& db, const string& q) {
  vector<Xapian::Query> must, opt, neg;
  for (size_t i = 0; i < q.size();) {
    if (q[i] == ' ') { i++; continue; }
    char op = 0;
    if (q[i] == '+' || q[i] == '-') op = q[i++];
    size_t e = q[i] == '"' ? q.find('"', i + 1) + 1 : q.find(' ', i);
    if (e == string::npos) e = q.size();
    (op == '+' ? must : op == '-' ? neg : opt).push_back(unit(db, q.substr(i, e - i)));
    i = e;
  }
  using Q = Xapian::Query;
  Q o(Q::OP_OR, opt.begin(), opt.end()), r = o;
  if (!must.empty()) {
    r = Q(Q::OP_AND, must.begin(), must.end());
    if (!opt.empty()) r = Q(Q::OP_AND_MAYBE, r, o);
  }
  if (!neg.empty()) r = Q(Q::OP_AND_NOT, r, Q(Q::OP_OR, neg.begin(), neg.end()));
  return r;
}
int main(int argc, char** argv) {
  string cmd = argv[1];
  ios::sync_with_stdio(false);
  if (cmd == "index") {
    auto t0 = Clock::now();
    string loose = string(argv[3]) + ".loose";
    Xapian::WritableDatabase db(loose, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS);
    ifstream in(argv[2]);
    string l, id, text;
    while (getline(in, l)) { decode(l, id, text); db.add_document(make(id, text)); }
    db.commit();
    double built = ms(t0, Clock::now()) / 1e3;
    db.close();
    Xapian::Database(loose).compact(argv[3], Xapian::DBCOMPACT_NO_RENUMBER, 0);
    filesystem::remove_all(loose);
    printf("{\"engine\":\"xapian %s\",\"threads\":1,\"index_s\":%.2f,\"total_s\":%.2f}\n",
           Xapian::version_string(), built, ms(t0, Clock::now()) / 1e3);
  } else if (cmd == "query") {
    bool ns = getenv("BENCH_NS");
    Xapian::Database db(argv[2]);
    unsigned all = db.get_doccount();
    string l;
    while (getline(cin, l)) {
      size_t tab = l.find('\t');
      string c = l.substr(0, tab), q = l.substr(tab + 1);
      auto t0 = Clock::now();
      long count = 1;
      Xapian::MSet m;
      {
        Xapian::Enquire e(db);
        e.set_query(build(db, q));
        if (c == "COUNT") {
          e.set_weighting_scheme(Xapian::BoolWeight());
          m = e.get_mset(0, 0, all);
          count = m.get_matches_lower_bound();
        } else {
          e.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0));
          bool cnt = c == "TOP_10_COUNT" || c == "TOP_10_DOCS";
          m = e.get_mset(0, c == "TOP_100" ? 100 : 10, cnt ? all : 0);
          if (cnt) count = m.get_matches_lower_bound();
        }
      }
      long dt = chrono::duration_cast<chrono::nanoseconds>(Clock::now() - t0).count();
      cout << count;
      if (ns) cout << '\t' << dt;
      if (c == "TOP_10_DOCS") {
        for (auto i = m.begin(); i != m.end(); ++i) cout << '\t' << i.get_document().get_data() << ' ' << i.get_weight();
      }
      cout << endl;
    }
  } else if (cmd == "add") {
    Xapian::WritableDatabase db(argv[2], Xapian::DB_OPEN);
    ifstream in(argv[3]);
    int n = atoi(argv[4]);
    string l, id, text;
    vector<double> t;
    for (int k = 0; k < n; k++) {
      getline(in, l); decode(l, id, text);
      string w = "uniekwoord" + to_string(k);
      auto t0 = Clock::now();
      db.add_document(make("new-" + to_string(k), text + " " + w));
      db.commit();
      Xapian::Enquire e(db); e.set_query(Xapian::Query(w));
      if (e.get_mset(0, 1).size() != 1) return 1;
      t.push_back(ms(t0, Clock::now()));
    }
    sort(t.begin(), t.end());
    printf("{\"commit_ms_p50\":%.2f,\"commit_ms_p95\":%.2f}\n", t[n / 2], t[n * 95 / 100]);
  } else if (cmd == "cold") {
    auto t0 = Clock::now();
    Xapian::Database db(argv[2]);
    auto t1 = Clock::now();
    Xapian::Enquire e(db);
    e.set_query(build(db, argv[3]));
    e.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0));
    auto m = e.get_mset(0, 10, db.get_doccount());
    auto t2 = Clock::now();
    printf("{\"open_ms\":%.2f,\"first_query_ms\":%.2f,\"hits\":%u}\n",
           ms(t0, t1), ms(t1, t2), m.get_matches_lower_bound());
  }
}
