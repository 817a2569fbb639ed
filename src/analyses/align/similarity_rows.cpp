#include "analyses/align/similarity_rows.hpp"

#include "analyses/align/shares_rows.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"
#include "table/state_codes.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace tarazy {
namespace {

/// ISO code of a state column, which may hold COW numbers.
std::string state_at(const Table& table, std::size_t column, std::size_t row, int year) {
    const Column& cells = table.columns[column];
    if (cells.type() == ColumnType::text) return cells.display(row);
    const auto code = cells.real(row);
    if (!code) return "";
    return iso3_of_cow(static_cast<int>(*code), year).value_or(cells.display(row));
}

std::optional<std::size_t> first_of(const Table& table, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        if (const auto found = table.find(name)) return found;
    }
    return std::nullopt;
}

std::vector<std::string> measures_in(const Table& table) {
    // Votes: kappa with squared distances (Häge 2011) beside S (Signorino & Ritter 1999) and plain agreement.
    // Alliances: kappa on the binary tie, as Häge recommends, beside S on the ordinal code.
    static constexpr std::array<std::string_view, 6> preferred{"kappa_sq",  "s_abs",     "agree_voeten",
                                                               "kappa_bin", "s_val_abs", "tau_b"};
    std::vector<std::string> measures;
    for (const std::string_view name : preferred) {
        if (table.find(name) && measures.size() < 3) measures.emplace_back(name);
    }
    return measures;
}

SimilarityValue value_at(const Table& table, const std::string& measure, std::size_t row) {
    SimilarityValue value{number_in(table, measure, row), number_in(table, measure + "_lower", row),
                          number_in(table, measure + "_upper", row)};
    if (!value.lower) value.lower = number_in(table, measure + "_q05", row);
    if (!value.upper) value.upper = number_in(table, measure + "_q95", row);
    return value;
}

}  // namespace

SimilarityRows similarity_rows(const StudyResult& result, const AnalysisResult& analysis) {
    SimilarityRows rows;
    const Table* table = find_table(analysis.tables, "");
    if (table == nullptr) return rows;
    const auto first = first_of(*table, {"state1", "ccode1"}), second = first_of(*table, {"state2", "ccode2"});
    if (!first || !second || (!table->find("session") && !table->find("year"))) return rows;
    rows.measures = measures_in(*table);
    std::vector<std::pair<std::string, std::string>> members;  // member and its pole, in the order of the study file
    for (const Pole& pole : result.poles) {
        for (const std::string& member : pole.members) members.emplace_back(member, pole.id);
    }
    std::vector<std::pair<std::size_t, SimilarityPair>> ordered;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        SimilarityPair pair;
        pair.row = row;
        if (const auto session = number_in(*table, "session", row)) pair.session = static_cast<int>(*session);
        const auto year = number_in(*table, "year", row);
        if (!year && !pair.session) continue;
        pair.year = year ? static_cast<int>(*year) : 1945 + *pair.session;
        const std::string a = state_at(*table, *first, row, pair.year), b = state_at(*table, *second, row, pair.year);
        if (a != result.focus && b != result.focus) continue;
        pair.member = a == result.focus ? b : a;
        const auto found = std::ranges::find(members, pair.member, &std::pair<std::string, std::string>::first);
        if (found == members.end()) continue;
        pair.pole = found->second;
        if (const auto n = number_in(*table, "n", row)) pair.n = static_cast<std::int64_t>(*n);
        for (const std::string& measure : rows.measures) pair.values.push_back(value_at(*table, measure, row));
        ordered.emplace_back(static_cast<std::size_t>(found - members.begin()), std::move(pair));
    }
    std::ranges::stable_sort(ordered, [](const auto& x, const auto& y) {
        return std::tuple(x.first, x.second.year, x.second.session) <
               std::tuple(y.first, y.second.year, y.second.session);
    });
    for (auto& [order, pair] : ordered) rows.pairs.push_back(std::move(pair));
    return rows;
}

}  // namespace tarazy
