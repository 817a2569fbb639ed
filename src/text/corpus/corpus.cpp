#include "text/corpus/corpus.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <unordered_map>

namespace tarazy {
namespace {

/// Ids as the column says, each checked; every fault with its line.
std::vector<std::string> document_ids(const Table& table, const std::string& column) {
    std::vector<std::string> ids = require_texts(table, column);
    Diagnostics problems;
    std::unordered_map<std::string_view, std::size_t> seen;
    for (std::size_t row = 0; row < ids.size(); ++row) {
        if (ids[row].empty()) {
            problems.add(table.problem(row, column, "a document has no id", "give each document an id of its own"));
        } else if (!seen.try_emplace(ids[row], row).second) {
            problems.add(table.problem(row, column, "the document '" + ids[row] + "' stands here a second time",
                                       "give each document an id of its own"));
        }
    }
    problems.throw_if_any();
    return ids;
}

}  // namespace

Corpus read_corpus(const Table& table, const CorpusColumns& columns, std::vector<std::string>& warnings) {
    require_column(table, columns.text);
    if (table.rows() == 0)
        throw InputError({table.origin.path, 0, 0, "there is no document", "give at least one row with a text"});
    Corpus corpus;
    corpus.texts = require_texts(table, columns.text);
    if (table.find(columns.id)) {
        corpus.ids = document_ids(table, columns.id);
    } else {
        if (columns.id != CorpusColumns().id) (void)require_column(table, columns.id);  // it was asked for
        for (std::size_t row = 1; row <= table.rows(); ++row) corpus.ids.push_back("text" + std::to_string(row));
    }
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (table.names[column] != columns.id && table.names[column] != columns.text)
            corpus.metadata.add(table.names[column], table.columns[column]);
    }
    corpus.metadata.origin = table.origin;
    const auto empty = std::ranges::count(corpus.texts, std::string());
    if (empty > 0)
        warnings.push_back(std::to_string(empty) + (empty == 1 ? " document has" : " documents have") + " no text");
    return corpus;
}

}  // namespace tarazy
