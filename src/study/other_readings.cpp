#include "study/other_readings.hpp"

#include "study/result_tables.hpp"
#include "study/tested_claims.hpp"
#include "study/verdict.hpp"
#include "table/named_cells.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace tarazy {
namespace {

/// What makes two readings the same.
using ReadingKey = std::tuple<std::string, std::string, std::string, std::string>;

/// A tested number under a reading.
struct OtherNumber {
    std::string analysis, quantity;
    std::optional<double> value;
    std::string statement;
    std::vector<Quantile> quantiles;  ///< where the method tells them: of numbers that are judged with a probability
};

/// Columns of the quantiles that a reading may have.
const std::vector<std::pair<double, std::string>> reading_quantiles = {
    {0.05, "q05"}, {0.1, "q10"}, {0.5, "q50"}, {0.9, "q90"}, {0.95, "q95"}};

std::vector<Quantile> quantiles_of_reading(const Table& table, std::size_t row) {
    std::vector<Quantile> quantiles;
    for (const auto& [probability, column] : reading_quantiles)
        if (const auto value = number_in(table, column, row)) quantiles.push_back({probability, *value});
    return quantiles;
}

struct Reading {
    std::string as_recorded, basis;
    std::vector<OtherNumber> numbers;
};

std::map<ReadingKey, Reading> readings_of(const std::vector<AnalysisResult>& analyses,
                                          const std::vector<JudgedTest>& tests) {
    std::map<ReadingKey, Reading> readings;
    for (const AnalysisResult& analysis : analyses) {
        const Table* table = find_table(analysis.tables, readings_table);
        const bool tested = std::ranges::find(tests, analysis.id, &JudgedTest::analysis) != tests.end();
        for (std::size_t row = 0; table != nullptr && tested && row < table->rows(); ++row) {
            Reading& reading = readings[{text_in(*table, "data", row), text_in(*table, "entry", row),
                                         text_in(*table, "variable", row), (*table)["other"].display(row)}];
            reading.as_recorded = (*table)["as_recorded"].display(row);
            reading.basis = text_in(*table, "basis", row);
            const std::string quantity = text_in(*table, "quantity", row);
            if (!quantity.empty())
                reading.numbers.push_back({analysis.id, quantity, number_in(*table, "value", row),
                                           text_in(*table, "statement", row), quantiles_of_reading(*table, row)});
        }
    }
    return readings;
}

Claim with_number(const Claim& claim, const OtherNumber& number) {
    Claim read = claim;
    read.value = number.value;
    read.statement = number.statement;
    read.interval.reset();
    read.quantiles = number.quantiles;
    return read;
}

/// The claim as the reading has it: another number, or the recorded one.
Claim as_read(const Reading& reading, const std::string& analysis, const Claim& claim) {
    const std::string quantity = claim.id.substr(analysis.size() + 1);
    const auto number = std::ranges::find_if(
        reading.numbers, [&](const OtherNumber& one) { return one.analysis == analysis && one.quantity == quantity; });
    return number == reading.numbers.end() ? claim : with_number(claim, *number);
}

/// The comparison states as the reading has them; also those that have such a number under the reading only.
std::vector<Claim> others_as_read(const Reading& reading, const AnalysisResult& analysis, const Claim& claim) {
    std::vector<Claim> others;
    for (const Claim* other : comparison_claims(analysis, claim))
        others.push_back(as_read(reading, analysis.id, *other));
    const std::string ending = '.' + claim.id.substr(analysis.id.size() + 1);
    for (const OtherNumber& number : reading.numbers) {
        const bool of_other = number.analysis == analysis.id && number.quantity.starts_with("state.") &&
                              number.quantity.ends_with(ending);
        if (!of_other || claim_of_quantity(analysis, number.quantity) != nullptr) continue;
        others.push_back(with_number(claim, number));
    }
    return others;
}

/// The test under the reading, judged anew, its comparison states too.
JudgedTest judged_anew(const JudgedTest& recorded, const Criterion& criterion, const Reading& reading,
                       const std::vector<AnalysisResult>& analyses) {
    JudgedTest test = recorded;
    const AnalysisResult* analysis = find_analysis(analyses, test.analysis);
    const Claim* claim = analysis == nullptr ? nullptr : claim_of_quantity(*analysis, test.quantity);
    const bool touched = std::ranges::any_of(
        reading.numbers, [&](const OtherNumber& number) { return number.analysis == test.analysis; });
    if (claim == nullptr || !touched || criterion.scale != Scale::number) return test;
    test.result = judge(criterion, as_read(reading, analysis->id, *claim)).result;
    test.comparison = passes_among(criterion, others_as_read(reading, *analysis, *claim));
    return test;
}

}  // namespace

void try_other_readings(const StudyProposition& declared, const std::vector<AnalysisResult>& analyses,
                        JudgedProposition& proposition) {
    const auto readings = readings_of(analyses, proposition.tests);
    proposition.readings_tried = readings.size();
    for (const auto& [key, reading] : readings) {
        std::vector<JudgedTest> tests = proposition.tests;
        std::vector<std::size_t> changed;
        for (std::size_t t = 0; t < declared.tests.size(); ++t) {
            const JudgedTest& recorded = proposition.tests[t];
            tests[t] = judged_anew(recorded, declared.tests[t].criterion, reading, analyses);
            if (tests[t].result != recorded.result || tests[t].counted() != recorded.counted()) changed.push_back(t);
        }
        const Verdict then = verdict_of(tests);
        if (then == proposition.as_recorded) continue;
        const auto& [data, entry, variable, other] = key;
        proposition.overturned_by.push_back(
            {data, entry, variable, reading.as_recorded, other, reading.basis, then, std::move(changed)});
    }
    proposition.verdict = held_verdict(proposition.as_recorded, proposition.overturned_by);
}

Table overturning_table(const std::vector<JudgedProposition>& propositions) {
    TableRows rows(TextColumn{"proposition"}, TextColumn{"data"}, TextColumn{"entry"}, TextColumn{"variable"},
                   TextColumn{"as_recorded"}, TextColumn{"other"}, TextColumn{"basis"}, TextColumn{"verdict"},
                   TextColumn{"verdict_then"}, ListColumn{"tests"});
    for (const JudgedProposition& proposition : propositions) {
        for (const OverturningReading& reading : proposition.overturned_by) {
            std::vector<std::string> tests;
            for (const std::size_t t : reading.tests)
                tests.push_back(proposition.tests[t].analysis + '.' + proposition.tests[t].quantity);
            rows.add(proposition.id, reading.data, reading.entry, reading.variable, reading.as_recorded, reading.other,
                     reading.basis, to_string(proposition.as_recorded), to_string(reading.then), tests);
        }
    }
    return rows.table();
}

}  // namespace tarazy
