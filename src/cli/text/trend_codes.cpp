#include "cli/text/trend_codes.hpp"

#include "base/nearest_name.hpp"
#include "cli/text/codebook_input.hpp"
#include "text/counts/code_counts.hpp"
#include "text/counts/type_index.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::vector<double> tokens_of_documents(const Tokens& tokens, bool without_marks) {
    const std::vector<bool> marks = marks_among(tokens.types);
    std::vector<double> totals;
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        double total = 0;
        for (const std::uint32_t type : tokens.of_document(document)) total += without_marks && marks[type] ? 0 : 1;
        totals.push_back(total);
    }
    return totals;
}

/// Which codes are asked for; a pattern that none fits is a slip of the pen.
std::vector<bool> asked_codes(const Codebook& codebook, const std::vector<std::string>& asked) {
    std::vector<bool> wanted(codebook.codes.size(), asked.empty());
    std::vector<std::string> names;
    for (const Code& code : codebook.codes) names.push_back(code.name);
    for (const std::string& pattern : asked) {
        bool fits = false;
        for (std::size_t code = 0; code < names.size(); ++code) {
            if (!glob_fits(pattern, names[code])) continue;
            fits = wanted[code] = true;
        }
        if (!fits)
            throw UsageError("--features: the dictionary has no code '" + pattern + "'; " + name_hint(pattern, names));
    }
    return wanted;
}

}  // namespace

TrendCodes counts_of_codes(Session& session, CountsInput input, const TrendDictionary& dictionary,
                           const std::vector<std::string>& asked) {
    const Codebook codebook = read_codebook_file(session, dictionary.path);
    const std::vector<bool> wanted = asked_codes(codebook, asked);
    const bool without_marks = input.text.tokens.remove_punctuation;
    input.text.tokens.remove_punctuation = false;
    TextTokens read = read_text_tokens(session, input.text, dictionary.languages || asks_language(codebook));
    CodeOptions options;
    if (read.languages.known()) options.languages = &read.languages;
    if (read.lemmas) options.lemmas = &*read.lemmas;
    options.work = session.work;
    options.negation_window = dictionary.negation_window.value_or(input.text.rules == "quanteda" ? 0 : 3);
    const CodeHits hits = find_codes(read.tokens, codebook, options);
    for (const std::string& warning : hits.warnings) warn(session, warning);

    TrendCodes found;
    const std::size_t codes = codebook.codes.size(), documents = read.tokens.documents.size();
    std::vector<std::vector<double>> plain(codes, std::vector<double>(documents, 0)), negated = plain;
    for (const CodeHit& hit : hits.hits) ++(hit.negated ? negated : plain)[hit.code][hit.document];
    for (const bool negation : {false, true}) {
        if (negation && options.negation_window == 0) break;
        for (std::size_t code = 0; code < codes; ++code) {
            if (!wanted[code]) continue;
            found.counts.keys.push_back((negation ? "neg_" : "") + codebook.codes[code].name);
            found.counts.counts.push_back(std::move((negation ? negated : plain)[code]));
        }
    }
    found.counts.totals = tokens_of_documents(read.tokens, without_marks);
    if (read.languages.known()) {
        const Table rates = code_rate_table(codebook, hits, read.languages);
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < rates.rows(); ++row) {
            const auto code = std::ranges::find(codebook.codes, rates["code"].display(row), &Code::name);
            if (wanted[static_cast<std::size_t>(code - codebook.codes.begin())]) rows.push_back(row);
        }
        found.languages = take_rows(rates, rows);
    }
    found.metadata = described_documents(session, input, read.tokens.documents, read.metadata);
    return found;
}

}  // namespace tarazy
