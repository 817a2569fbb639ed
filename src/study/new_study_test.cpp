#include "study/new_study.hpp"

#include "analyses/example_study_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace new_study_test {

TEST(NewStudy, IsReadWithoutAnyWarning) {
    const ExampleStudy example;
    EXPECT_TRUE(example.read().warnings.empty());
}

TEST(NewStudy, SaysThatItsDataAreInvented) {
    EXPECT_NE(new_study_files().front().bytes.find("INVENTED"), std::string::npos);
}

TEST(NewStudy, IsTheSameEveryTime) {
    const auto first = new_study_files(), second = new_study_files();
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(first[i].bytes, second[i].bytes);
}

TEST(NewStudy, NothingOfTheUsersIsOverwritten) {
    const ExampleStudy example;
    EXPECT_THROW(write_new_study(example.folder()), UsageError);
    EXPECT_THROW(write_new_study(example / "study.toml"), UsageError);
    std::filesystem::create_directories(example.beside("empty"));
    EXPECT_EQ(write_new_study(example.beside("empty")).size(), new_study_files().size());
}

}  // namespace new_study_test
}  // namespace tarazy
