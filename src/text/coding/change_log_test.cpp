#include "text/coding/change_log.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"

#include <gtest/gtest.h>

namespace tarazy::change_log_test {
namespace {

Segment piece(std::size_t start, const std::string& code) {
    return {"doc", start, start + 5, "A", code, ""};
}

std::vector<CodingChange> three_changes() {
    return {{1, "t1", "A", true, piece(0, "x"), {}},
            {2, "t2", "B", true, piece(9, "y"), {}},
            {3, "t3", "A", true, piece(20, "z"), {}}};
}

TEST(ChangeLog, UndoesTheNewestAndThenTheOneBefore) {
    auto log = three_changes();
    log.push_back(undoing_change(log, {}, {}, "t4"));
    EXPECT_EQ(log.back().undoes, 3);
    EXPECT_EQ(segments_after(log, "").size(), 2u);
    log.push_back(undoing_change(log, {}, {}, "t5"));
    EXPECT_EQ(log.back().undoes, 2);
    EXPECT_EQ(segments_after(log, ""), std::vector<Segment>{piece(0, "x")});
    log.push_back(undoing_change(log, {}, {}, "t6"));
    EXPECT_TRUE(segments_after(log, "").empty());
    EXPECT_THROW((void)undoing_change(log, {}, {}, "t7"), UsageError) << "nothing is left";
    log.push_back(undoing_change(log, {}, 4, "t8"));
    EXPECT_EQ(segments_after(log, ""), std::vector<Segment>{piece(20, "z")}) << "an undoing undone is a redo";
    EXPECT_EQ(log.size(), 7u) << "nothing ever leaves the log";
}

TEST(ChangeLog, OneCodersChangesOnly) {
    auto log = three_changes();
    log.push_back(undoing_change(log, "B", {}, "t4"));
    EXPECT_EQ(log.back().undoes, 2);
    EXPECT_EQ(segments_after(log, ""), (std::vector<Segment>{piece(0, "x"), piece(20, "z")}));
    EXPECT_THROW((void)undoing_change(log, "B", {}, "t5"), UsageError);
    EXPECT_THROW((void)undoing_change(log, {}, 2, "t5"), UsageError) << "undone already";
    EXPECT_THROW((void)undoing_change(log, {}, 9, "t5"), UsageError);
}

TEST(ChangeLog, WhatWasRemovedSinceCannotBeRemovedAgain) {
    auto log = three_changes();
    log.push_back({4, "t4", "A", false, piece(0, "x"), {}});
    EXPECT_THROW((void)undoing_change(log, {}, 1, "t5"), UsageError);
    log.push_back(undoing_change(log, {}, {}, "t5"));
    EXPECT_EQ(segments_after(log, "").size(), 3u) << "a removal undone";
}

TEST(ChangeLog, RoundTripAndFaults) {
    auto log = three_changes();
    log.push_back(undoing_change(log, {}, {}, "t4"));
    const std::string csv = to_csv(change_table(log));
    EXPECT_EQ(to_csv(change_table(read_changes(read_csv(csv, "c.csv")))), csv);
    EXPECT_THROW((void)read_changes(read_csv("number,when,by,action,doc,start,end,coder,code,memo,undoes\n"
                                             "2,t,A,drop,d,0,1,A,x,,\n",
                                             "c.csv")),
                 InputError);
    EXPECT_THROW((void)segments_after({{1, "t", "A", false, piece(0, "x"), {}}}, "c.csv"), InputError);
    EXPECT_THROW((void)segments_after({{1, "t", "A", true, piece(0, "x"), 7}}, "c.csv"), InputError);
    EXPECT_EQ(coding_time_now().size(), 20u);
}

}  // namespace
}  // namespace tarazy::change_log_test
