#include "report/readings_part.hpp"

#include "report/numbers.hpp"
#include "report/proposition_ledger.hpp"
#include "report/table_html.hpp"
#include "study/other_readings.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

/// A tested number and what other readings make of it.
struct MovedNumber {
    JudgedTest test;  ///< that reads it
    const Claim* claim = nullptr;
    std::optional<double> lowest, highest;
    std::size_t moved_by = 0;
    std::vector<std::size_t> rows = {};          ///< of the table of readings
    std::map<std::string, std::size_t> columns;  ///< readings that move it, by the column of their entry
};

void add_reading(MovedNumber& number, const Table& readings, std::size_t row) {
    ++number.moved_by;
    number.rows.push_back(row);
    ++number.columns[text_in(readings, "variable", row)];
    const auto value = number_in(readings, "value", row);
    if (!value) return;
    number.lowest = std::min(number.lowest.value_or(*value), *value);
    number.highest = std::max(number.highest.value_or(*value), *value);
}

std::vector<MovedNumber> moved_numbers(const ReportContext& context, const AnalysisResult& analysis,
                                       const Table& readings) {
    std::vector<MovedNumber> numbers;
    for (const JudgedProposition& proposition : context.result.propositions) {
        for (const JudgedTest& test : proposition.tests) {
            const auto same = [&](const MovedNumber& one) { return one.test.quantity == test.quantity; };
            if (test.analysis != analysis.id || test.claim.empty() || std::ranges::any_of(numbers, same)) continue;
            MovedNumber number;
            number.test = test;
            number.claim = context.claim(test.claim);
            if (number.claim != nullptr && number.claim->statement.empty())
                number.lowest = number.highest = number.claim->value;
            for (std::size_t row = 0; row < readings.rows(); ++row)
                if (text_in(readings, "quantity", row) == test.quantity) add_reading(number, readings, row);
            if (number.claim != nullptr && !number.claim->statement.empty()) number.lowest = number.highest = {};
            numbers.push_back(std::move(number));
        }
    }
    return numbers;
}

/// "NWFZ 1, THREAT 3"
std::string shown_columns(const MovedNumber& number) {
    std::string text;
    for (const auto& [column, count] : number.columns)
        text += (text.empty() ? "" : ", ") + column + ' ' + std::to_string(count);
    return text.empty() ? "–" : text;
}

std::size_t reading_count(const Table& readings) {
    std::set<std::tuple<std::string, std::string, std::string>> seen;
    for (std::size_t row = 0; row < readings.rows(); ++row)
        seen.emplace(text_in(readings, "entry", row), text_in(readings, "variable", row),
                     readings["other"].display(row));
    return seen.size();
}

/// The least or the greatest value: that of the data as recorded, or of a reading.
Html extreme(const MovedNumber& number, std::optional<double> value) {
    const Html shown = text(shown_number(value));
    return value && number.claim != nullptr && number.claim->value == value ? claim_link(number.claim, shown) : shown;
}

}  // namespace

Html readings_part(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* readings = find_table(analysis.tables, readings_table);
    if (readings == nullptr || readings->rows() == 0) return {};
    const std::vector<MovedNumber> numbers = moved_numbers(context, analysis, *readings);
    if (numbers.empty()) return {};
    const std::vector<HtmlColumn> columns{
        {context.say("column.quantity"), false,
         [&](std::size_t row) { return local(quantity_in_words(context, numbers[row].test)); }},
        {context.say("readings.as_recorded"), true, [&](std::size_t row) { return claim_cell(numbers[row].claim); }},
        {context.say("readings.lowest"), true,
         [&](std::size_t row) { return extreme(numbers[row], numbers[row].lowest); }},
        {context.say("readings.highest"), true,
         [&](std::size_t row) { return extreme(numbers[row], numbers[row].highest); }},
        {context.say("readings.moved_by"), true,
         [&](std::size_t row) { return text(std::to_string(numbers[row].moved_by)); }},
        {context.say("readings.columns"), false, [&](std::size_t row) { return text(shown_columns(numbers[row])); }}};
    ResultRows of_readings = rows_in(context, *readings);
    of_readings.behind = [&](std::size_t row) { return numbers[row].rows; };
    const std::string label = html_id("readings-", analysis.id);
    return element("h3", {{"id", label}}, context.say("readings.title")) +
           element("p", {},
                   context.say("readings.introduction", {{"n", static_cast<std::int64_t>(reading_count(*readings))}})) +
           scrolled(label, html_table({}, columns, numbers.size(), of_readings));
}

}  // namespace tarazy
