#include "serve/study/study_overview.hpp"

#include "analyses/all_methods.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace study_overview_test {
namespace {

using namespace tarazy;

const std::string file = TARAZY_SOURCE_DIR "/studies/mongolia/study.toml";

TEST(StudyOverview, TellsWhatAStudyHolds) {
    const auto overview = study_overview(read_file(file), file, all_methods());
    EXPECT_EQ(overview.at("focus"), "MNG");
    EXPECT_EQ(overview.at("years"), (nlohmann::json{1991, 2025}));
    EXPECT_EQ(overview.at("poles").at(2).at("members").at(1), "JPN");
    EXPECT_EQ(overview.at("data").at(0).at("role"), "votes");
    ASSERT_FALSE(overview.at("analyses").empty());
    EXPECT_EQ(overview.at("analyses").at(0).at("method"), "align.shares");
    bool written = false;
    for (const auto& parameter : overview.at("analyses").at(0).at("parameters"))
        written = written || !parameter.at("written").is_null();
    EXPECT_TRUE(written);
    EXPECT_FALSE(overview.at("propositions").at(0).at("tests").empty());
}

TEST(StudyOverview, OfAFaultyTextTellsTheFaults) {
    std::string text = read_file(file);
    text.replace(text.find("\"MNG\""), 5, "\"MNX\"");
    const auto problems = study_problems(text, file, all_methods());
    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(problems.at(0).at("line"), 6);
    EXPECT_FALSE(problems.at(0).at("warning").get<bool>());
    EXPECT_EQ(study_problems("[study", file, all_methods()).size(), 1u);
}

}  // namespace
}  // namespace study_overview_test
