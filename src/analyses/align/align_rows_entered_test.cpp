#include "align/balance/balance_tables.hpp"
#include "align/balance/window_standings.hpp"
#include "analyses/align/align_rows_used.hpp"
#include "analyses/rows_entered_test.hpp"
#include "stats/standing.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace tarazy {
namespace align_rows_entered_test {

/// The vote of a state on a roll call, of a table of votes.
using Votes = std::map<std::pair<double, double>, double>;

Votes votes_in(const Table& table) {
    Votes votes;
    for (std::size_t row = 0; row < table.rows(); ++row)
        votes[{*number_in(table, "rcid", row), *number_in(table, "ccode", row)}] = *number_in(table, "vote", row);
    return votes;
}

std::map<double, double> session_of_roll_call(const Table& calls) {
    std::map<double, double> sessions;
    for (std::size_t row = 0; row < calls.rows(); ++row)
        sessions[*number_in(calls, "rcid", row)] = *number_in(calls, "session", row);
    return sessions;
}

/// Mean of 1 - |x - y| / 2 over all roll calls of the tables on which both have a row: nothing is left out, nothing is
/// chosen.
double agreement(const std::map<std::string, Table>& data, double a, double b, double session) {
    const Votes votes = votes_in(data.at("votes"));
    double sum = 0, n = 0;
    for (const auto& [call, of] : session_of_roll_call(data.at("roll_calls"))) {
        const auto first = votes.find({call, a}), second = votes.find({call, b});
        if (of != session || first == votes.end() || second == votes.end()) continue;
        sum += 1 - std::abs(first->second - second->second) / 2;
        ++n;
    }
    return sum / n;
}

constexpr double kaz = 705, uzb = 704, rus = 365, chn = 710, usa = 2, fra = 220;

/// Mean over the years of a pole's share, from nothing but the rows.
double mean_share_of_rus(const std::map<std::string, Table>& data, double state, int first, int last) {
    double sum = 0;
    for (int year = first; year <= last; ++year) {
        const auto near = [&](double other) { return agreement(data, state, other, year - 1945); };
        const double west = (near(usa) + near(fra)) / 2;
        sum += near(rus) / (near(rus) + near(chn) + west);
    }
    return sum / (last - first + 1);
}

TEST(AlignRowsEntered, AgreementOfAPairIsThatOfTheListedRows) {
    const RowsBehind behind("similarity");
    for (const char* measure : {"agree_voeten", "s_abs"}) {
        const Claim& claim = behind.claim(std::string("KAZ-RUS.61.") + measure);
        const auto data = behind.only(behind.entered(claim, similarity_rows_entered));
        // S = 1 - 2 sum |x - y| / (2 n), so that it is twice the agreement minus 1.
        const double found = agreement(data, kaz, rus, 61);
        EXPECT_NEAR(*claim.value, std::string(measure) == "s_abs" ? 2 * found - 1 : found, 1e-12);
    }
}

TEST(AlignRowsEntered, ShareOfAWindowIsThatOfTheListedRows) {
    const RowsBehind behind("shares");
    const Claim& claim = behind.claim("mean_share.RUS.2005-2010");
    const auto data = behind.only(behind.entered(claim, shares_rows_entered));
    EXPECT_LT(data.at("votes").rows(), behind.prepared.tables.at("votes").rows());
    EXPECT_NEAR(*claim.value, mean_share_of_rus(data, kaz, 2005, 2010), 1e-12);
}

TEST(AlignRowsEntered, ClosenessTakesItsPoleAlone) {
    const RowsBehind behind("shares");
    const Claim& claim = behind.claim("closeness.RUS.2006");
    const auto data = behind.only(behind.entered(claim, shares_rows_entered));
    EXPECT_NEAR(*claim.value, agreement(data, kaz, rus, 61), 1e-12);
    std::set<double> states;
    for (std::size_t row = 0; row < data.at("votes").rows(); ++row)
        states.insert(*number_in(data.at("votes"), "ccode", row));
    EXPECT_EQ(states, (std::set<double>{rus, kaz}));
}

/// An analysis with other comparison states, and a number of it that a test asks for.
struct Asked {
    PreparedAnalysis prepared;
    AnalysisResult result;
    Claim claim;
};

Asked asked(const std::string& id, std::vector<std::string> comparison, const std::string& quantity) {
    Asked one{prepared_analysis(id), {}, {}};
    one.prepared.plan.frame.comparison = std::move(comparison);
    one.prepared.plan.tested = {quantity};
    one.result = *std::ranges::find(every_method_result().analyses, id, &AnalysisResult::id);
    one.result.tables = one.prepared.compute();
    one.result.claims = one.prepared.method->claims(one.prepared.plan, one.result.tables);
    one.claim = *std::ranges::find(one.result.claims, id + '.' + quantity, &Claim::id);
    return one;
}

std::map<std::string, Table> only_rows(const Asked& one, const RowsByRole& rows) {
    std::map<std::string, Table> tables = one.prepared.tables;
    for (const auto& [role, of_role] : rows) tables[role] = take_rows(tables[role], of_role);
    return tables;
}

TEST(AlignRowsEntered, RankIsThatOfTheListedRowsOfAllStatesCompared) {
    const Asked one = asked("shares", {"UZB", "USA", "FRA"}, "rank_of_mean_share.RUS.2005-2010");
    const RowsByRole rows =
        shares_rows_entered({every_method_result(), one.result, one.claim, one.prepared.plan, one.prepared.roles()});
    const auto data = only_rows(one, rows);
    std::vector<double> others = {mean_share_of_rus(data, uzb, 2005, 2010)};
    for (const auto& [state, west] : {std::pair(usa, fra), std::pair(fra, usa)}) {
        double sum = 0;
        for (int session = 60; session <= 65; ++session) {
            const auto near = [&, state = state](double other) { return agreement(data, state, other, session); };
            sum += near(rus) / (near(rus) + near(chn) + near(west));
        }
        others.push_back(sum / 6);
    }
    EXPECT_EQ(*one.claim.value, standing_among(mean_share_of_rus(data, kaz, 2005, 2010), others).rank);
}

TEST(AlignRowsEntered, NumbersThatARankComparesStandInItsSummary) {
    const Asked one = asked("shares", {"UZB", "USA", "FRA"}, "rank_of_mean_share.RUS.2005-2010");
    const std::vector<RowsUsed> used = shares_rows_used(every_method_result(), one.result, one.claim);
    ASSERT_TRUE(used.front().result_table);
    const Table& summary = *find_table(one.result.tables, *used.front().result_table);
    const RowsUsed of{"", used.front().where};
    const auto rows = rows_found(of, {{"", &summary}});
    ASSERT_EQ(rows.size(), 4u);
    double own = 0;
    std::vector<double> others;
    for (const std::size_t row : rows) {
        const double value = *number_in(summary, "value", row);
        if (text_in(summary, "state", row) == "KAZ") {
            own = value;
        } else {
            others.push_back(value);
        }
    }
    EXPECT_EQ(*one.claim.value, standing_among(own, others).rank);
}

/// Code of a tie in a year from the rows alone: the highest obligation; 0 without a row.
double tie_code(const Table& ties, double a, double b, double year) {
    double code = 0;
    for (std::size_t row = 0; row < ties.rows(); ++row) {
        const double first = *number_in(ties, "ccode1", row), second = *number_in(ties, "ccode2", row);
        const bool pair = (first == a && second == b) || (first == b && second == a);
        if (!pair || number_in(ties, "year", row) != year) continue;
        const auto has = [&](const char* kind) { return *number_in(ties, std::string("atop_") + kind, row) > 0; };
        const double here = has("defense") || has("offense") ? 3 : has("neutral") || has("consul") ? 2 : has("nonagg");
        code = std::max(code, here);
    }
    return code;
}

TEST(AlignRowsEntered, ClosenessOfTiesIsTheCodeOfTheListedRows) {
    const RowsBehind behind("shares_ties");
    const Claim& claim = behind.claim("closeness.RUS.2005");
    const auto data = behind.only(behind.entered(claim, shares_rows_entered));
    EXPECT_NEAR(*claim.value, tie_code(data.at("ties"), kaz, rus, 2005) + 0.5, 1e-12);
    EXPECT_EQ(data.at("ties").rows(), 1u);
    EXPECT_EQ(data.at("system").rows(), 2u);
    const Claim& mean = behind.claim("mean_share.RUS.2005-2010");
    const auto window = behind.only(behind.entered(mean, shares_rows_entered));
    double sum = 0;
    for (int year = 2005; year <= 2010; ++year) {
        const auto near = [&](double other) { return tie_code(window.at("ties"), kaz, other, year) + 0.5; };
        sum += near(rus) / (near(rus) + near(chn) + (near(usa) + near(fra)) / 2);
    }
    EXPECT_NEAR(*mean.value, sum / 6, 1e-12);
    for (std::size_t row = 0; row < window.at("ties").rows(); ++row)
        EXPECT_TRUE(number_in(window.at("ties"), "ccode1", row) == kaz ||
                    number_in(window.at("ties"), "ccode2", row) == kaz);
}

TEST(AlignRowsEntered, SimilarityOfPortfoliosIsThatOfTheListedRows) {
    const RowsBehind behind("similarity_ties");
    for (const char* measure : {"kappa_bin", "s_val_abs_cinc"}) {
        const Claim& claim = behind.claim(std::string("KAZ-RUS.2005.") + measure);
        PreparedAnalysis again = behind.prepared;
        again.tables = behind.only(behind.entered(claim, similarity_rows_entered));
        again.plan.frame.years = {2005, 2005};
        const auto tables = again.compute();
        const auto claims = again.method->claims(again.plan, tables);
        const auto same = std::ranges::find(claims, claim.id, &Claim::id);
        ASSERT_NE(same, claims.end());
        EXPECT_EQ(same->value, claim.value) << claim.id;
    }
}

TEST(AlignRowsEntered, PositionsListTheVotesOfTheStateThatWereScaled) {
    const RowsBehind behind("points");
    const RowsByRole rows = behind.entered(behind.claim("position.KAZ.2006"), positions_rows_entered);
    const auto data = behind.only(rows);
    ASSERT_GT(data.at("votes").rows(), 0u);
    EXPECT_EQ(data.at("votes").rows(), data.at("roll_calls").rows());
    for (std::size_t row = 0; row < data.at("votes").rows(); ++row)
        EXPECT_EQ(number_in(data.at("votes"), "ccode", row), kaz);
    for (std::size_t row = 0; row < data.at("roll_calls").rows(); ++row)
        EXPECT_EQ(number_in(data.at("roll_calls"), "session", row), 61);
    // A roll call on which all voted alike is in no item.
    std::map<double, std::set<double>> cast;
    const Table& all = behind.prepared.tables.at("votes");
    for (std::size_t row = 0; row < all.rows(); ++row)
        cast[*number_in(all, "rcid", row)].insert(*number_in(all, "vote", row));
    for (std::size_t row = 0; row < data.at("votes").rows(); ++row)
        EXPECT_GT(cast[*number_in(data.at("votes"), "rcid", row)].size(), 1u);
}

TEST(AlignRowsEntered, BalanceListsItsDomainsAndTheRowsOfEach) {
    const RowsBehind behind("hedge");
    const Claim& claim = behind.claim("overall.evenness.2006");
    const std::vector<RowsUsed> used = balance_rows_used(every_method_result(), *behind.result, claim);
    ASSERT_TRUE(used.front().result_table);
    const Table& values = *find_table(behind.result->tables, "");
    const RowsUsed of{"", used.front().where};
    std::set<std::string> domains;
    for (const std::size_t row : rows_found(of, {{"", &values}})) {
        EXPECT_EQ(number_in(values, "year", row), 2006);
        EXPECT_EQ(text_in(values, "quantity", row), "share");
        domains.insert(text_in(values, "domain", row));
    }
    EXPECT_FALSE(domains.contains(overall_domain));
    EXPECT_TRUE(domains.contains("positions"));
    const RowsByRole rows = behind.entered(claim, balance_rows_entered);
    EXPECT_EQ(domains.contains("imports"), !rows.at("indicators").empty());
    const Table& trade = behind.prepared.tables.at("indicators");
    double of_rus = 0, all = 0;
    for (const std::size_t row : rows.at("indicators")) {
        const double value = *number_in(trade, "value", row);
        all += value;
        if (text_in(trade, "indicator", row) == "imports_from_RUS") of_rus += value;
    }
    EXPECT_NEAR(*behind.claim("imports.share.RUS.2006").value, of_rus / all, 1e-12);
}

}  // namespace align_rows_entered_test
}  // namespace tarazy
