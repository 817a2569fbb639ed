#include "text/codes/coded_documents.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace tarazy {
namespace {

/// Numbers of codes in the byte order of their names, so that no order of rows matters.
std::map<std::string, std::size_t> numbered_codes(const Table& table, std::vector<std::string>& names) {
    std::map<std::string, std::size_t> numbers;
    const Column& codes = require_column(table, "codes");
    for (std::size_t row = 0; row < table.rows(); ++row)
        for (const std::string& code : codes.list(row)) numbers.emplace(code, 0);
    for (auto& [name, number] : numbers) {
        number = names.size();
        names.push_back(name);
    }
    if (names.size() > most_codes)
        throw InputError({table.origin.path, 0, 0, "there are " + std::to_string(names.size()) + " codes",
                          "at most " + std::to_string(most_codes) + " can be used at once; leave some out"});
    return numbers;
}

struct SentenceRow {
    std::int64_t sentence;
    CodeSet codes;
    std::size_t row;
};

/// Sentences 1, 2, ... without a gap.
void put_sentences(const Table& table, std::vector<SentenceRow>& rows, CodedDocument& document, Diagnostics& problems) {
    std::ranges::sort(rows, {}, [](const SentenceRow& each) { return std::tuple(each.sentence, each.row); });
    for (std::size_t k = 0; k < rows.size(); ++k) {
        if (rows[k].sentence != static_cast<std::int64_t>(k) + 1) {
            problems.add(table.problem(rows[k].row, "sentence",
                                       "the sentences of '" + document.id + "' are not 1, 2, 3, ... each once",
                                       "give every sentence of the document one row"));
            return;
        }
        document.sentences.push_back(rows[k].codes);
    }
}

/// In how many sentences of these groups each code is.
std::vector<std::size_t> times_of_codes(const CodedDocuments& coded, std::span<const std::string> groups) {
    std::vector<std::size_t> times(coded.codes.size(), 0);
    for (const CodedDocument& document : coded.documents) {
        if (std::ranges::find(groups, document.group) == groups.end()) continue;
        for (const CodeSet sentence : document.sentences)
            for (std::size_t code = 0; code < times.size(); ++code) times[code] += sentence >> code & 1;
    }
    return times;
}

}  // namespace

std::size_t CodedDocuments::code(const std::string& name) const {
    const auto found = std::ranges::find(codes, name);
    if (found == codes.end()) throw InputError({"", 0, 0, "there is no code '" + name + "'", name_hint(name, codes)});
    return static_cast<std::size_t>(found - codes.begin());
}

std::string years_of_window(int first, int last) {
    return first == last ? std::to_string(first) : std::to_string(first) + '-' + std::to_string(last);
}

void order_documents(CodedDocuments& coded) {
    std::ranges::sort(coded.documents, {},
                      [](const CodedDocument& each) { return std::tie(each.group, each.year, each.id); });
}

CodedDocuments read_coded_sentences(const Table& table) {
    require_columns(table, std::vector<std::string>{"doc_id", "group", "year", "sentence", "codes"});
    CodedDocuments coded;
    const auto numbers = numbered_codes(table, coded.codes);
    const std::vector<std::string> ids = require_texts(table, "doc_id"), groups = require_texts(table, "group");
    const std::vector<std::int64_t> years = require_integers(table, "year"),
                                    places = require_integers(table, "sentence");
    std::map<std::tuple<std::string, std::int64_t, std::string>, std::vector<SentenceRow>> documents;
    std::map<std::string, std::size_t> first_row;
    Diagnostics problems;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (const char* column : {"doc_id", "group", "year", "sentence"})
            if (table[column].missing(row))
                problems.add(table.problem(row, column, std::string(column) + " is missing", "give it"));
        const std::size_t first = first_row.try_emplace(ids[row], row).first->second;
        if (groups[first] != groups[row] || years[first] != years[row])
            problems.add(table.problem(row, "doc_id", "'" + ids[row] + "' has another group or year further up",
                                       "give each document one group and one year"));
        CodeSet set = 0;
        for (const std::string& code : table["codes"].list(row)) set |= CodeSet{1} << numbers.at(code);
        documents[{groups[row], years[row], ids[row]}].push_back({places[row], set, row});
    }
    problems.throw_if_any();
    for (auto& [key, rows] : documents) {
        CodedDocument& document = coded.documents.emplace_back();
        document.group = std::get<0>(key);
        document.year = static_cast<int>(std::get<1>(key));
        document.id = std::get<2>(key);
        put_sentences(table, rows, document, problems);
    }
    problems.throw_if_any();
    return coded;
}

Table coded_sentence_table(const CodedDocuments& coded, std::span<const std::string> groups) {
    TableRows rows(TextColumn{"doc_id"}, TextColumn{"group"}, IntegerColumn{"year"}, IntegerColumn{"sentence"},
                   ListColumn{"codes"}, TextColumn{"rarest_code"});
    const std::vector<std::size_t> times = times_of_codes(coded, groups);
    std::vector<std::string> names;
    for (const CodedDocument& document : coded.documents) {
        if (std::ranges::find(groups, document.group) == groups.end()) continue;
        for (std::size_t k = 0; k < document.sentences.size(); ++k) {
            names.clear();
            std::size_t rarest = coded.codes.size();
            for (std::size_t code = 0; code < coded.codes.size(); ++code) {
                if ((document.sentences[k] >> code & 1) == 0) continue;
                names.push_back(coded.codes[code]);
                if (rarest == coded.codes.size() || times[code] < times[rarest]) rarest = code;
            }
            rows.add(document.id, document.group, document.year, k + 1, std::span<const std::string>(names),
                     names.empty() ? std::string_view() : std::string_view(coded.codes[rarest]));
        }
    }
    return rows.table();
}

std::vector<CodeSet> codes_nearby(std::span<const CodeSet> sentences, std::size_t context) {
    std::vector<CodeSet> near(sentences.size(), 0);
    for (std::size_t k = 0; k < sentences.size(); ++k) {
        const std::size_t begin = k < context ? 0 : k - context, end = std::min(sentences.size(), k + context + 1);
        for (std::size_t other = begin; other < end; ++other) near[k] |= sentences[other];
    }
    return near;
}

}  // namespace tarazy
