#include "ledger/ledger_claims.hpp"

#include "base/error.hpp"
#include "io/atomic_file.hpp"
#include "ledger/example_run_test.hpp"
#include "ledger/ledger.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace tarazy {
namespace ledger_claims_test {

std::vector<Claim> awkward_claims() {
    Claim plain = example_content().claims.at(0);
    plain.parts = {"", "votes", "agree_voeten", {"RUS", "EU-27"}, "47"};
    Claim other_interval = plain, no_interval = plain, two_inputs = plain, no_inputs = plain, other_rows = plain;
    other_interval.id = "b";
    other_interval.interval->kind = "credible";
    no_interval.id = "a";  // before the others by name, after them in the ledger
    no_interval.interval.reset();
    no_interval.quantiles.clear();
    two_inputs.id = "c";
    two_inputs.inputs = {{"votes", "all"}, {"study", "all"}, {"votes", "all"}};
    two_inputs.quantiles = {{0.5, std::nan("")}, {0.5, 1}};
    no_inputs.id = "d";
    no_inputs.inputs.clear();
    other_rows.id = "e";
    other_rows.inputs = {{"votes", "all"}};
    other_rows.interval = Interval{std::nan(""), 1, 0.9, "bootstrap percentile"};
    return {plain, other_interval, no_interval, two_inputs, no_inputs, other_rows};
}

std::string written(const ScratchFolder& folder, const std::vector<Claim>& claims) {
    LedgerContent content = example_content();
    content.claims = claims;
    write_ledger(folder / "ledger.sqlite", content);
    return read_file(folder / "ledger.sqlite");
}

std::vector<std::string> rows_of(const Database& database, const std::string& sql, int columns) {
    std::vector<std::string> rows;
    for (Statement found(database, sql); found.next();) {
        rows.emplace_back();
        for (int column = 0; column < columns; ++column)
            rows.back() += (column == 0 ? "" : "|") + (found.null(column) ? "NULL" : found.text(column));
    }
    return rows;
}

TEST(LedgerClaims, ComeBackInTheirOrderWithAllTheyShareAndAllTheyDoNot) {
    const ScratchFolder folder;
    const std::vector<Claim> claims = awkward_claims();
    std::string bytes = written(folder, claims);
    const std::vector<Claim> again = read_claims(Database::from_bytes(bytes));
    ASSERT_EQ(again.size(), claims.size());
    for (std::size_t i = 0; i < claims.size(); ++i) {
        SCOPED_TRACE(claims[i].id);
        EXPECT_EQ(again[i].id, claims[i].id);
        EXPECT_EQ(again[i].analysis, "votes");
        EXPECT_EQ(again[i].parts, claims[i].parts);
        EXPECT_EQ(again[i].formula, claims[i].formula);
        EXPECT_EQ(again[i].reproduce, claims[i].reproduce);
        ASSERT_EQ(again[i].interval.has_value(), claims[i].interval.has_value());
        if (claims[i].interval) {
            EXPECT_EQ(again[i].interval->kind, claims[i].interval->kind);
            EXPECT_EQ(again[i].interval->level, 0.9);
            EXPECT_EQ(again[i].interval->upper, claims[i].interval->upper);
        }
        ASSERT_EQ(again[i].inputs.size(), claims[i].inputs.size());
        for (std::size_t k = 0; k < claims[i].inputs.size(); ++k) {
            EXPECT_EQ(again[i].inputs[k].key, claims[i].inputs[k].key);
            EXPECT_EQ(again[i].inputs[k].rows, claims[i].inputs[k].rows);
        }
        ASSERT_EQ(again[i].quantiles.size(), claims[i].quantiles.size());
    }
    EXPECT_TRUE(std::isnan(again[3].quantiles[0].value));
    EXPECT_EQ(again[3].quantiles[1].value, 1);
    EXPECT_TRUE(std::isnan(again[5].interval->lower));
}

TEST(LedgerClaims, TextsThatRepeatStandOnce) {
    const ScratchFolder folder;
    std::string bytes = written(folder, awkward_claims());
    const Database database = Database::from_bytes(bytes);
    EXPECT_EQ(rows_of(database, "SELECT interval_kind FROM claim_texts ORDER BY number", 1),
              (std::vector<std::string>{"bootstrap percentile", "credible", "NULL"}));
    EXPECT_EQ(rows_of(database, "SELECT rows FROM row_texts ORDER BY number", 1),
              (std::vector<std::string>{"session 47, ccode 365 and 705: 2 roll calls", "all"}));
    EXPECT_EQ(rows_of(database, "SELECT inputs FROM claim_records ORDER BY number", 1),
              (std::vector<std::string>{"1", "1", "1", "2", "NULL", "3"}));
}

TEST(LedgerClaims, ViewsShowThemAsRowsOfTheirOwn) {
    const ScratchFolder folder;
    std::string bytes = written(folder, awkward_claims());
    const Database database = Database::from_bytes(bytes);
    EXPECT_EQ(
        rows_of(database,
                "SELECT id, analysis, quantity, subject, value, upper > 0.3, level, interval_kind, statement, "
                "unit, method, parameters, parts, no_interval FROM claims WHERE id = 'a' OR id = 'b' ORDER BY id",
                14),
        (std::vector<std::string>{
            "a|votes|agree_voeten|KAZ-RUS, session 47 (1992)|0.75|NULL|NULL|NULL||share|align similarity|"
            R"({"sessions":"47"}|{"domain":"votes","quantity":"agree_voeten","about":["RUS","EU-27"],"time":"47"}|)",
            "b|votes|agree_voeten|KAZ-RUS, session 47 (1992)|0.75|1|0.9|credible||share|align similarity|"
            R"({"sessions":"47"}|{"domain":"votes","quantity":"agree_voeten","about":["RUS","EU-27"],"time":"47"}|)"}));
    EXPECT_EQ(rows_of(database, "SELECT claim, key, rows FROM claim_inputs WHERE claim IN ('c', 'd', 'e')", 3),
              (std::vector<std::string>{"c|votes|all", "c|study|all", "c|votes|all", "e|votes|all"}));
    EXPECT_EQ(rows_of(database, "SELECT claim, probability, value FROM claim_quantiles WHERE claim = 'c'", 3),
              (std::vector<std::string>{"c|0.5|NULL", "c|0.5|1.0"}));
    EXPECT_EQ(
        rows_of(database, "SELECT id FROM claims WHERE parts ->> '$.about[1]' = 'EU-27' AND value > 0.7", 1).size(),
        6u);
}

TEST(LedgerClaims, ListOfInputsOrClaimThatIsGoneIsDamage) {
    for (const char* removed : {"DELETE FROM input_lists WHERE list = 2", "DELETE FROM claim_records WHERE number = 4",
                                "DELETE FROM claim_texts WHERE number = 3", "DELETE FROM row_texts WHERE number = 2"}) {
        const ScratchFolder folder;
        static_cast<void>(written(folder, awkward_claims()));
        Database::create(folder / "ledger.sqlite").run(std::string("PRAGMA foreign_keys = OFF; ") + removed);
        EXPECT_THROW(static_cast<void>(read_ledger(folder / "ledger.sqlite")), InputError) << removed;
    }
}

}  // namespace ledger_claims_test
}  // namespace tarazy
