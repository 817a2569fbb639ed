#include "compare/coincidence/coincidences.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace coincidences_test {

Table kazakh_table() {
    Table table;
    table.add("case", Column(std::vector<std::string>{"Қазақстан", "Украина", "Беларусь"}));
    table.add("жады", Column(std::vector<double>{1, 0.67, 0.5}));
    table.add("қысым", Column(std::vector<double>{0.67, 1, 0.33}));
    table.add("кезең", Column(std::vector<std::int64_t>{0, 2, 1}));
    return table;
}

TEST(Coincidences, FactorsInAnyScriptAndOfAnyKind) {
    const Coincidences data = read_coincidences(kazakh_table(), {"жады", "қысым", "кезең"});
    EXPECT_EQ(data.size(), 3u);
    EXPECT_EQ(literal_memberships(data, 0, 0), (std::vector<double>{0, 1 - 0.67, 0.5}));
    EXPECT_EQ(literal_memberships(data, 2, 2), (std::vector<double>{0, 1, 0}));
    EXPECT_TRUE(data.warnings.empty());  // a membership of one half is no matter here
}

TEST(Coincidences, ACaseWithAMissingCellIsLeftOutWithANote) {
    Table table = kazakh_table();
    table.columns[1] = Column(std::vector<double>{1, Column::missing_real, 0.5});
    const Coincidences data = read_coincidences(table, {"жады", "қысым"});
    EXPECT_EQ(data.names, (std::vector<std::string>{"Қазақстан", "Беларусь"}));
    ASSERT_EQ(data.warnings.size(), 1u);
    EXPECT_NE(data.warnings[0].find("'Украина' is left out"), std::string::npos);
}

TEST(Coincidences, FaultsAreNamed) {
    EXPECT_THROW((void)read_coincidences(kazakh_table(), {"жады"}), UsageError);
    EXPECT_THROW((void)read_coincidences(kazakh_table(), {"жады", "жады"}), UsageError);
    EXPECT_THROW((void)read_coincidences(kazakh_table(), {"жады", "қысым2"}), InputError);
}

TEST(Coincidences, AFactorThatDoesNotApplyIsRefused) {
    Table table = kazakh_table();
    table.columns[1] = Column(std::vector<std::string>{"1", "-", "0"});
    try {
        (void)read_coincidences(table, {"жады", "қысым"});
        FAIL() << "a factor without a value was taken";
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("case 'Украина' has '-' (does not apply) as жады"), std::string::npos);
    }
}

TEST(Coincidences, WhatStaysOnOneSideOfOneHalfIsConstant) {
    struct Side {
        std::vector<double> values;
        bool multi_value, present, absent;  ///< are A (A{1}) and ~A (A{0}) constant?
        std::string how;
    };
    const Side sides[] = {{{0.9, 0.6, 1}, false, true, true, "A never falls below one half"},
                          {{0.5, 0.6, 1}, false, true, true, "A never falls below one half"},  // one half is rounded up
                          {{0.4, 0, 0.1}, false, true, true, "A never reaches one half"},
                          {{0.5, 0.4, 0.1}, false, false, false, ""},
                          {{0, 1, 1}, false, false, false, ""},
                          {{1, 1, 1}, true, true, true, "A has the value 1 in every case"},
                          {{2, 1, 2}, true, false, true, ""},
                          {{2, 0, 2}, true, true, false, "A never has the value 1"}};
    for (const Side& side : sides) {
        Coincidences data;
        data.names = {"a", "b", "c"};
        data.space = PropertySpace({{"A", side.multi_value ? 3U : 2U, side.multi_value, false}});
        data.membership = {side.values};
        EXPECT_EQ(constant(data, 0, 1), side.present) << side.how;
        EXPECT_EQ(constant(data, 0, 0), side.absent) << side.how;
        if (side.present) {
            EXPECT_EQ(constancy(data, 0, 1), side.how);
        }
    }
}

TEST(CausalOrdering, ACauseDoesNotStandAfterItsEffect) {
    const PropertySpace space({{"A"}, {"B"}, {"C"}, {"D"}});
    const CausalOrdering order("A, B < C", space);
    EXPECT_TRUE(order.allows(0, 2));
    EXPECT_FALSE(order.allows(2, 0));
    EXPECT_TRUE(order.allows(0, 1));
    EXPECT_TRUE(order.allows(3, 0));  // D is not named: anywhere
    EXPECT_FALSE(order.allows(0, 0));
    EXPECT_FALSE(CausalOrdering("A,B << C", space).allows(0, 1));
    EXPECT_TRUE(CausalOrdering("", space).allows(2, 0));
}

TEST(CausalOrdering, WhatCannotBeReadIsSaid) {
    const PropertySpace space({{"ЖАДЫ"}, {"B"}, {"C"}});
    const auto complaint = [&](const char* text) -> std::string {
        try {
            (void)CausalOrdering(text, space);
        } catch (const UsageError& error) {
            return error.what();
        }
        return "";
    };
    EXPECT_NE(complaint("ЖАДА < B").find("did you mean 'ЖАДЫ'"), std::string::npos) << complaint("ЖАДА < B");
    EXPECT_NE(complaint("B < B").find("named twice"), std::string::npos);
    EXPECT_NE(complaint("B < , C").find("a name is missing"), std::string::npos);
    EXPECT_NE(complaint("B < C << ЖАДЫ").find("do not go together"), std::string::npos);
}

}  // namespace coincidences_test
}  // namespace tarazy
