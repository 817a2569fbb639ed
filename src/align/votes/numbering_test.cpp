#include "align/votes/numbering.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace numbering_test {

TEST(NaturalLess, CountsDigitsAsNumbersAndIsAnOrder) {
    const std::vector<std::string> sorted = {"", "2", "10", "V", "V1", "V2", "V02", "V10", "V10a", "Ämne"};
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        for (std::size_t j = 0; j < sorted.size(); ++j) {
            // "V02" and "V2" are told apart by their bytes.
            const bool swapped = (sorted[i] == "V02" && sorted[j] == "V2") || (sorted[i] == "V2" && sorted[j] == "V02");
            EXPECT_EQ(natural_less(sorted[i], sorted[j]), swapped ? sorted[i] < sorted[j] : i < j)
                << sorted[i] << ' ' << sorted[j];
        }
    }
}

TEST(Numbering, KeepsNumbersAndGivesNamesTheirPlacesWhateverTheOrder) {
    const Table numbers = read_csv("id\n7\n3\n\n", "a.csv"), names = read_csv("id\nV10\nV2\nV10\n", "b.csv");
    Numbering kept;
    kept.see(numbers, "id");
    kept.close();
    EXPECT_FALSE(kept.named());
    EXPECT_EQ(kept.numbers(numbers, "id").front(), 7);
    Numbering named;
    named.see(numbers, "id");
    named.see(names, "id");
    named.close();
    EXPECT_TRUE(named.named());
    EXPECT_EQ(named.names(), (std::vector<std::string>{"3", "7", "V2", "V10"}));
    EXPECT_EQ(named.numbers(names, "id"), (std::vector<std::int64_t>{4, 3, 4}));
    EXPECT_EQ(named.numbers(numbers, "id").front(), 2);
}

TEST(Numbering, ASlipAmongNumbersIsAProblemAndNoName) {
    const Table table = read_csv("id\n1\n2\n3\n4x\n", "a.csv");
    Numbering numbering;
    numbering.see(table, "id");
    numbering.close();
    EXPECT_FALSE(numbering.named());
    EXPECT_THROW((void)numbering.numbers(table, "id"), InputError);
}

}  // namespace numbering_test
}  // namespace tarazy
