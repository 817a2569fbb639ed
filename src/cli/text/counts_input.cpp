#include "cli/text/counts_input.hpp"

#include "text/tokens/token_selection.hpp"

#include <unordered_map>

namespace tarazy {
namespace {

DescribedFeatures with_description(Session& session, const CountsInput& input, TextFeatures read) {
    Table metadata = described_documents(session, input, read.matrix.documents, read.metadata.value_or(Table()));
    return {std::move(read.matrix), std::move(metadata)};
}

}  // namespace

void add_counts_options(CLI::App& app, CountsInput& input) {
    add_token_options(app, input.text);
    app.add_flag("--keep-punct{false}", input.text.tokens.remove_punctuation,
                 "with tokens of punctuation, where the command leaves them out");
    app.add_option("--documents", input.documents,
                   "table with a row a document (doc_id, year, ...) where the input tells nothing but counts or texts");
}

Table rows_of_documents(const Table& table, const std::string& id, const std::vector<std::string>& documents) {
    const std::vector<std::string> ids = require_texts(table, id);
    std::unordered_map<std::string_view, std::size_t> row_of_id;
    Diagnostics problems;
    for (std::size_t row = 0; row < ids.size(); ++row) {
        if (!row_of_id.try_emplace(ids[row], row).second)
            problems.add(table.problem(row, id, "the document '" + ids[row] + "' stands here a second time",
                                       "keep one row a document"));
    }
    std::vector<std::size_t> rows;
    for (const std::string& document : documents) {
        const auto found = row_of_id.find(document);
        if (found == row_of_id.end()) {
            problems.add({table.origin.path, 0, 0, "nothing is said of the document '" + document + "'",
                          "give a row for each document"});
        } else {
            rows.push_back(found->second);
        }
    }
    problems.throw_if_any();
    return take_rows(table, rows);
}

Table described_documents(Session& session, const CountsInput& input, const std::vector<std::string>& documents,
                          const Table& beside_texts) {
    if (!input.documents.empty())
        return rows_of_documents(read_input(session, input.documents), input.text.columns.id, documents);
    Table metadata;
    metadata.add(input.text.columns.id, Column(documents));
    if (beside_texts.columns.empty()) return metadata;
    metadata.origin = beside_texts.origin;
    metadata.origin.columns.clear();
    for (std::size_t column = 0; column < beside_texts.columns.size(); ++column)
        metadata.add(beside_texts.names[column], beside_texts.columns[column]);
    return metadata;
}

DescribedFeatures described_features(Session& session, const CountsInput& input, const Table& table) {
    return with_description(session, input, text_features(session, table, input.text));
}

DescribedFeatures read_described_features(Session& session, const CountsInput& input) {
    return with_description(session, input, read_text_features(session, input.text));
}

std::vector<bool> marks_among(const std::vector<std::string>& types) {
    std::vector<bool> marks;
    marks.reserve(types.size());
    for (const std::string& type : types) {
        const TokenKind kind = token_kind(type);
        marks.push_back(kind == TokenKind::punctuation || kind == TokenKind::symbol);
    }
    return marks;
}

}  // namespace tarazy
