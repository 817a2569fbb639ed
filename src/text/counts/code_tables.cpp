#include "table/table_rows.hpp"
#include "text/counts/code_counts.hpp"

#include <map>

namespace tarazy {

Table code_count_table(const Tokens& tokens, const Codebook& codebook, const CodeHits& hits, bool negation) {
    const std::size_t codes = codebook.codes.size(), documents = tokens.documents.size();
    std::vector<std::vector<std::int64_t>> plain(codes, std::vector<std::int64_t>(documents, 0)), negated = plain;
    for (const CodeHit& hit : hits.hits) ++(hit.negated ? negated : plain)[hit.code][hit.document];
    Table table;
    table.add("doc_id", Column(tokens.documents));
    for (std::size_t code = 0; code < codes; ++code)
        table.add(codebook.codes[code].name, Column(std::move(plain[code])));
    for (std::size_t code = 0; negation && code < codes; ++code)
        table.add("neg_" + codebook.codes[code].name, Column(std::move(negated[code])));
    return table;
}

Table code_hit_table(const Tokens& tokens, const Codebook& codebook, const CodeHits& hits) {
    TableRows rows(TextColumn{"doc_id"}, IntegerColumn{"from"}, IntegerColumn{"to"}, IntegerColumn{"start"},
                   IntegerColumn{"end"}, TextColumn{"code"}, TextColumn{"entry"}, IntegerColumn{"negated"},
                   TextColumn{"text"});
    for (const CodeHit& hit : hits.hits) {
        const std::size_t first = tokens.first[hit.document], last = hit.run.end - 1;
        std::string text;
        for (std::size_t token = hit.run.begin; token < hit.run.end; ++token) {
            if (token > hit.run.begin) text += ' ';
            text += tokens.types[tokens.type[token]];
        }
        const Code& code = codebook.codes[hit.code];
        rows.add(tokens.documents[hit.document], hit.run.begin - first + 1, hit.run.end - first,
                 tokens.start[hit.run.begin], std::size_t{tokens.start[last]} + tokens.length[last], code.name,
                 code.entries[hit.entry].text, hit.negated, text);
    }
    return rows.table();
}

Table code_rate_table(const Codebook& codebook, const CodeHits& hits, const LanguagesOfTokens& languages) {
    std::map<std::string, std::size_t> sizes;
    const std::vector<std::size_t> of_names = languages.sizes();
    for (std::size_t k = 0; k < of_names.size(); ++k) sizes[languages.names[k]] = of_names[k];
    std::map<std::pair<std::size_t, std::string>, std::pair<std::size_t, std::size_t>> found;
    std::vector<std::size_t> totals(codebook.codes.size(), 0);
    for (const CodeHit& hit : hits.hits) {
        auto& [all, negated] = found[{hit.code, languages.of(hit.run.begin)}];
        ++all;
        negated += hit.negated ? 1 : 0;
        ++totals[hit.code];
    }
    TableRows rows(TextColumn{"code"}, TextColumn{"language"}, IntegerColumn{"hits"}, IntegerColumn{"negated"},
                   IntegerColumn{"tokens"}, RealColumn{"per_10000"}, RealColumn{"share"});
    for (std::size_t code = 0; code < codebook.codes.size(); ++code) {
        for (const auto& [language, size] : sizes) {
            const auto counts = found.find({code, language});
            const auto [all, negated] = counts == found.end() ? std::pair<std::size_t, std::size_t>() : counts->second;
            const auto part = [hits_here = static_cast<double>(all)](double whole, double unit) {
                return whole > 0 ? std::optional(unit * hits_here / whole) : std::nullopt;
            };
            rows.add(codebook.codes[code].name, language, all, negated, size, part(static_cast<double>(size), 1e4),
                     part(static_cast<double>(totals[code]), 1));
        }
    }
    return rows.table();
}

Table code_entry_table(const Codebook& codebook, const CodeHits& hits) {
    std::vector<std::vector<std::size_t>> counts;
    for (const Code& code : codebook.codes) counts.emplace_back(code.entries.size(), 0);
    for (const CodeHit& hit : hits.hits) ++counts[hit.code][hit.entry];
    TableRows rows(TextColumn{"code"}, TextColumn{"entry"}, IntegerColumn{"line"}, IntegerColumn{"hits"});
    for (std::size_t code = 0; code < codebook.codes.size(); ++code) {
        for (std::size_t k = 0; k < counts[code].size(); ++k) {
            const CodeEntry& entry = codebook.codes[code].entries[k];
            rows.add(codebook.codes[code].name, entry.text, entry.line > 0 ? std::optional(entry.line) : std::nullopt,
                     counts[code][k]);
        }
    }
    return rows.table();
}

}  // namespace tarazy
