#include "study/other_readings.hpp"

#include "study/result_tables.hpp"
#include "study/tested_claims.hpp"
#include "study/verdict.hpp"
#include "table/named_cells.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace tarazy {
namespace {

/// What makes two readings the same.
using ReadingKey = std::tuple<std::string, std::string, std::string, std::string>;

/// A tested number under a reading.
struct OtherNumber {
    std::string analysis, quantity;
    std::optional<double> value;
    std::string statement;
};

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
                reading.numbers.push_back(
                    {analysis.id, quantity, number_in(*table, "value", row), text_in(*table, "statement", row)});
        }
    }
    return readings;
}

/// The test's result where the claim has this number instead.
TestResult result_with(const Criterion& criterion, const Claim& claim, const OtherNumber& number) {
    Claim read = claim;
    read.value = number.value;
    read.statement = number.statement;
    read.interval.reset();
    read.quantiles.clear();
    return judge(criterion, read).result;
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
            const auto is_read = [&](const OtherNumber& number) {
                return number.analysis == tests[t].analysis && number.quantity == tests[t].quantity;
            };
            const auto number = std::ranges::find_if(reading.numbers, is_read);
            if (number == reading.numbers.end() || declared.tests[t].criterion.scale != Scale::number) continue;
            const AnalysisResult* analysis = find_analysis(analyses, tests[t].analysis);
            const Claim* claim = analysis == nullptr ? nullptr : claim_of_quantity(*analysis, tests[t].quantity);
            if (claim == nullptr) continue;
            tests[t].result = result_with(declared.tests[t].criterion, *claim, *number);
            if (tests[t].result != proposition.tests[t].result) changed.push_back(t);
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
