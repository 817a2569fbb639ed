#include "study/current_making.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace current_making_test {

TEST(CurrentMaking, IsWhatARunRecords) {
    const ExampleStudy example;
    const StudyFile study = example.read();
    const StudyResult result = run_study(study, all_methods());
    StudyMaking making(study, {});
    for (std::size_t i = 0; i < study.analyses.size(); ++i) {
        const Method& method = *find_method(all_methods(), study.analyses[i].method.text);
        const CurrentMaking now = making.of(study.analyses[i], method);
        EXPECT_TRUE(changes_between(result.analyses[i].made_from, now.made).empty()) << study.analyses[i].id.text;
        EXPECT_EQ(now.made.data.size(), result.analyses[i].made_from.data.size());
        EXPECT_EQ(now.missing + now.refusal, "");
    }
}

TEST(CurrentMaking, SaysWhatIsMissing) {
    const ExampleStudy example;
    std::filesystem::remove(example / "data/votes.csv");
    const StudyFile study = read_study_file_alone(example.folder(), all_methods());
    StudyMaking making(study, {});
    EXPECT_EQ(making.all_files_of(study.data.at(0)).missing, "the file 'data/votes.csv' is not there");
    EXPECT_EQ(making.named(study.data.at(0)), "data/votes.csv");
    const CurrentMaking now =
        making.of(study.analyses.at(0), *find_method(all_methods(), study.analyses.at(0).method.text));
    EXPECT_EQ(now.missing, "the file 'data/votes.csv' is not there");
}

}  // namespace current_making_test
}  // namespace tarazy
