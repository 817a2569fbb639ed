#include "analyses/compare/other_readings.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace tarazy {
namespace other_readings_test {

const std::vector<std::string> tested = {"parsimonious.focus_terms",
                                         "parsimonious.models",
                                         "conservative.focus_shared",
                                         "intermediate.focus_alone",
                                         "sufficiency.NORM.incl",
                                         "necessity.PACT.RoN",
                                         "necessity.NORM + ~THREAT.incl",
                                         "focus_rank.PACT",
                                         "focus_row_cases",
                                         "positive_rows",
                                         "row.7.incl",
                                         "cases_with_outcome",
                                         "parsimonious.1.NORM.cov"};

PreparedAnalysis contested(const std::string& outcome = "GAVE_UP") {
    PreparedAnalysis analysis = prepared_analysis("reversal");
    std::vector<TomlEntry> entries;
    const auto add = [&](const std::string& key, TomlKind kind, const std::string& text, double number) {
        TomlValue value;
        value.kind = kind;
        value.text = text;
        value.real = number;
        entries.push_back({key, {}, value});
    };
    add("outcome", TomlKind::text, outcome, 0);
    add("conditions", TomlKind::text, "NORM,THREAT,PACT", 0);
    add("expect", TomlKind::text, "NORM,~THREAT", 0);
    add("incl_cut", TomlKind::real, "", 0.6);
    StudyProblems problems{"", {}, {}};
    analysis.plan.parameters = read_parameters(entries, analysis.method->parameters, analysis.method->id, problems);
    Table& cells = analysis.tables["cells"];
    for (const auto& [from, to] : {std::pair("KAZ,NORM,1,high,ONE;TWO,", "KAZ,NORM,1,high,ONE;TWO,ALT 0.33"),
                                   {"KAZ,PACT,0.67,high,ONE;TWO,", "KAZ,PACT,0.67,low,ONE;TWO,"},
                                   {"UZB,GAVE_UP,1,high,ONE;TWO,", "UZB,GAVE_UP,1,low,ONE;TWO,"},
                                   {"ISR,GAVE_UP,0,high,ONE;TWO,", "ISR,GAVE_UP,0,medium,ONE;TWO,ALT 0.33 or ALT 0.67"},
                                   {"BLR,PACT,1,high,ONE;TWO,", "BLR,PACT,1,high,ONE;TWO,ALT 0.5"}})
        cells = edited(cells, from, to);
    analysis.plan.tested = tested;
    return analysis;
}

std::string csv_of(const PreparedAnalysis& analysis) {
    return to_csv(analysis.method->other_readings(analysis.plan, analysis.roles()));
}

using Told = std::map<std::string, std::string>;

/// The tested numbers of a study of these files; nothing where it stops.
Told told_by_study(const PreparedAnalysis& analysis) {
    Told told;
    for (const std::string& quantity : analysis.plan.tested) told[quantity] = "none";
    try {
        for (const Claim& claim : analysis.method->claims(analysis.plan, analysis.compute())) {
            const auto found = told.find(claim.id.substr(analysis.plan.id.size() + 1));
            if (found == told.end()) continue;
            const Table shown = [&] {
                Table one;
                one.add("value", Column(std::vector<double>{real_or_missing(claim.value)}));
                return one;
            }();
            found->second = shown["value"].display(0) + '|' + claim.statement;
        }
    } catch (const InputError&) {
    }
    return told;
}

/// The CSV text of a table with another value in one cell, found by what stands in other columns.
Table rewritten(const Table& table, const std::vector<std::pair<std::string, std::string>>& where,
                const std::string& column, const std::string& value) {
    Table changed;
    for (const std::string& name : table.names) {
        std::vector<std::string> cells = require_texts(table, name);
        for (std::size_t row = 0; row < cells.size(); ++row) {
            const bool here = std::ranges::all_of(
                where, [&](const auto& one) { return table[one.first].display(row) == one.second; });
            if (here && name == column) cells[row] = value;
        }
        changed.add(name, Column(cells));
    }
    return read_csv(to_csv(changed), "rewritten.csv");
}

void expect_as_studies_of_changed_files(const PreparedAnalysis& analysis, std::size_t least_flips) {
    const Table rows = analysis.method->other_readings(analysis.plan, analysis.roles());
    const Told recorded = told_by_study(analysis);
    std::map<std::vector<std::string>, Told> differing;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        Told& told = differing[{text_in(rows, "entry", row), text_in(rows, "variable", row),
                                text_in(rows, "as_recorded", row), text_in(rows, "other", row)}];
        const std::string quantity = text_in(rows, "quantity", row);
        if (!quantity.empty()) told[quantity] = rows["value"].display(row) + '|' + text_in(rows, "statement", row);
    }
    std::size_t flips = 0;
    for (const auto& [reading, told] : differing) {
        PreparedAnalysis study = analysis;
        study.tables["cases"] = rewritten(study.tables["cases"], {{"case", reading[0]}}, reading[1], reading[3]);
        study.tables["cells"] =
            rewritten(study.tables["cells"], {{"case", reading[0]}, {"variable", reading[1]}}, "value", reading[3]);
        for (const auto& [quantity, value] : told_by_study(study)) {
            const auto found = told.find(quantity);
            const std::string before = recorded.at(quantity);
            std::string now = found == told.end() ? before : found->second;
            // The hook tells a number that is there and missing like one that is not there.
            if (now == "|" && value == "none") now = value;
            // A search lists what reaches its cut-offs only.
            if (value == "none" && quantity.find(" + ") != std::string::npos) continue;
            if (before == "none" && quantity.find(" + ") != std::string::npos) continue;
            EXPECT_EQ(now, value) << reading[0] << ' ' << reading[1] << ' ' << reading[3] << ' ' << quantity;
            flips += found == told.end() ? 0 : 1;
        }
    }
    EXPECT_GE(flips, least_flips);
}

TEST(OtherReadings, AreWhatStudiesOfTheChangedFilesWouldSay) {
    expect_as_studies_of_changed_files(contested(), 10);
    expect_as_studies_of_changed_files(contested("~GAVE_UP"), 10);
}

TEST(OtherReadings, AReadingIsTheSameWhicheverSideOfTheOutcomeIsExplained) {
    const auto readings = [](const PreparedAnalysis& analysis) {
        const Table rows = analysis.method->other_readings(analysis.plan, analysis.roles());
        std::set<std::string> found;
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            std::string one;
            for (const char* column : {"data", "entry", "variable", "as_recorded", "other", "basis"})
                one += text_in(rows, column, row) + ' ';
            found.insert(one);
        }
        return found;
    };
    const std::set<std::string> found = readings(contested());
    EXPECT_EQ(found, readings(contested("~GAVE_UP")));
    EXPECT_TRUE(found.contains("cells ISR GAVE_UP 0 0.67 stated alternative "));
    EXPECT_TRUE(found.contains("cells UZB GAVE_UP 1 0 low confidence "));
    EXPECT_TRUE(found.contains("cells KAZ PACT 0.67 0.33 low confidence "));
}

TEST(OtherReadings, AReadingThatChangesNothingIsOneRow) {
    PreparedAnalysis analysis = contested();
    analysis.plan.tested = {"focus_rank.NORM"};
    const Table rows = analysis.method->other_readings(analysis.plan, analysis.roles());
    std::size_t without = 0;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        if (!text_in(rows, "quantity", row).empty()) continue;
        ++without;
        EXPECT_TRUE(rows["value"].missing(row));
    }
    EXPECT_GT(without, 0u);
    EXPECT_GT(rows.rows(), without) << "KAZ NORM 0.33 lies no longer above that of UKR";
}

TEST(OtherReadings, LevelsOfAnOutcomeAreThoseOfTheFile) {
    PreparedAnalysis analysis = contested("GAVE_UP{2}");
    Table& cases = analysis.tables["cases"];
    for (const auto& [from, to] : {std::pair("KAZ,1,", "KAZ,2,"), {"UKR,1,", "UKR,2,"}})
        cases = edited(cases, from, to);
    Table& cells = analysis.tables["cells"];
    for (const auto& [from, to] :
         {std::pair("KAZ,GAVE_UP,1,", "KAZ,GAVE_UP,2,"),
          {"UKR,GAVE_UP,1,high,ONE;TWO,", "UKR,GAVE_UP,2,low,ONE;TWO,"},
          {"ISR,GAVE_UP,0,medium,ONE;TWO,ALT 0.33 or ALT 0.67", "ISR,GAVE_UP,0,medium,ONE,ALT 2"}})
        cells = edited(cells, from, to);
    const Table rows = analysis.method->other_readings(analysis.plan, analysis.roles());
    std::set<std::string> of_ukr;
    for (std::size_t row = 0; row < rows.rows(); ++row)
        if (text_in(rows, "entry", row) == "UKR") of_ukr.insert(text_in(rows, "other", row));
    EXPECT_EQ(of_ukr, (std::set<std::string>{"0", "1"}));
    expect_as_studies_of_changed_files(analysis, 5);
}

TEST(OtherReadings, AreTheSameAtAnyNumberOfThreads) {
    PreparedAnalysis analysis = contested();
    analysis.plan.frame.threads = 1;
    const std::string one = csv_of(analysis);
    for (const unsigned threads : {2u, 5u}) {
        analysis.plan.frame.threads = threads;
        EXPECT_EQ(csv_of(analysis), one);
    }
}

TEST(OtherReadings, WithoutARecordThereAreNone) {
    PreparedAnalysis analysis = contested();
    analysis.tables.erase("cells");
    EXPECT_EQ(analysis.method->other_readings(analysis.plan, analysis.roles()).rows(), 0u);
}

TEST(OtherReadings, EndWhenTheyAreAskedToAndSayHowFarTheyAre) {
    PreparedAnalysis analysis = contested();
    expect_stoppable([&](const Work& work) {
        analysis.plan.frame.work = work;
        (void)analysis.method->other_readings(analysis.plan, analysis.roles());
    });
}

}  // namespace other_readings_test
}  // namespace tarazy
