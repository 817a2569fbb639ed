#include "analyses/trace/evidence_readings.hpp"

#include "analyses/trace/evidence_result_test.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace tarazy {
namespace evidence_readings_test {

Table readings(const std::vector<std::string>& tested) {
    PreparedAnalysis prepared = prepared_analysis("motives");
    prepared.plan.tested = tested;
    return evidence_readings(prepared.plan, prepared.roles());
}

TEST(EvidenceReadings, WithoutTestedNumbersThereAreNone) {
    EXPECT_EQ(readings({}).rows(), 0u);
}

TEST(EvidenceReadings, LowConfidenceOtherValuesAndEndsOfRangesAreTried) {
    const Table table = readings({"posterior.norm"});
    std::map<std::string, std::set<std::string>> entries;
    for (std::size_t row = 0; row < table.rows(); ++row)
        entries[text_in(table, "basis", row)].insert(text_in(table, "entry", row) + '=' + text_in(table, "other", row));
    EXPECT_EQ(entries["low confidence"], std::set<std::string>{"motives: speech=not_sought"});
    EXPECT_EQ(entries["stated alternative"],
              (std::set<std::string>{"motives: decree | will=0.2", "motives: speech | pressure=0.4",
                                     "motives: speech | pressure=0.6"}));
    EXPECT_TRUE(entries["elicited range"].contains("motives: decree | norm=0.6"));
    EXPECT_FALSE(entries["elicited range"].contains("motives: minutes | norm=0.2")) << "nobody has looked for it";
}

TEST(EvidenceReadings, AClueThatFallsLetsTheWeakerOfItsGroupCount) {
    const Table table = readings({"posterior.norm", "clues"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (text_in(table, "basis", row) != "low confidence") continue;
        EXPECT_EQ(text_in(table, "quantity", row), "posterior.norm") << "the number of clues stays";
        const double pressure = 0.4 * 0.2 * 0.4 * 0.4, will = 0.3 * 0.5 * 0.4 * 0.8, norm = 0.3 * 0.8 * 0.6 * 0.8;
        EXPECT_NEAR(*number_in(table, "value", row), norm / (pressure + will + norm), 1e-12);
        EXPECT_LT(*number_in(table, "q10", row), *number_in(table, "value", row));
        return;
    }
    FAIL();
}

}  // namespace evidence_readings_test
}  // namespace tarazy
