#include "report/citation.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace citation_test {

std::string cited(const std::string& author, const std::string& year) {
    Source source;
    source.author = author;
    source.year = year;
    return short_citation(source);
}

TEST(ShortCitation, NamesOneTwoOrTheFirstOfManyAuthors) {
    EXPECT_EQ(cited("Voeten, Erik", "2021"), "Voeten 2021");
    EXPECT_EQ(cited("Kristensen, Hans M.; Norris, Robert S.", ""), "Kristensen & Norris");
    EXPECT_EQ(cited("Leeds, Brett Ashley; Ritter, Jeffrey M.; Mitchell, Sara McLaughlin", "2002"), "Leeds et al. 2002");
    EXPECT_EQ(cited("Coppedge, Michael, et al.", "2026"), "Coppedge et al. 2026");
}

TEST(ShortCitation, KeepsTheNamesOfInstitutions) {
    EXPECT_EQ(cited("World Bank", "2026"), "World Bank 2026");
    EXPECT_EQ(cited("compiled for this study", ""), "compiled for this study");
}

TEST(ShortCitation, AnAuthorWhoIsNoNameIsSaidInTheWordsOfTheStudy) {
    StudyResult result;
    result.words["Authors of this study"] = {"Authors of this study", "Осы зерттеудің авторлары", ""};
    const ReportContext context(result, {});
    Source source;
    source.author = "Authors of this study";
    source.year = "2026";
    const LocalText words = short_citation(context, source);
    EXPECT_EQ(words.en, "Authors of this study 2026");
    EXPECT_EQ(words.kk, "Осы зерттеудің авторлары 2026");
    EXPECT_EQ(words.ru, "Authors of this study 2026") << "English where a language is lacking";
    source.author = "World Bank";
    EXPECT_EQ(short_citation(context, source).en, "World Bank 2026");
    EXPECT_EQ(short_citation(context, source).kk, "");
}

TEST(ShortCitation, WithoutAnAuthorIsTheTitle) {
    Source source;
    source.title = "Register of treaties";
    source.year = "2020";
    EXPECT_EQ(short_citation(source), "Register of treaties 2020");
}

TEST(SourcesOf, FollowTheOrderOfTheStudyAndLeaveOutUnknownKeys) {
    StudyResult result;
    for (const char* key : {"b", "a", "c"}) {
        Source source;
        source.key = key;
        result.sources.push_back(source);
    }
    DataUse data;
    data.sources = {"a", "unknown", "b"};
    std::string keys;
    for (const Source* source : sources_of(result, data)) keys += source->key;
    EXPECT_EQ(keys, "ba");
}

}  // namespace citation_test
}  // namespace tarazy
