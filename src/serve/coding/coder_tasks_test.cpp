#include "serve/coding/coder_tasks.hpp"

#include <gtest/gtest.h>

namespace tarazy::coder_tasks_test {
namespace {

StoredCoding coding_of(const std::string& coder) {
    return {"c", 1, "d", 0, 4, coder, "k", ""};
}

TEST(CoderTasks, NobodySeesOthersBeforeAllHaveFinished) {
    CoderDesk desk;
    desk.blind = true;
    const std::vector<StoredCoding> here = {coding_of("A"), coding_of("B")};
    EXPECT_FALSE(sees_others(desk, "A", "d", here));
    desk.finished["d"] = {"A"};
    EXPECT_FALSE(sees_others(desk, "A", "d", here)) << "B is not done";
    EXPECT_FALSE(sees_others(desk, "B", "d", here));
    desk.finished["d"] = {"A", "B"};
    EXPECT_TRUE(sees_others(desk, "A", "d", here));
    EXPECT_FALSE(sees_others(desk, "C", "d", here)) << "who may be about to code it, too";
    desk.tasks = {{"A", "d", 1, true}, {"B", "d", 1, true}};
    EXPECT_TRUE(sees_others(desk, "C", "d", here)) << "it was given to others";
    desk.finished["d"] = {"A"};
    EXPECT_FALSE(sees_others(desk, "A", "d", {coding_of("A")})) << "B has not begun";
    EXPECT_EQ(visible_codings(desk, "A", here).size(), 1u);
    desk.blind = false;
    EXPECT_EQ(visible_codings(desk, "A", here).size(), 2u);
}

TEST(CoderTasks, FinishingCanBeTakenBack) {
    EXPECT_TRUE(finish_document("A", "d", true).edits.at(0).value);
    EXPECT_FALSE(finish_document("A", "d", false).edits.at(0).value);
}

}  // namespace
}  // namespace tarazy::coder_tasks_test
