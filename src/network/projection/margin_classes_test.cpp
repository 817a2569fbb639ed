#include "network/projection/margin_classes.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace margin_classes_test {

const BitMatrix& example() {
    static const BitMatrix ties = read_incidence(read_csv("row,X,Y,Z\na,1,1,0\nb,0,0,1\nc,0,1,1\n", "i.csv")).ties;
    return ties;
}

TEST(MarginClasses, ActorsOfOneDegreeAreOneClass) {
    const MarginClasses classes = margin_classes(example(), {});
    EXPECT_EQ(classes.actor_class, (std::vector<std::uint32_t>{1, 0, 1}));
    EXPECT_EQ(classes.actor_degree, (std::vector<std::uint32_t>{1, 2}));
    EXPECT_EQ(classes.actor_count, (std::vector<std::uint32_t>{1, 2}));
    EXPECT_EQ(classes.first_actor, (std::vector<std::uint32_t>{1, 0}));
    EXPECT_EQ(classes.institution_degree, (std::vector<std::uint32_t>{1, 2}));
    EXPECT_EQ(classes.institution_count, (std::vector<std::uint32_t>{1, 2}));
}

TEST(MarginClasses, WhatIsClosedToOneAloneSetsItApart) {
    BitMatrix closed(3, 3);
    closed.set(0, 2);
    const MarginClasses classes = margin_classes(example(), closed);
    EXPECT_EQ(classes.actor_classes(), 3u);
    EXPECT_NE(classes.actor_class[0], classes.actor_class[2]);
    EXPECT_NE(classes.institution_class[1], classes.institution_class[2]) << "Z is closed to a, Y to nobody";
}

}  // namespace margin_classes_test
}  // namespace tarazy
