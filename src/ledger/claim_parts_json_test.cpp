#include "ledger/claim_parts_json.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace tarazy {
namespace claim_parts_json_test {

TEST(ClaimPartsJson, ComesBackWhateverTheNamesHold) {
    const ClaimParts parts{"UZB", "a.b-c", "difference", {"EU-27", "ЕАЭС \"x\"", ""}, "1992-2012"};
    EXPECT_EQ(claim_parts_from_json(claim_parts_json(parts)), parts);
    EXPECT_EQ(claim_parts_from_json(claim_parts_json({})), ClaimParts{});
}

TEST(ClaimPartsJson, LeavesEmptyPartsOut) {
    EXPECT_EQ(claim_parts_json({"", "", "evenness", {}, "2000"}), R"({"quantity":"evenness","time":"2000"})");
}

TEST(ClaimPartsJson, RefusesWhatIsNoSuchObject) {
    for (const char* text : {"", "[1]", "{\"about\":3}", "{"})
        EXPECT_THROW((void)claim_parts_from_json(text), std::invalid_argument) << text;
}

}  // namespace claim_parts_json_test
}  // namespace tarazy
