#include "text/counts/lexical_diversity.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tarazy {
namespace {

/// Not a number where the formula has no finite value (one token, all tokens different).
double finite_or_unknown(double value) {
    return std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN();
}

LexicalDiversity diversity_of(double n, double v, double squares) {
    LexicalDiversity one;
    one.tokens = n;
    one.types = v;
    const double ln_n = std::log(n), ln_v = std::log(v), lg_n = std::log10(n), lg_v = std::log10(v);
    one.ttr = finite_or_unknown(v / n);
    one.c = finite_or_unknown(ln_v / ln_n);
    one.r = finite_or_unknown(v / std::sqrt(n));
    one.cttr = finite_or_unknown(v / std::sqrt(2 * n));
    one.u = finite_or_unknown(lg_n * lg_n / (lg_n - lg_v));
    one.s = finite_or_unknown(std::log(ln_v) / std::log(ln_n));
    one.k = finite_or_unknown(1e4 * (squares / (n * n) - 1 / n));
    one.d = finite_or_unknown((squares - n) / n / (n - 1));
    one.maas = finite_or_unknown(std::sqrt((lg_n - lg_v) / (lg_n * lg_n)));
    const double exponent = one.c;
    one.log10_v0 = finite_or_unknown(lg_v / std::sqrt(1 - exponent * exponent));
    one.ln_v0 = finite_or_unknown(ln_v / std::sqrt(1 - exponent * exponent));
    one.i = finite_or_unknown(v * v / (squares - v));
    one.vm = finite_or_unknown(std::sqrt(std::max(0.0, squares / (n * n) - 1 / v)));
    return one;
}

void check_whole_tokens(const DocumentFeatureMatrix& matrix) {
    Diagnostics problems;
    for (std::size_t document = 0; document < matrix.documents.size(); ++document) {
        for (std::size_t cell = matrix.row_begin[document]; cell < matrix.row_begin[document + 1]; ++cell) {
            if (matrix.count[cell] == std::floor(matrix.count[cell])) continue;
            problems.add({"", 0, 0,
                          "the count of '" + matrix.features[matrix.feature[cell]] + "' in the document '" +
                              matrix.documents[document] + "' is not whole",
                          "give counts of tokens, not weights"});
        }
    }
    problems.throw_if_any();
}

}  // namespace

std::vector<LexicalDiversity> lexical_diversity(const DocumentFeatureMatrix& matrix) {
    check_whole_tokens(matrix);
    std::vector<LexicalDiversity> found;
    for (std::size_t document = 0; document < matrix.documents.size(); ++document) {
        double tokens = 0, squares = 0;
        const std::size_t begin = matrix.row_begin[document], end = matrix.row_begin[document + 1];
        for (std::size_t cell = begin; cell < end; ++cell) {
            tokens += matrix.count[cell];
            squares += matrix.count[cell] * matrix.count[cell];
        }
        found.push_back(diversity_of(tokens, static_cast<double>(end - begin), squares));
    }
    return found;
}

Table lexical_diversity_table(const DocumentFeatureMatrix& matrix, std::span<const SequenceDiversity> sequences) {
    const std::vector<LexicalDiversity> found = lexical_diversity(matrix);
    Table table;
    table.add("doc_id", Column(matrix.documents));
    const auto whole = [&](const char* name, double LexicalDiversity::*of) {
        std::vector<std::int64_t> cells;
        for (const LexicalDiversity& one : found) cells.push_back(std::llround(one.*of));
        table.add(name, Column(std::move(cells)));
    };
    const auto real = [&](const char* name, double LexicalDiversity::*of) {
        std::vector<double> cells;
        for (const LexicalDiversity& one : found) cells.push_back(one.*of);
        table.add(name, Column(std::move(cells)));
    };
    whole("tokens", &LexicalDiversity::tokens);
    whole("types", &LexicalDiversity::types);
    real("TTR", &LexicalDiversity::ttr);
    real("C", &LexicalDiversity::c);
    real("R", &LexicalDiversity::r);
    real("CTTR", &LexicalDiversity::cttr);
    real("U", &LexicalDiversity::u);
    real("S", &LexicalDiversity::s);
    real("K", &LexicalDiversity::k);
    real("D", &LexicalDiversity::d);
    real("Maas", &LexicalDiversity::maas);
    real("lgV0", &LexicalDiversity::log10_v0);
    real("lgeV0", &LexicalDiversity::ln_v0);
    real("I", &LexicalDiversity::i);
    real("Vm", &LexicalDiversity::vm);
    const auto in_order = [&](const char* name, double SequenceDiversity::*of) {
        std::vector<double> cells(found.size(), std::numeric_limits<double>::quiet_NaN());
        for (std::size_t document = 0; document < sequences.size(); ++document)
            cells[document] = sequences[document].*of;
        table.add(name, Column(std::move(cells)));
    };
    in_order("MATTR", &SequenceDiversity::mattr);
    in_order("MSTTR", &SequenceDiversity::msttr);
    in_order("MTLD", &SequenceDiversity::mtld);
    return table;
}

}  // namespace tarazy
