#include "text/counts/document_filter.hpp"

#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <utility>

namespace tarazy {
namespace {

constexpr std::string_view filter_form = "write COLUMN=VALUE, e.g. iso3=KAZ|UZB & year>=2010";

/// The parts between separators that stand outside of double quotes.
std::vector<std::string_view> unquoted_parts(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t k = 0; k < text.size(); ++k) {
        if (text[k] == '"') quoted = !quoted;
        if (text[k] != separator || quoted) continue;
        parts.push_back(trimmed(text.substr(begin, k - begin)));
        begin = k + 1;
    }
    parts.push_back(trimmed(text.substr(begin)));
    return parts;
}

struct OperatorText {
    std::string_view text;
    FilterOperator comparison;
};

// Longer ones first: `>=` begins with `>`.
constexpr OperatorText filter_operators[] = {{"!=", FilterOperator::unequal}, {">=", FilterOperator::at_least},
                                             {"<=", FilterOperator::at_most}, {"==", FilterOperator::equal},
                                             {"=", FilterOperator::equal},    {">", FilterOperator::above},
                                             {"<", FilterOperator::below}};

bool compares_size(FilterOperator comparison) {
    return comparison != FilterOperator::equal && comparison != FilterOperator::unequal;
}

FilterTerm filter_term(std::string_view text, std::string_view name) {
    const std::string whole(text);
    const std::size_t place = text.find_first_of("=<>!");
    if (place == std::string_view::npos) refuse_argument(name, whole, std::string(filter_form));
    FilterTerm term;
    term.column = trimmed(text.substr(0, place));
    const auto* found = std::ranges::find_if(
        filter_operators, [&](const OperatorText& one) { return text.substr(place).starts_with(one.text); });
    if (found == std::end(filter_operators) || term.column.empty())
        refuse_argument(name, whole, std::string(filter_form));
    term.comparison = found->comparison;
    for (std::string_view value : unquoted_parts(text.substr(place + found->text.size()), '|')) {
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
        if (value.empty()) refuse_argument(name, whole, std::string(filter_form));
        term.values.emplace_back(value);
    }
    if (compares_size(term.comparison) && (term.values.size() != 1 || !parse_real(term.values.front())))
        refuse_argument(name, whole, "compare with one number, e.g. year>=2010");
    return term;
}

bool is_value(const Column& column, std::size_t row, const std::string& value) {
    if (column.type() != ColumnType::text) {
        const std::optional<double> number = parse_real(value);
        return number && *column.real(row) == *number;
    }
    return *column.text(row) == value;
}

bool is_of_size(FilterOperator comparison, double cell, double value) {
    switch (comparison) {
        case FilterOperator::above: return cell > value;
        case FilterOperator::at_least: return cell >= value;
        case FilterOperator::below: return cell < value;
        default: return cell <= value;
    }
}

void keep_matching(const FilterTerm& term, const Table& metadata, std::vector<char>& kept) {
    const Column& column = require_column(metadata, term.column);
    const bool size = compares_size(term.comparison);
    const double value = size ? *parse_real(term.values.front()) : 0.0;
    Diagnostics problems;
    for (std::size_t row = 0; row < kept.size(); ++row) {
        bool met = false;
        if (column.missing(row)) {
            met = false;
        } else if (size) {
            const std::optional<double> cell =
                column.type() == ColumnType::text ? parse_real(*column.text(row)) : column.real(row);
            if (!cell)
                problems.add(metadata.problem(row, term.column, "'" + column.display(row) + "' is no number",
                                              "compare this column by = or !=, or mend the cell"));
            met = cell && is_of_size(term.comparison, *cell, value);
        } else {
            const bool any =
                std::ranges::any_of(term.values, [&](const std::string& one) { return is_value(column, row, one); });
            met = any == (term.comparison == FilterOperator::equal);
        }
        if (!met) kept[row] = 0;
    }
    problems.throw_if_any();
}

}  // namespace

DocumentFilter parse_document_filter(std::string_view text, std::string_view name) {
    DocumentFilter filter{std::string(text), {}};
    for (const std::string_view part : unquoted_parts(text, '&')) filter.terms.push_back(filter_term(part, name));
    return filter;
}

std::vector<std::size_t> matching_documents(const DocumentFilter& filter, const Table& metadata) {
    std::vector<char> kept(metadata.rows(), 1);
    for (const FilterTerm& term : filter.terms) keep_matching(term, metadata, kept);
    std::vector<std::size_t> documents;
    for (std::size_t row = 0; row < kept.size(); ++row) {
        if (kept[row] != 0) documents.push_back(row);
    }
    return documents;
}

}  // namespace tarazy
