#include "analyses/simulate/ensemble_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace ensemble_chapter_test {

TEST(EnsembleChapter, ShowsFansClaimsAndWhoJudgedTheRanges) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string markup = ensemble_body(context, *context.analysis("grows")).markup;
    for (const char* part :
         {"data-figure=\"fan-grows\"", "data-figure=\"sensitivity-grows\"", "grows.wait.effect.room.2020",
          "grows.hedge.share.room_left.2020", "nobody is named", "nobody, an example", "Largest regret"})
        EXPECT_NE(markup.find(part), std::string::npos) << part;
}

TEST(EnsembleChapter, NumbersAreWorded) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto words = ensemble_quantity(context, {"", "hedge", "effect", {"room"}, "2020"});
    ASSERT_TRUE(words);
    EXPECT_EQ(words->en, "room: what the scenario changes (policy: hedge)");
    EXPECT_FALSE(ensemble_quantity(context, {"", "", "no such number", {"room"}, ""}));
}

}  // namespace ensemble_chapter_test
}  // namespace tarazy
