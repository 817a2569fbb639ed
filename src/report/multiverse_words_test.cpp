#include "report/multiverse_words.hpp"

#include "analyses/all_methods.hpp"
#include "report/multiverse_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace multiverse_words_test {

TEST(MultiverseWords, VerdictsAreToldAsTheirTableHasThem) {
    const StudyResult result = result_with_multiverse();
    const ReportContext context(result, all_chapters());
    const std::vector<ToldVerdict> told = told_verdicts(context);
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0].holds, 3);
    EXPECT_TRUE(told[0].fragile);
    EXPECT_TRUE(told[0].all);
    EXPECT_EQ(told[0].counts, (std::vector<std::int64_t>{3, 0, 1, 0, 0}));
    const StudyResult none = sample_result();
    EXPECT_TRUE(told_verdicts(ReportContext(none, all_chapters())).empty());
}

TEST(MultiverseWords, ChoicesAndAlternativesHaveNames) {
    const StudyResult result = result_with_multiverse();
    const ReportContext context(result, all_chapters());
    EXPECT_EQ(choice_name(context, "west").ru, "Кто такой Запад?");
    EXPECT_EQ(choice_name(context, "east").en, "east");
    EXPECT_EQ(alternative_name(context, "west", "seven").kk, "жеті");
    EXPECT_EQ(alternative_name(context, "west", "nine").en, "nine");
    const std::string turned = turned_in_words(context, "coding = other: mixed").markup;
    EXPECT_NE(turned.find("Кодирование"), std::string::npos);
    EXPECT_NE(turned.find("неоднозначно"), std::string::npos);
    EXPECT_NE(turned_in_words(context, "something else").markup.find("something else"), std::string::npos);
}

}  // namespace multiverse_words_test
}  // namespace tarazy
