#include "network/functions/carried_functions.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace carried_functions_test {

InstitutionFunctions functions_of(const std::string& text) {
    return read_institution_functions(read_csv(text, "f.csv"));
}

TEST(CarriedFunctions, TakesTheInstitutionsOfTheMemberships) {
    const TwoModeNetwork network = two_mode_network({{"KAZ", "UN"}, {"KAZ", "CSTO"}, {"UZB", "UN"}});
    std::vector<std::string> warnings;
    const CarriedFunctions carried = carried_functions(
        network, nullptr, functions_of("institution,functions\nUN,talk\nUNN,talk\nNSG,export\n"), warnings);
    EXPECT_EQ(carried.institutions, (std::vector<std::string>{"CSTO", "UN"}));
    EXPECT_EQ(carried.functions, (std::vector<std::string>{"export", "talk"})) << "nobody's lack is passed over";
    EXPECT_TRUE(carried.carriers(1, 1));
    EXPECT_EQ(count_bits(carried.carriers.row(0)), 0u);
    EXPECT_FALSE(carried.weighted);
    ASSERT_EQ(warnings.size(), 2u);
    EXPECT_EQ(warnings[0], "1 institution has no function in the table and carries nothing: CSTO");
    EXPECT_EQ(warnings[1], "2 institutions of the function table have no memberships and are left out: NSG, UNN");
}

TEST(CarriedFunctions, ANearNameIsHinted) {
    std::vector<std::string> warnings;
    (void)carried_functions(two_mode_network({{"KAZ", "OSCE"}, {"KAZ", "UN"}}), nullptr,
                            functions_of("institution,functions\nOCSE,talk\nUN,talk\n"), warnings);
    ASSERT_EQ(warnings.size(), 2u);
    EXPECT_NE(warnings[0].find("OSCE (did you mean 'OCSE'?)"), std::string::npos) << warnings[0];
}

TEST(CarriedFunctions, NothingInCommonIsRefused) {
    std::vector<std::string> warnings;
    try {
        (void)carried_functions(two_mode_network({{"KAZ", "UN"}}), nullptr,
                                functions_of("institution,functions\nNATO,defence\n"), warnings);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("f.csv: none of its institutions has memberships"), std::string::npos)
            << error.what();
    }
}

TEST(CarriedFunctions, AKnownMembershipIsNotUnknown) {
    const TwoModeNetwork network = two_mode_network({{"KAZ", "UN"}}, {"UZB"});
    BitMatrix unknown(2, 1);
    unknown.set(0, 0);
    unknown.set(1, 0);
    std::vector<std::string> warnings;
    const CarriedFunctions carried =
        carried_functions(network, &unknown, functions_of("institution,functions\nUN,talk\n"), warnings);
    EXPECT_FALSE(carried.unknown(0, 0));
    EXPECT_EQ(carried.count_unknown(), 1u);
    EXPECT_TRUE(warnings.empty());
}

}  // namespace carried_functions_test
}  // namespace tarazy
