#include "text/codes/group_documents.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "table/state_reference.hpp"
#include "text/corpus/document_sentences.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

void note_lacking(std::size_t count, const char* what, std::vector<std::string>& notes) {
    if (count > 0)
        notes.push_back(std::to_string(count) + (count == 1 ? " document has no " : " documents have no ") + what +
                        (count == 1 ? " and is left out" : " and are left out"));
}

}  // namespace

std::vector<GroupDocument> group_documents(const Table& table, const GroupChoice& choice,
                                           std::vector<std::string>& notes) {
    require_columns(table, std::vector<std::string>{"doc_id", choice.column, "year", "text"});
    const std::vector<std::string> ids = require_texts(table, "doc_id"),
                                   groups = states_as_asked(table, choice.column, choice.groups, notes);
    const std::vector<std::int64_t> years = require_integers(table, "year");
    const std::set<std::string> wanted(choice.groups.begin(), choice.groups.end());
    std::size_t no_group = 0, no_year = 0, no_text = 0;
    std::map<std::string, std::size_t> rows;
    Diagnostics problems;
    std::vector<GroupDocument> asked;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (groups[row].empty()) ++no_group;
        if (!wanted.contains(groups[row])) continue;
        const bool year_known = years[row] != Column::missing_integer;
        if (!year_known) ++no_year;
        if (!year_known || years[row] < choice.first || years[row] > choice.last) continue;
        if (table["text"].missing(row)) ++no_text;
        if (table["text"].missing(row)) continue;
        if (ids[row].empty()) problems.add(table.problem(row, "doc_id", "the document has no id", "give it one"));
        if (!rows.emplace(ids[row], row).second)
            problems.add(table.problem(row, "doc_id", "the document '" + ids[row] + "' stands here a second time",
                                       "give each document one row"));
        asked.push_back({row, ids[row], groups[row], static_cast<int>(years[row])});
    }
    problems.throw_if_any();
    note_lacking(no_group, choice.column.c_str(), notes);
    note_lacking(no_year, "year", notes);
    note_lacking(no_text, "text", notes);
    if (asked.empty())
        throw InputError({table.origin.path, 0, 0,
                          "there is no document of these states from " + std::to_string(choice.first) + " to " +
                              std::to_string(choice.last),
                          "look at the columns " + choice.column + " and year"});
    std::ranges::sort(asked, {}, [](const GroupDocument& each) { return std::tie(each.group, each.year, each.id); });
    return asked;
}

GroupSentences group_sentences(const Table& table, std::span<const GroupDocument> asked, const std::string& language,
                               unsigned threads, const Work& work) {
    GroupSentences all;
    all.spans.resize(asked.size());
    std::vector<std::vector<std::string>> languages(asked.size());
    WorkStep step(work, "sentences", asked.size());
    parallel_chunks(
        asked.size(), 4, threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t k = begin; k < end; ++k) {
                const std::string_view text = *table["text"].text(asked[k].row);
                all.spans[k] = document_sentences(text, language);
                languages[k] = sentence_languages(text, all.spans[k], language);
            }
        },
        step);
    all.first_of_document.push_back(0);
    for (std::size_t k = 0; k < asked.size(); ++k) {
        const std::string_view text = *table["text"].text(asked[k].row);
        for (const TextSpan& span : all.spans[k]) {
            all.corpus.ids.push_back(asked[k].id + '#' + std::to_string(all.corpus.ids.size() + 1));
            all.corpus.texts.emplace_back(text.substr(span.begin, span.end - span.begin));
        }
        all.languages.insert(all.languages.end(), languages[k].begin(), languages[k].end());
        all.first_of_document.push_back(all.corpus.size());
    }
    return all;
}

}  // namespace tarazy
