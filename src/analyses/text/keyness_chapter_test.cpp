#include "analyses/text/keyness_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace keyness_chapter_test {

TEST(KeynessChapter, ShowsBothSidesOfEveryWindowWithTheirClaims) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string markup = keyness_body(context, *context.analysis("speech_words")).markup;
    for (const char* part : {"More typical of Kazakhstan", "More typical of the comparison states", "2005–2010",
                             "speech_words.z.peace.2005-2016", "speech_words.documents_compared.2005-2016",
                             "data-figure=\"keyness-speech_words\""})
        EXPECT_NE(markup.find(part), std::string::npos) << part;
}

TEST(KeynessChapter, NumbersAreWorded) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto words = keyness_quantity(context, {"", "", "z", {"peace"}, "2005-2016"});
    ASSERT_TRUE(words);
    EXPECT_NE(words->en.find("“peace”"), std::string::npos);
    EXPECT_TRUE(keyness_quantity(context, {"", "", "documents", {}, "2005-2016"}));
    EXPECT_FALSE(keyness_quantity(context, {"", "", "no such number", {}, ""}));
}

}  // namespace keyness_chapter_test
}  // namespace tarazy
