// What holds for every method in `all_methods`, whatever it computes. A new method is under these tests by being in the
// list, with an analysis in testdata/every_method. Numbers of chapters: chapter_numbers_test.cpp.

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "io/write_table.hpp"
#include "report/figure_data.hpp"
#include "report/figure_schema_test.hpp"
#include "report/measured.hpp"
#include "report/note_words.hpp"
#include "report/parameter_words.hpp"
#include "report/report_context.hpp"
#include "study/analysis_cache.hpp"
#include "study/empty_result.hpp"
#include "study/quantity_form.hpp"

#include "base/work_test.hpp"

#include <gtest/gtest.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>
#include <optional>
#include <set>

namespace tarazy {
namespace conformance_test {

std::vector<Claim> claims_of(const PreparedAnalysis& analysis) {
    return analysis.method->claims(analysis.plan, analysis.compute());
}

/// Claims of what may be refused: nothing when the method says what is wrong with the input.
std::optional<std::vector<Claim>> claims_unless_refused(const PreparedAnalysis& analysis) {
    try {
        return claims_of(analysis);
    } catch (const InputError& error) {
        EXPECT_FALSE(std::string(error.what()).empty());
        return std::nullopt;
    }
}

void expect_sound(const PreparedAnalysis& analysis, const std::vector<Claim>& claims) {
    std::set<std::string> ids;
    for (const Claim& claim : claims) {
        EXPECT_TRUE(ids.insert(claim.id).second) << "two claims have the id " << claim.id;
        EXPECT_TRUE(claim.id.starts_with(analysis.plan.id + '.')) << claim.id;
        EXPECT_EQ(claim.analysis, analysis.plan.id) << claim.id;
        EXPECT_FALSE(claim.parts.quantity.empty()) << claim.id;
        EXPECT_FALSE(claim.formula.empty()) << claim.id;
        EXPECT_FALSE(claim.formula_source.empty()) << claim.id;
        EXPECT_TRUE(!claim.value || std::isfinite(*claim.value)) << claim.id << ": unknown is no number, not NaN";
        if (claim.interval) {
            EXPECT_LE(claim.interval->lower, claim.interval->upper) << claim.id;
        }
    }
}

/// id -> value, interval and statement, as text.
std::map<std::string, std::string> told(const std::vector<Claim>& claims) {
    std::map<std::string, std::string> all;
    for (const Claim& claim : claims) {
        std::string& text = all[claim.id];
        text = claim.value ? std::to_string(*claim.value) : "unknown";
        if (claim.interval)
            text += " [" + std::to_string(claim.interval->lower) + "; " + std::to_string(claim.interval->upper) + ']';
        text += ' ' + claim.statement;
    }
    return all;
}

/// The column with every third cell missing.
Column with_gaps(const Column& column) {
    const auto kept = [](std::size_t row) { return row % 3 != 0; };
    if (column.type() == ColumnType::text) {
        std::vector<std::string> cells;
        for (std::size_t row = 0; row < column.size(); ++row) cells.push_back(kept(row) ? column.display(row) : "");
        return Column(cells);
    }
    std::vector<double> cells;
    for (std::size_t row = 0; row < column.size(); ++row)
        cells.push_back(kept(row) ? real_or_missing(column.real(row)) : Column::missing_real);
    return Column(cells);
}

std::string csv_of(const std::vector<ResultTable>& tables) {
    std::string text;
    for (const ResultTable& table : tables) text += table.name + '\n' + to_csv(table.table);
    return text;
}

class EveryAnalysis : public testing::TestWithParam<std::size_t> {
protected:
    PreparedAnalysis analysis = every_analysis().at(GetParam());
};

TEST(Conformance, EveryMethodIsWholeAndHasAnAnalysisInTheTestStudy) {
    std::set<std::string> ids;
    const std::vector<std::string> roles = data_roles(all_methods());
    const std::vector<PreparedAnalysis> analyses = every_analysis();
    for (const Method& method : all_methods()) {
        EXPECT_TRUE(ids.insert(method.id).second) << method.id;
        ASSERT_NE(method.compute, nullptr) << method.id;
        ASSERT_NE(method.claims, nullptr) << method.id;
        EXPECT_EQ(find_method(all_methods(), method.id), &method);
        StudyProblems problems{"", {}, {}};
        (void)read_parameters({}, method.parameters, method.id, problems);  // the standard values can be read
        for (const ParameterRule& rule : method.parameters)
            EXPECT_FALSE(rule.meaning.empty()) << method.id << ' ' << rule.name;
        EXPECT_TRUE(std::ranges::any_of(analyses, [&](const auto& a) { return a.method == &method; }))
            << "add an analysis by " << method.id << " to src/analyses/testdata/every_method/study.toml";
        EXPECT_TRUE(std::ranges::any_of(all_chapters(), [&](const Chapter& c) { return c.method == method.id; }))
            << method.id << " has no chapter";
    }
}

TEST(Conformance, EveryParameterIsExplainedInThreeLanguages) {
    const Messages messages = report_messages();
    for (const Method& method : all_methods()) {
        for (const ParameterRule& rule : method.parameters) {
            const LocalText words = parameter_words(messages, method.id, rule.name);
            EXPECT_EQ(words.en, rule.meaning) << method.id << ' ' << rule.name;
            EXPECT_NE(words.kk, words.ru) << method.id << ' ' << rule.name;
        }
    }
}

TEST(Conformance, AnUnknownMethodIsNotFound) {
    EXPECT_EQ(find_method(all_methods(), "align.hedge"), nullptr);
    EXPECT_EQ(method_names(all_methods()).size(), all_methods().size());
}

TEST_P(EveryAnalysis, GivesSoundClaims) {
    const std::vector<Claim> claims = claims_of(analysis);
    expect_sound(analysis, claims);
    EXPECT_FALSE(is_empty_result(*analysis.method, analysis.plan, claims));
}

TEST_P(EveryAnalysis, SaysBeforehandWhichNumbersItMayHave) {
    ASSERT_NE(analysis.method->quantities, nullptr) << "a test of its numbers could not be checked beforehand";
    const std::vector<ResultTable> tables = analysis.compute();
    const auto quantity_of = [&](const Claim& claim) { return claim.id.substr(analysis.plan.id.size() + 1); };
    // Numbers that are worked out for declared tests only are said as well.
    for (const Claim& claim : analysis.method->claims(analysis.plan, tables))
        analysis.plan.tested.push_back(quantity_of(claim));
    const std::vector<QuantityForm> forms = analysis.method->quantities(analysis.plan);
    for (const Claim& claim : analysis.method->claims(analysis.plan, tables)) {
        const QuantityForm* form = fitting_form(forms, quantity_of(claim));
        ASSERT_NE(form, nullptr) << claim.id;
        if (claim.value) {
            EXPECT_EQ(form->uncertain, claim.interval.has_value()) << claim.id << ", of the form " << form->text;
        }
    }
}

TEST_P(EveryAnalysis, OfEmptyInputIsRefusedOrEmptyAndNeverASuccess) {
    for (auto& [role, table] : analysis.tables) table = take_rows(table, {});
    const auto claims = claims_unless_refused(analysis);
    if (!claims) return;
    expect_sound(analysis, *claims);
    EXPECT_TRUE(is_empty_result(*analysis.method, analysis.plan, *claims));
    EXPECT_FALSE(why_empty(*analysis.method, analysis.plan, analysis.roles()).empty());
}

TEST_P(EveryAnalysis, OfOneRowIsRefusedOrSound) {
    for (auto& [role, table] : analysis.tables) table = take_rows(table, std::vector<std::size_t>{0});
    if (const auto claims = claims_unless_refused(analysis)) expect_sound(analysis, *claims);
}

TEST_P(EveryAnalysis, WithMissingCellsIsRefusedOrSound) {
    const std::map<std::string, Table> whole = analysis.tables;
    for (const auto& [role, table] : whole) {
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            analysis.tables = whole;
            Column& column = analysis.tables.at(role).columns[c];
            column = with_gaps(column);
            SCOPED_TRACE(role + '.' + table.names[c]);
            if (const auto claims = claims_unless_refused(analysis)) expect_sound(analysis, *claims);
        }
    }
}

TEST_P(EveryAnalysis, DoesNotDependOnTheOrderOfRows) {
    const auto before = told(claims_of(analysis));
    for (auto& [role, table] : analysis.tables) {
        std::vector<std::size_t> rows(table.rows());
        std::iota(rows.rbegin(), rows.rend(), std::size_t{0});
        table = take_rows(table, rows);
    }
    EXPECT_EQ(told(claims_of(analysis)), before);
}

TEST_P(EveryAnalysis, ThatReadsNoPolesIsTheSameWithOthers) {
    if (analysis.method->reads_poles) return;
    const std::string tables = csv_of(analysis.compute());
    const auto claims = told(claims_of(analysis));
    analysis.plan.frame.poles = {{"EAST", {"East", "", ""}, {"JPN"}}};
    EXPECT_EQ(csv_of(analysis.compute()), tables);
    EXPECT_EQ(told(claims_of(analysis)), claims);
}

TEST_P(EveryAnalysis, MakesTheSameClaimsWhereOnlyClaimsAreAskedFor) {
    const auto claims = told(claims_of(analysis));
    analysis.plan.claims_only = true;
    EXPECT_EQ(told(claims_of(analysis)), claims);
}

TEST_P(EveryAnalysis, GivesTheSameBytesAtAnyNumberOfThreads) {
    analysis.plan.frame.threads = 1;
    const std::string one = csv_of(analysis.compute());
    analysis.plan.frame.threads = 2;
    EXPECT_EQ(csv_of(analysis.compute()), one);
}

TEST_P(EveryAnalysis, ComesBackFromTheCacheAsItWas) {
    std::string folder = (std::filesystem::temp_directory_path() / "tarazy-conformance-XXXXXX").string();
    ASSERT_NE(::mkdtemp(folder.data()), nullptr);
    const std::vector<ResultTable> tables = analysis.compute();
    if (tables.front().table.rows() == 0) {  // nothing worth keeping: it is computed again
        EXPECT_FALSE(write_cache(folder, std::string(64, 'a'), tables));
        return;
    }
    ASSERT_TRUE(write_cache(folder, std::string(64, 'a'), tables));
    const auto kept = read_cache(folder, std::string(64, 'a'));
    std::filesystem::remove_all(folder);
    ASSERT_TRUE(kept);
    EXPECT_EQ(csv_of(*kept), csv_of(tables));
    EXPECT_EQ(told(analysis.method->claims(analysis.plan, *kept)),
              told(analysis.method->claims(analysis.plan, tables)));
}

INSTANTIATE_TEST_SUITE_P(Conformance, EveryAnalysis, testing::Range(std::size_t{0}, every_analysis().size()),
                         [](const auto& index) { return every_analysis().at(index.param).plan.id; });

// In the report.

TEST(Conformance, ClaimIdsAreUniqueInTheWholeStudy) {
    std::set<std::string> ids;
    for (const AnalysisResult& analysis : every_method_result().analyses)
        for (const Claim& claim : analysis.claims) EXPECT_TRUE(ids.insert(claim.id).second) << claim.id;
    EXPECT_GT(ids.size(), 100u);
}

TEST(Conformance, EveryQuantityIsWordedInThreeLanguages) {
    const ReportContext context(every_method_result(), all_chapters());
    std::set<std::string> lacking;
    for (const AnalysisResult& analysis : every_method_result().analyses) {
        const Chapter* chapter = context.chapter_of(analysis);
        ASSERT_NE(chapter, nullptr) << analysis.method;
        for (const Claim& claim : analysis.claims) {
            const auto words = chapter->quantity == nullptr ? std::nullopt : chapter->quantity(context, claim.parts);
            if (!words || words->en.empty() || words->kk.empty() || words->ru.empty())
                lacking.insert(analysis.method + ": " + claim.parts.quantity + " (" + claim.id + ")");
            const auto meaning = measured(context.messages, analysis.method, claim.parts);
            if (!meaning || meaning->en.empty() || meaning->kk.empty() || meaning->ru.empty())
                lacking.insert("measures." + analysis.method + '.' + claim.parts.quantity);
        }
    }
    EXPECT_EQ(lacking, std::set<std::string>{});
}

TEST(Conformance, UnitsIntervalsStatementsAndRowsOfEveryNumberAreSaidInThreeLanguages) {
    const ReportContext context(every_method_result(), all_chapters());
    std::set<std::string> lacking;
    const auto look = [&](const std::string& english, const LocalText& words) {
        if (!english.empty() && (words.kk.empty() || words.ru.empty())) lacking.insert(english);
    };
    for (const AnalysisResult& analysis : every_method_result().analyses) {
        const Chapter* chapter = context.chapter_of(analysis);
        for (const Claim& claim : analysis.claims) {
            look(claim.unit, unit_words(context, claim.unit));
            look(claim.no_interval, context.word("no_interval.", claim.no_interval));
            if (claim.interval) look(claim.interval->kind, interval_words(context, claim.interval->kind));
            if (!claim.value && claim.method != "compare minimise")  // whose statements are lists of models
                look(claim.statement, note_words(context, claim.statement));
            if (chapter->rows_used == nullptr) continue;
            for (const RowsUsed& rows : chapter->rows_used(every_method_result(), analysis, claim)) {
                look(rows.note, note_words(context, rows.note));
                look(rows.why_none, note_words(context, rows.why_none));
            }
        }
    }
    EXPECT_EQ(lacking, std::set<std::string>{});
}

TEST(Conformance, EveryFigureIsAsItsSchemaSays) {
    const ReportContext context(every_method_result(), all_chapters());
    const nlohmann::ordered_json data = nlohmann::ordered_json::parse(figure_data_json(context));
    std::set<std::string> ids;
    for (const nlohmann::ordered_json& figure : data.at("figures")) {
        EXPECT_EQ(figure_faults(figure), std::vector<std::string>{}) << figure.at("id");
        EXPECT_FALSE(figure.at("rows").empty()) << figure.at("id");
        EXPECT_TRUE(ids.insert(figure.at("id").get<std::string>()).second) << figure.at("id");
    }
}

TEST(Conformance, EveryMethodEndsWhenAStopIsAskedAndListeningChangesNothing) {
    for (PreparedAnalysis& analysis : every_analysis()) {
        SCOPED_TRACE(analysis.plan.id);
        const std::string alone = csv_of(analysis.compute());
        ProgressRecord record;
        analysis.plan.frame.work = Work({}, record.listener());
        EXPECT_EQ(csv_of(analysis.compute()), alone);
        record.expect_whole();
        std::stop_source asked;
        asked.request_stop();
        analysis.plan.frame.work = Work(asked.get_token());
        EXPECT_THROW((void)analysis.compute(), Interrupted);
    }
}

}  // namespace conformance_test
}  // namespace tarazy
