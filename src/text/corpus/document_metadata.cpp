#include "text/corpus/document_metadata.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

namespace tarazy {
namespace {

using RowOfDocument = std::vector<std::optional<std::size_t>>;

/// The cells of a column for each document; those without a row keep what `former` says where its type is the same.
Column metadata_column(const Column& column, const RowOfDocument& row_of, const Column* former) {
    const bool keeps = former != nullptr && former->type() == column.type();
    if (column.type() == ColumnType::text) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < row_of.size(); ++i)
            cells.push_back(row_of[i] ? column.display(*row_of[i]) : keeps ? former->display(i) : std::string());
        return Column(std::span<const std::string>(cells));
    }
    if (column.type() == ColumnType::integer) {
        std::vector<std::int64_t> cells;
        for (std::size_t i = 0; i < row_of.size(); ++i)
            cells.push_back(row_of[i] ? column.integers()[*row_of[i]]
                            : keeps   ? former->integers()[i]
                                      : Column::missing_integer);
        return Column(std::move(cells));
    }
    std::vector<double> cells;
    for (std::size_t i = 0; i < row_of.size(); ++i)
        cells.push_back(row_of[i] ? column.reals()[*row_of[i]] : keeps ? former->reals()[i] : Column::missing_real);
    return Column(std::move(cells));
}

}  // namespace

std::optional<std::int64_t> year_in_name(std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
        std::size_t end = at;
        while (end < name.size() && name[end] >= '0' && name[end] <= '9') ++end;
        if (end - at == 4) {
            std::int64_t year = 0;
            for (const char digit : name.substr(at, 4)) year = 10 * year + (digit - '0');
            if (year >= 1500 && year < 2200) return year;
        }
        at = std::max(end, at + 1);
    }
    return std::nullopt;
}

void join_metadata(Corpus& corpus, const std::vector<DocumentSource>& sources, const Table& table,
                   std::vector<std::string>& warnings) {
    const std::vector<std::string> ids = require_texts(table, "doc_id");
    std::map<std::string, std::size_t> documents;
    for (std::size_t i = 0; i < corpus.size(); ++i) {
        if (sources[i].line == 0) documents.try_emplace(std::filesystem::path(sources[i].path).filename().string(), i);
    }
    for (std::size_t i = 0; i < corpus.size(); ++i) documents[corpus.ids[i]] = i;
    RowOfDocument row_of(corpus.size());
    Diagnostics problems;
    std::vector<std::string> unknown;
    for (std::size_t row = 0; row < ids.size(); ++row) {
        const auto known = documents.find(ids[row]);
        if (known == documents.end()) {
            unknown.push_back(ids[row]);
        } else if (row_of[known->second]) {
            problems.add(table.problem(row, "doc_id", "'" + ids[row] + "' has a row already", "leave one of them"));
        } else {
            row_of[known->second] = row;
        }
    }
    problems.throw_if_any();
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.names[c] == "doc_id") continue;
        if (const auto former = corpus.metadata.find(table.names[c])) {
            Column& column = corpus.metadata.columns[*former];
            column = metadata_column(table.columns[c], row_of, &column);
        } else {
            corpus.metadata.add(table.names[c], metadata_column(table.columns[c], row_of, nullptr));
        }
    }
    if (!unknown.empty())
        warnings.push_back(table.origin.path + ": " + std::to_string(unknown.size()) +
                           (unknown.size() == 1 ? " row names no document: " : " rows name no document: ") +
                           unknown.front() + (unknown.size() > 1 ? ", ..." : ""));
    const auto without = std::ranges::count_if(row_of, [](const auto& row) { return !row; });
    if (without > 0)
        warnings.push_back(table.origin.path + ": " + std::to_string(without) +
                           (without == 1 ? " document has" : " documents have") + " no row there");
}

}  // namespace tarazy
